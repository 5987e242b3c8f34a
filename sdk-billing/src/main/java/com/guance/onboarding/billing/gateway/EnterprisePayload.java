package com.guance.onboarding.billing.gateway;

import org.jspecify.annotations.Nullable;

/** A company on the enterprise information page, as it is sent and as it comes. */
record EnterprisePayload(@Nullable String name) {

  @Override
  public String toString() {
    return "EnterprisePayload[***]";
  }
}
