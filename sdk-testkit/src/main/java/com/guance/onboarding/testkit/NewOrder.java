package com.guance.onboarding.testkit;

import com.guance.onboarding.domain.ChargingMode;
import com.guance.onboarding.domain.HuaweiAccountId;
import com.guance.onboarding.domain.OrderKey;
import java.util.Optional;
import org.immutables.value.Value;

/** An order that the buyer is to place; only the buyer must be said. Immutable. */
@Value.Immutable
public abstract class NewOrder {

  /** The product that contracts/guance.md §1.1 names. */
  private static final String GUANCE_SAAS = "OFFI845592654693900288";

  NewOrder() {}

  /** {@return the order line; by default a new number, as KooGallery would give} */
  public abstract Optional<OrderKey> order();

  /** {@return the buyer's Huawei account} */
  public abstract HuaweiAccountId buyer();

  /** {@return the product; by default Guance's} */
  @Value.Default
  public String productId() {
    return GUANCE_SAAS;
  }

  /** {@return how it is charged; by default on demand} */
  @Value.Default
  public ChargingMode chargingMode() {
    return ChargingMode.ON_DEMAND;
  }

  /** {@return whether several orders of the product may be bound to one organization} */
  @Value.Default
  public boolean multiInstance() {
    return false;
  }

  /** {@return a builder} */
  public static Builder builder() {
    return new Builder();
  }

  /** Collects an order. */
  public static final class Builder extends ImmutableNewOrder.Builder {
    Builder() {}
  }
}
