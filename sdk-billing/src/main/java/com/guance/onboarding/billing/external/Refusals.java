package com.guance.onboarding.billing.external;

import com.guance.onboarding.domain.Field;
import com.guance.onboarding.error.Refusal;

/** Starts the description of what we refuse ourselves. */
final class Refusals {

  private Refusals() {}

  static Refusal.Builder of(String operation, String code) {
    return Refusal.of(GuanceExternalApi.PROVIDER, operation).code(code);
  }

  static Refusal.Builder of(String operation, String code, Field field) {
    return of(operation, code).field(field.path());
  }
}
