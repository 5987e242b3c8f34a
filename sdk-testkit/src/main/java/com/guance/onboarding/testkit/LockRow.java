package com.guance.onboarding.testkit;

import java.time.Instant;

/** A lock of a workspace, and when its data is wiped unless it is unlocked before. */
record LockRow(String reason, Instant lockedAt, Instant dataGoneAt) {

  static final String HUAWEI_GOODS_CLOSED = "HUAWEI_GOODS_CLOSED";
  static final String HUAWEI_GOODS_FROZEN = "HUAWEI_GOODS_FROZEN";
}
