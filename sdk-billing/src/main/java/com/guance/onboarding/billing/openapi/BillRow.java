package com.guance.onboarding.billing.openapi;

import com.guance.onboarding.domain.WorkspaceId;
import java.math.BigDecimal;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * One row of a bill. What Guance leaves unset, writes as {@code None} or does not send is empty;
 * amounts are exact and in the site's currency.
 */
@Value.Immutable
public abstract class BillRow {

  BillRow() {}

  /** {@return the day of the consumption, as Guance writes it} */
  public abstract Optional<String> day();

  /** {@return the time of the consumption, as Guance writes it} */
  public abstract Optional<String> time();

  /** {@return what was consumed} */
  public abstract Optional<String> product();

  /** {@return the category of what was consumed} */
  public abstract Optional<String> category();

  /** {@return the key under which it is metered} */
  public abstract Optional<String> meteringKey();

  /** {@return how much was consumed} */
  public abstract Optional<BigDecimal> count();

  /** {@return how often it is billed} */
  public abstract Optional<BillingCycle> cycle();

  /** {@return the result of the billing, as Guance writes it} */
  public abstract Optional<String> result();

  /** {@return the price before deductions} */
  public abstract Optional<BigDecimal> original();

  /** {@return what was deducted} */
  public abstract Optional<BigDecimal> deducted();

  /** {@return what is owed} */
  public abstract Optional<BigDecimal> owed();

  /** {@return what vouchers paid} */
  public abstract Optional<BigDecimal> fromCoupons();

  /** {@return what prepaid cards paid} */
  public abstract Optional<BigDecimal> fromStoredCards();

  /** {@return what money paid} */
  public abstract Optional<BigDecimal> fromCash();

  /** {@return what the cloud market charged} */
  public abstract Optional<BigDecimal> fromCloudAccount();

  /** {@return the settlement method, as Guance writes it; its values are not documented} */
  public abstract Optional<String> settlement();

  /** {@return the cloud market's account; its form is not documented} */
  public abstract Optional<String> cloudAccount();

  /** {@return the workspace} */
  public abstract Optional<WorkspaceId> workspace();

  /** {@return the workspace's name} */
  public abstract Optional<String> workspaceName();

  /** Returns the day and the workspace; the rest is between the customer and Guance. */
  @Override
  public final String toString() {
    return "BillRow[" + day().orElse("?") + ", " + workspace().orElse(null) + "]";
  }

  /** {@return a builder} */
  public static Builder builder() {
    return new Builder();
  }

  /** Collects a row, for tests of your own. */
  public static final class Builder extends ImmutableBillRow.Builder {
    Builder() {}
  }
}
