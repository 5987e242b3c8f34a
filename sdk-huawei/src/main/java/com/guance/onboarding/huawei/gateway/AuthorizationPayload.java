package com.guance.onboarding.huawei.gateway;

import org.jspecify.annotations.Nullable;

/** Whether a member may use an application, as it comes. */
record AuthorizationPayload(@Nullable String account, boolean enabled) {

  boolean allows(String member) {
    return enabled && member.equals(account);
  }

  @Override
  public String toString() {
    return "AuthorizationPayload[***]";
  }
}
