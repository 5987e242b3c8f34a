package com.guance.onboarding.testkit;

/** How the Joint Operations gateway spells what it knows. */
final class MarketplaceWire {

  private MarketplaceWire() {}

  static Fields order(OrderRow row) {
    return Fields.of("orderId", row.key().orderId())
        .and("orderLineId", row.key().orderLineId())
        .and("productId", row.productId())
        .and("chargingMode", row.chargingMode())
        .and("orderType", row.orderType())
        .and("huaweiAccountId", row.huaweiAccountId())
        .and("instanceId", row.instanceKnown() ? row.instanceId() : null)
        .and("multiInstance", row.multiInstance());
  }

  static Fields organization(OrganizationRow row, boolean active) {
    return Fields.of("organizationId", row.organizationId())
        .and("tenantCode", row.shortName())
        .and("name", row.name())
        .and("shortName", row.shortName())
        .and("huaweiAccountId", row.huaweiAccountId())
        .and("status", active ? "ACTIVE" : "CREATING")
        .and("externalReference", row.externalReference());
  }

  static Fields member(MemberRow row) {
    return Fields.of("memberId", row.memberId())
        .and("account", row.account())
        .and("name", row.name())
        .and("signInName", row.signInName())
        .and("mustChangePassword", row.mustChangePassword());
  }

  static Fields binding(BindingRow row) {
    return Fields.of("bindingId", row.bindingId())
        .and("orderId", row.order().orderId())
        .and("orderLineId", row.order().orderLineId())
        .and("organizationId", row.organizationId())
        .and("instanceId", row.instanceId())
        .and("appId", row.appId())
        .and("productId", row.productId());
  }

  static Fields authorization(AuthorizationRow row) {
    return Fields.of("account", row.account()).and("enabled", row.enabled());
  }
}
