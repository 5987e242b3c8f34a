package com.guance.onboarding.spi;

import com.guance.onboarding.domain.OrderKey;
import java.time.Duration;
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

  /**
   * The same source for one piece of work of the flow, which has its own deadline.
   *
   * @param time how long all calls of the returned source together may take from now on
   * @return a source that keeps to it; by default this one, whose calls are bounded one by one
   */
  default OrderSource within(Duration time) {
    return this;
  }
}
