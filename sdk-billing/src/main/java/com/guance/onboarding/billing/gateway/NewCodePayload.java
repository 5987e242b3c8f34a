package com.guance.onboarding.billing.gateway;

import com.guance.onboarding.spi.CodePurpose;

/** A code to send, as it is asked for. */
record NewCodePayload(CodePurpose purpose, String email, String externalReference) {

  @Override
  public String toString() {
    return "NewCodePayload[***]";
  }
}
