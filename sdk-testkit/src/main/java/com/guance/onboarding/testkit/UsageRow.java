package com.guance.onboarding.testkit;

/** A usage record as it was pushed. */
record UsageRow(String meteringSn, String instanceId, String usageValue, String endTime) {}
