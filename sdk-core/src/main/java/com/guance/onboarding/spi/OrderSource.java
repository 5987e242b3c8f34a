package com.guance.onboarding.spi;

import com.guance.onboarding.domain.OrderKey;
import java.util.Optional;

/** A trusted source for what an order is about: KooGallery's order query, or a gateway. */
public interface OrderSource {

  /**
   * Reads an order line.
   *
   * @param order the order line
   * @return what is known, empty while the order is not visible yet (activation is asynchronous)
   */
  Optional<OrderDetails> order(OrderKey order);
}
