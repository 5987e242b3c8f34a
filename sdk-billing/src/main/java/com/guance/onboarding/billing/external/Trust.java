package com.guance.onboarding.billing.external;

import com.guance.onboarding.domain.Field;
import com.guance.onboarding.error.InvalidRequestException;

/** Whether a typed e-mail address is taken for its owner's word. */
enum Trust {
  PROVEN_ONLY,
  TYPED;

  void require(String operation, Field field, String rule) {
    if (this == PROVEN_ONLY) {
      throw new InvalidRequestException(
          Refusals.of(operation, "EMAIL_NOT_PROVEN", field)
              .rule(rule + ": a private deployment cannot prove a typed e-mail address")
              .build());
    }
  }
}
