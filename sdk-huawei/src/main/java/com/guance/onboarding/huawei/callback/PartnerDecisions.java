package com.guance.onboarding.huawei.callback;

import com.guance.onboarding.domain.InstanceId;
import com.guance.onboarding.domain.OrderKey;
import com.guance.onboarding.huawei.callback.ProductionEvent.TargetProduct;
import java.util.List;
import java.util.Optional;

/**
 * What KooGallery asks and only the partner can answer. Every question has a default. Tests,
 * debugging orders and their instances are never asked about: they get the defaults.
 *
 * <p>Asked on a thread of the handler's pool while KooGallery waits, and never for long: who has
 * not answered after about a second is interrupted, and the default of that question is taken. The
 * same goes for what throws; the log names the question and the exception's class. Half of the
 * pool's threads may ask at once, further questions wait for their turn within the same second.
 * Must be safe for several threads and without effects.
 */
public interface PartnerDecisions {

  /**
   * May an instance be given to a new order? Not asked again for an order that has its instance.
   *
   * @param order the order line
   * @return {@link ResultCode#SUCCESS} unless overridden; {@link ResultCode#PROCESSING} to say that
   *     {@link #describe} will tell when it is ready; any other code refuses the order
   */
  default ResultCode canCreate(OrderKey order) {
    return ResultCode.SUCCESS;
  }

  /**
   * Is this an instance of a customer who was sold before the SDK came in? Asked for instances that
   * the flow does not know; while there is no answer the instance counts as known.
   *
   * @param instance the instance
   * @return false unless overridden
   */
  default boolean knows(InstanceId instance) {
    return false;
  }

  /**
   * How is an instance reached?
   *
   * @param instance the instance
   * @param suggested the unified login address, or before it is known the entry address of the
   *     settings
   * @return what is suggested unless overridden; empty while the instance is not ready
   */
  default Optional<AccessData> describe(InstanceId instance, AccessData suggested) {
    return Optional.of(suggested);
  }

  /**
   * What has an on-demand instance or a package used?
   *
   * @param instance the instance
   * @return nothing unless overridden
   */
  default List<UsageReading> usage(InstanceId instance) {
    return List.of();
  }

  /**
   * May an instance be changed to this specification: does its present usage fit? While there is no
   * answer KooGallery is told that something failed.
   *
   * @param instance the instance
   * @param target what it would become
   * @return true unless overridden
   */
  default boolean mayChange(InstanceId instance, TargetProduct target) {
    return true;
  }
}
