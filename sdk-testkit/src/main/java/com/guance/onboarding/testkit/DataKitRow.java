package com.guance.onboarding.testkit;

import java.time.Instant;

/** A DataKit that reports to a workspace. */
record DataKitRow(String workspaceId, String host, Instant firstSeenAt) {

  /** The version that every emulated DataKit says it has. */
  static final String VERSION = "1.80.0";
}
