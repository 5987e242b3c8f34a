package com.guance.onboarding.huawei.openapi;

import com.guance.onboarding.domain.ChargingMode;
import com.guance.onboarding.domain.OrderKey;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/** One line of an {@link Order}. Immutable. */
@Value.Immutable
public interface OrderLine {

  /**
   * Which line of which order.
   *
   * @return the key
   */
  OrderKey key();

  /**
   * How it is charged.
   *
   * @return the mode; {@link ChargingMode#UNKNOWN} for one that this version does not know
   */
  ChargingMode chargingMode();

  /**
   * The unit of the period.
   *
   * @return such as {@code year} or {@code month}; empty unless charged by period
   */
  Optional<String> periodType();

  /**
   * How many units the period has.
   *
   * @return the number; empty unless charged by period
   */
  Optional<Integer> periodNumber();

  /**
   * When it runs out.
   *
   * @return the time as KooGallery writes it, whose zone it does not state
   */
  Optional<LocalDateTime> expireTime();

  /**
   * What is sold.
   *
   * @return the products
   */
  List<Product> products();

  /**
   * Further parameters of the line, such as {@code emailDomainName}.
   *
   * @return values by name
   */
  Map<String, String> extendParams();

  /**
   * The price.
   *
   * @return the amount, from the field that KooGallery calls {@code currency}
   */
  Optional<BigDecimal> amount();

  /**
   * The price after discounts.
   *
   * @return the amount, from the field that KooGallery calls {@code currencyAfterDiscount}
   */
  Optional<BigDecimal> amountAfterDiscount();

  /**
   * Starts an empty line.
   *
   * @return a new builder
   */
  static Builder builder() {
    return new Builder();
  }

  /** Builds an {@link OrderLine}. Not thread-safe. */
  final class Builder extends ImmutableOrderLine.Builder {
    Builder() {}
  }
}
