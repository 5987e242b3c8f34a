package com.guance.onboarding.testkit;

import com.guance.onboarding.domain.OrderKey;
import java.time.Instant;
import java.util.Optional;

/** The production interface's bodies (contracts/koogallery.md §1.3 to §1.10). */
final class InstanceNotices {

  private static final String ACTIVITY = "activity";

  private final World world;

  InstanceNotices(World world) {
    this.world = world;
  }

  private static Fields activity(PartnerCallback callback) {
    return Fields.of(ACTIVITY, callback.wireName());
  }

  /**
   * The name that the partner gave; for an order that it never answered, the one that it would have
   * given by Huawei's advice: the first business id.
   */
  String instance(OrderKey order) {
    return world.act(
        Origin.GATEWAY,
        () -> {
          OrderRow row = world.tables().orders.get(order);
          return row != null && row.instanceKnown()
              ? row.instanceId()
              : world.tables().firstBusinessIds.getOrDefault(order, "");
        });
  }

  Notice orderNotify(OrderKey order, OrderKey about) {
    return new PlainNotice(
        PartnerCallback.ORDER_NOTIFY,
        Optional.of(about),
        false,
        () -> keyed(activity(PartnerCallback.ORDER_NOTIFY), order).and("testFlag", "0"));
  }

  private static Fields keyed(Fields fields, OrderKey order) {
    return fields.and("orderId", order.orderId()).and("orderLineId", order.orderLineId());
  }

  static Fields newInstance(OrderKey order, String businessId) {
    return keyed(activity(PartnerCallback.NEW_INSTANCE), order).and("businessId", businessId);
  }

  static Fields query(String instanceId) {
    return activity(PartnerCallback.QUERY_INSTANCE).and("instanceId", instanceId);
  }

  Notice renewal(WorldEvent event) {
    OrderKey order = event.order().key();
    return PlainNotice.of(
        PartnerCallback.REFRESH_INSTANCE,
        order,
        () ->
            refresh(
                instance(order),
                event.change().orElse(order),
                "RENEWAL",
                event.order().expiresAt().orElse(event.at())));
  }

  static Fields refresh(String instanceId, OrderKey by, String scene, Instant expiry) {
    return keyed(activity(PartnerCallback.REFRESH_INSTANCE), by)
        .and("instanceId", instanceId)
        .and("scene", scene)
        .and("expireTime", WireTimes.expiry(expiry));
  }

  Notice status(WorldEvent event, String status) {
    OrderKey order = event.order().key();
    return PlainNotice.of(
        PartnerCallback.UPDATE_INSTANCE_STATUS,
        order,
        () ->
            activity(PartnerCallback.UPDATE_INSTANCE_STATUS)
                .and("instanceId", instance(order))
                .and("status", status));
  }

  /** Goes out even where the partner never named the instance. */
  Notice release(WorldEvent event) {
    OrderKey order = event.order().key();
    return new PlainNotice(
        PartnerCallback.RELEASE_INSTANCE,
        Optional.of(order),
        false,
        () -> release(instance(order), event.change()));
  }

  static Fields release(String instanceId, Optional<OrderKey> unsubscription) {
    Fields fields = activity(PartnerCallback.RELEASE_INSTANCE).and("instanceId", instanceId);
    return unsubscription.map(order -> keyed(fields, order)).orElse(fields);
  }

  static Fields upgrade(String instanceId, OrderKey by) {
    return keyed(activity(PartnerCallback.UPGRADE_INSTANCE), by).and("instanceId", instanceId);
  }

  static Fields check(String instanceId, Fields product) {
    return activity(PartnerCallback.CHANGE_INSTANCE_CHECK)
        .and("instanceId", instanceId)
        .and("productInfo", product);
  }
}
