package com.guance.onboarding.testkit;

import com.guance.onboarding.domain.OrderKey;
import java.util.Arrays;
import java.util.Optional;

/** The orders that exist for debugging only (contracts/koogallery.md §6.1). */
enum MockOrder {
  MOCKPERIODYEARNEW("NEW", "PERIOD", "year"),
  MOCKONETIMENEW("NEW", "ONE_TIME", ""),
  MOCKONDEMAND("NEW", "ON_DEMAND", ""),
  MOCKONDEMANDPKG("NEW", "ON_DEMAND_PKG", "month"),
  MOCKPERIODDAYTRIAL("TRIAL", "PERIOD", "day"),
  MOCKMONTYTRIALTOFORMAL("TRIAL_TO_FORMAL", "PERIOD", "month"),
  MOCKMONTYRENEW("RENEW", "PERIOD", "month"),
  MOCKMONTYCHANGE("CHANGE", "PERIOD", "month"),
  MOCKMONTYUNSUBSCRIBE("UNSUBSCRIBE", "PERIOD", "month");

  final String orderType;
  final String chargingMode;
  final String periodType;

  MockOrder(String orderType, String chargingMode, String periodType) {
    this.orderType = orderType;
    this.chargingMode = chargingMode;
    this.periodType = periodType;
  }

  OrderKey key() {
    return new OrderKey(name(), name() + "-000001");
  }

  static Optional<MockOrder> of(String orderId) {
    return Arrays.stream(values()).filter(one -> one.name().equals(orderId)).findFirst();
  }
}
