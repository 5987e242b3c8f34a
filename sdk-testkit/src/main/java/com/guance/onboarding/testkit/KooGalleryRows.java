package com.guance.onboarding.testkit;

import com.guance.onboarding.domain.OrderKey;

/** What KooGallery has told partners and was told by sellers, as the state shows it. */
final class KooGalleryRows {

  private KooGalleryRows() {}

  static Fields add(Fields state, Tables tables) {
    return state
        .and("callbacks", tables.callbacks.values().stream().map(KooGalleryRows::callback).toList())
        .and("changes", tables.changes.values().stream().map(KooGalleryRows::change).toList())
        .and("failedOrders", tables.failedOrders.stream().map(KooGalleryRows::failure).toList())
        .and("delisted", FailedOrders.delisted(tables.failedOrders))
        .and("departments", tables.departments.stream().map(KooGalleryRows::department).toList())
        .and("usage", tables.usage.values().stream().map(KooGalleryRows::usage).toList());
  }

  private static Fields callback(CallbackRow row) {
    return Fields.of("callbackId", row.callbackId())
        .and("activity", row.activity())
        .and("orderId", row.order().map(OrderKey::orderId))
        .and("orderLineId", row.order().map(OrderKey::orderLineId))
        .and("test", row.test())
        .and("status", row.status())
        .and("delivered", row.status() == CallbackRow.Status.DELIVERED)
        .and("attempts", row.attempts())
        .and("lastResult", row.lastResult())
        .and("repeatedResult", row.repeatedResult())
        .and("bodySign", row.bodySign())
        .and("lastAttemptAt", row.lastAttemptAt())
        .and("nextAttemptAt", row.nextAttemptAt());
  }

  private static Fields change(ChangeOrderRow row) {
    return Fields.of("orderId", row.key().orderId())
        .and("orderLineId", row.key().orderLineId())
        .and("changedOrderId", row.changed().orderId())
        .and("orderType", row.orderType())
        .and("at", row.at());
  }

  private static Fields failure(FailedOrderRow row) {
    return Fields.of("orderId", row.order().orderId())
        .and("orderLineId", row.order().orderLineId())
        .and("activity", row.activity())
        .and("at", row.at());
  }

  private static Fields department(DepartmentRow row) {
    return Fields.of("organizationId", row.organizationId())
        .and("code", row.code())
        .and("name", row.name())
        .and("parentCode", row.parentCode());
  }

  private static Fields usage(UsageRow row) {
    return Fields.of("meteringSn", row.meteringSn())
        .and("instanceId", row.instanceId())
        .and("usageValue", row.usageValue())
        .and("endTime", row.endTime());
  }
}
