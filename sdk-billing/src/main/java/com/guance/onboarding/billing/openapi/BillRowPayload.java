package com.guance.onboarding.billing.openapi;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.guance.onboarding.domain.InvalidInputException;
import com.guance.onboarding.domain.WorkspaceId;
import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A row as it is on the wire, misspelling included. A class with fields, not a record: bills are
 * long, and Jackson fills fields without collecting constructor arguments first.
 */
@JsonAutoDetect(
    fieldVisibility = JsonAutoDetect.Visibility.NON_PRIVATE,
    getterVisibility = JsonAutoDetect.Visibility.NONE,
    isGetterVisibility = JsonAutoDetect.Visibility.NONE)
final class BillRowPayload {

  @JsonDeserialize(using = ShownText.class)
  @Nullable String consumeTimeOfDay;

  @JsonDeserialize(using = ShownText.class)
  @Nullable String consumeTime;

  @JsonDeserialize(using = ShownText.class)
  @Nullable String productDetail;

  @JsonDeserialize(using = ShownText.class)
  @Nullable String commodityCategory;

  @JsonDeserialize(using = ShownText.class)
  @Nullable String tag6;

  @JsonDeserialize(using = Amount.class)
  @Nullable BigDecimal count;

  @JsonDeserialize(using = ShownText.class)
  @Nullable String billingCycle;

  @JsonDeserialize(using = ShownText.class)
  @Nullable String billingResult;

  @JsonDeserialize(using = Amount.class)
  @Nullable BigDecimal originAmount;

  @JsonDeserialize(using = Amount.class)
  @Nullable BigDecimal deductionAmount;

  @JsonDeserialize(using = Amount.class)
  @Nullable BigDecimal oweAmount;

  @JsonDeserialize(using = Amount.class)
  @Nullable BigDecimal couponAmount;

  @JsonDeserialize(using = Amount.class)
  @Nullable BigDecimal storedCardAmount;

  @JsonDeserialize(using = Amount.class)
  @Nullable BigDecimal cashAmount;

  @JsonDeserialize(using = Amount.class)
  @Nullable BigDecimal cashCouldAmount;

  @Nullable String consumePlatform;
  @Nullable String customerIdentifier;
  @Nullable String workspaceUuid;

  @JsonDeserialize(using = ShownText.class)
  @Nullable String workspaceName;

  BillRowPayload() {}

  BillRow toBillRow() {
    return BillRow.builder()
        .day(Texts.of(consumeTimeOfDay))
        .time(Texts.of(consumeTime))
        .product(Texts.of(productDetail))
        .category(Texts.of(commodityCategory))
        .meteringKey(Texts.of(tag6))
        .count(Optional.ofNullable(count))
        .cycle(Texts.of(billingCycle).map(BillingCycle::from))
        .result(Texts.of(billingResult))
        .original(Optional.ofNullable(originAmount))
        .deducted(Optional.ofNullable(deductionAmount))
        .owed(Optional.ofNullable(oweAmount))
        .fromCoupons(Optional.ofNullable(couponAmount))
        .fromStoredCards(Optional.ofNullable(storedCardAmount))
        .fromCash(Optional.ofNullable(cashAmount))
        .fromCloudAccount(Optional.ofNullable(cashCouldAmount))
        .settlement(Texts.of(consumePlatform))
        .cloudAccount(Texts.of(customerIdentifier))
        .workspace(Texts.of(workspaceUuid).flatMap(BillRowPayload::workspaceId))
        .workspaceName(Texts.of(workspaceName))
        .build();
  }

  private static Optional<WorkspaceId> workspaceId(String text) {
    try {
      return Optional.of(new WorkspaceId(text));
    } catch (InvalidInputException e) {
      return Optional.empty();
    }
  }
}
