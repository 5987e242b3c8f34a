package com.guance.onboarding.testkit;

import com.guance.onboarding.domain.OrderKey;
import org.immutables.value.Value;

/** One order bound to one organization. */
@Value.Immutable
interface BindingRow {

  String bindingId();

  OrderKey order();

  String organizationId();

  String instanceId();

  String appId();

  String productId();
}
