package com.guance.onboarding.huawei.gateway;

import org.jspecify.annotations.Nullable;

/** A member, as it comes. */
record MemberPayload(@Nullable String memberId, @Nullable String account) {

  @Override
  public String toString() {
    return "MemberPayload[***]";
  }
}
