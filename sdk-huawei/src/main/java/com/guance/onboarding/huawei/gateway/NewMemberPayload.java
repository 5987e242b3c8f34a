package com.guance.onboarding.huawei.gateway;

/** A member to add, as it is sent. */
record NewMemberPayload(String account, String name, String initialPassword) {

  @Override
  public String toString() {
    return "NewMemberPayload[***]";
  }
}
