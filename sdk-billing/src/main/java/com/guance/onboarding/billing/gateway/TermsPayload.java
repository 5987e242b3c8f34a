package com.guance.onboarding.billing.gateway;

import com.guance.onboarding.domain.Terms;
import java.time.Instant;

/** The recorded consent, as it is sent. */
record TermsPayload(String version, String acceptedBy, Instant at) {

  static TermsPayload of(Terms terms) {
    return new TermsPayload(terms.version(), terms.acceptedBy(), terms.at());
  }

  @Override
  public String toString() {
    return "TermsPayload[***]";
  }
}
