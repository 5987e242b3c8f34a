package com.guance.onboarding.huawei.openapi;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/** An order as the marketplace keeps it. Immutable; printed without the buyer's data. */
@Value.Immutable
public interface Order {

  /**
   * The order's id.
   *
   * @return the id
   */
  String orderId();

  /**
   * What the order does.
   *
   * @return the type
   */
  OrderType type();

  /**
   * When it was placed; not when it takes effect.
   *
   * @return the time as KooGallery writes it, whose zone it does not state
   */
  LocalDateTime createTime();

  /**
   * What was ordered.
   *
   * @return the lines, at least one unless KooGallery sends none
   */
  List<OrderLine> lines();

  /**
   * Who ordered.
   *
   * @return the buyer, if KooGallery says
   */
  Optional<Buyer> buyer();

  /**
   * Further parameters of the order.
   *
   * @return values by name
   */
  Map<String, String> extendParams();

  /**
   * Starts an empty order.
   *
   * @return a new builder
   */
  static Builder builder() {
    return new Builder();
  }

  /** Builds an {@link Order}. Not thread-safe. */
  final class Builder extends ImmutableOrder.Builder {
    Builder() {}
  }
}
