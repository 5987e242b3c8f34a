package com.guance.onboarding.billing.gateway;

import com.guance.onboarding.transport.AnswerFields;
import org.jspecify.annotations.Nullable;

/** A DataKit that has reported, as it comes. */
record DataKitPayload(@Nullable String host) {

  String host(AnswerFields fields) {
    return fields.text("host", host);
  }
}
