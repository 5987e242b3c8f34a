package com.guance.onboarding.huawei.openapi;

import com.guance.onboarding.domain.InstanceId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import org.immutables.value.Value;

/** What one on-demand instance has used in one span of time. Immutable; checked when built. */
@Value.Immutable
public interface UsageRecord {

  /**
   * Which instance has used it.
   *
   * @return the instance
   */
  InstanceId instance();

  /**
   * When the span begins.
   *
   * @return the time; sent in whole seconds
   */
  Instant begin();

  /**
   * When the span ends.
   *
   * @return the time, after {@link #begin()}
   */
  Instant end();

  /**
   * When it was measured.
   *
   * @return the time
   */
  Instant recordedAt();

  /**
   * How much.
   *
   * @return the value, greater than 0, with at most 4 decimals
   */
  BigDecimal value();

  /**
   * The package that pays for it; required for packages that stop when they are used up.
   *
   * @return the package's instance
   */
  Optional<InstanceId> packageInstance();

  /**
   * What KooGallery recognises a repetition by: a number that it has seen is not charged again,
   * even with another value.
   *
   * @return at most 64 characters; unless set, made from instance, package and span, so that the
   *     same span is charged once however often it is pushed
   */
  @Value.Default
  default String sequenceNumber() {
    return UsageRules.sequenceNumber(this);
  }

  /**
   * Starts an empty record.
   *
   * @return a new builder
   */
  static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link UsageRecord}. Not thread-safe. */
  final class Builder extends ImmutableUsageRecord.Builder {
    Builder() {}

    /**
     * Checks the record and finishes.
     *
     * @return the record
     * @throws com.guance.onboarding.domain.InvalidInputException if a value breaks its rule
     */
    @Override
    public UsageRecord build() {
      return UsageRules.check(super.build());
    }
  }
}
