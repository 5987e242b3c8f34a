package com.guance.onboarding.billing.gateway;

import org.jspecify.annotations.Nullable;

/** The token of the install command, as it comes. */
record InstallTokenPayload(@Nullable String token) {

  @Override
  public String toString() {
    return "InstallTokenPayload[***]";
  }
}
