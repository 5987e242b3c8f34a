package com.guance.onboarding.testkit;

/** How the Billing Center gateway spells what it knows. */
final class BillingWire {

  private BillingWire() {}

  static Fields account(BillingAccountRow row) {
    return Fields.of("billingAccountId", row.billingAccountId())
        .and("userName", row.userName())
        .and("huaweiAccountId", row.huaweiAccountId())
        .and("registeredAt", row.registeredAt())
        .and("enterprise", row.enterprise().map(name -> Fields.of("name", name)))
        .and("guanceAccountId", row.guanceAccountId());
  }

  static Fields code(CodeRow row) {
    return Fields.of("verificationId", row.verificationId())
        .and("purpose", row.purpose())
        .and("externalReference", row.externalReference())
        .and("sentAt", row.sentAt())
        .and("expiresAt", row.expiresAt())
        .and("resendAfter", row.resendAfter());
  }

  static Fields workspace(WorkspaceRow row) {
    return Fields.of("workspaceId", row.workspaceId())
        .and("name", row.name())
        .and("language", row.language())
        .and("site", row.site())
        .and("state", row.bound() ? "BOUND" : "UNBOUND")
        .and("billingAccountId", row.billingAccountId())
        .and("orderId", row.orderId())
        .and("externalReference", row.externalReference())
        .and("createdAt", row.createdAt());
  }

  /** Adds what a workspace's life has come to. */
  static Fields lived(Fields fields, WorkspaceRow row) {
    return fields
        .and("plan", row.bound() ? "COMMERCIAL" : "FREE")
        .and("settlement", row.settlement().map(BillingWire::settlement))
        .and("settlementChangedAt", row.settlementChangedAt())
        .and("locked", row.lock().isPresent())
        .and("lockReason", row.lock().map(LockRow::reason))
        .and("lockedAt", row.lock().map(LockRow::lockedAt))
        .and("dataGoneAt", row.lock().map(LockRow::dataGoneAt))
        .and("dataVisibleFrom", row.dataVisibleFrom());
  }

  private static Fields settlement(SettlementRow row) {
    return Fields.of("kind", row.kind())
        .and("billingAccountId", row.billingAccountId())
        .and("huaweiAccountId", row.huaweiAccountId())
        .and("instanceId", row.instanceId());
  }

  static Fields dataKit(DataKitRow row) {
    return Fields.of("host", row.host())
        .and("version", DataKitRow.VERSION)
        .and("firstSeenAt", row.firstSeenAt());
  }
}
