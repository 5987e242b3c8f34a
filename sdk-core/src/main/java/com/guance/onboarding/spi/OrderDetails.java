package com.guance.onboarding.spi;

import com.guance.onboarding.domain.ChargingMode;
import com.guance.onboarding.domain.HuaweiAccountId;
import com.guance.onboarding.domain.OrderKey;
import java.util.Optional;
import org.immutables.value.Value;

/** What a trusted source says of an order line (contracts/koogallery.md §6.1). */
@Value.Immutable
public abstract class OrderDetails {

  OrderDetails() {}

  /** {@return the order line} */
  public abstract OrderKey order();

  /** {@return the product, when it is said} */
  public abstract Optional<String> productId();

  /** {@return how it is charged} */
  @Value.Default
  public ChargingMode chargingMode() {
    return ChargingMode.UNKNOWN;
  }

  /** {@return the buyer's Huawei account, when it is said} */
  public abstract Optional<HuaweiAccountId> buyer();

  /** {@return whether several orders of the product may be bound to one organization} */
  @Value.Default
  public boolean multiInstance() {
    return false;
  }

  /** {@return a builder} */
  public static Builder builder() {
    return new Builder();
  }

  /** Collects details. */
  public static final class Builder extends ImmutableOrderDetails.Builder {
    Builder() {}
  }
}
