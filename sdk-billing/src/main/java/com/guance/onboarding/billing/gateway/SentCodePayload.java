package com.guance.onboarding.billing.gateway;

import com.guance.onboarding.domain.VerificationId;
import com.guance.onboarding.spi.BillingGateway.SentCode;
import com.guance.onboarding.transport.AnswerFields;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A code on its way, as it comes: the code itself goes to the mailbox only. */
record SentCodePayload(
    @Nullable String verificationId,
    @Nullable String externalReference,
    @Nullable Instant expiresAt) {

  SentCode code(AnswerFields fields) {
    return new SentCode(
        fields.value("verificationId", verificationId, VerificationId::new),
        fields.required("expiresAt", expiresAt));
  }
}
