package com.guance.onboarding.testkit;

import com.guance.onboarding.domain.OrderKey;
import java.time.Instant;

/** An order that failed because the partner did not answer in time. */
record FailedOrderRow(OrderKey order, String activity, Instant at) {}
