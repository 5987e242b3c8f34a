package com.guance.onboarding.huawei.gateway;

import java.util.List;

/** Members to authorize, as they are sent. */
record NewAuthorizationsPayload(List<String> accounts) {

  @Override
  public String toString() {
    return "NewAuthorizationsPayload[***]";
  }
}
