package com.guance.onboarding.testkit;

import com.guance.onboarding.domain.OrderKey;
import java.time.Instant;

/** An order that changes an earlier one. */
record ChangeOrderRow(OrderKey key, OrderKey changed, String orderType, Instant at) {}
