package com.guance.onboarding.billing.gateway;

import com.guance.onboarding.spi.BillingGateway.NewWorkspace;
import com.guance.onboarding.spi.BillingGateway.Verification;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A workspace to create, as it is sent; what is null is not sent. */
record NewWorkspacePayload(
    String billingAccountId,
    String name,
    String language,
    String site,
    @Nullable String email,
    @Nullable String verificationId,
    @Nullable String code,
    TermsPayload terms,
    String externalReference) {

  static NewWorkspacePayload of(NewWorkspace workspace, Optional<Verification> verification) {
    Verification typed = verification.orElse(null);
    return new NewWorkspacePayload(
        workspace.account().value(),
        workspace.form().name(),
        workspace.form().language().code(),
        workspace.form().site().key(),
        workspace.owner().orElse(null),
        typed == null ? null : typed.id().value(),
        typed == null ? null : typed.code().reveal(),
        TermsPayload.of(workspace.terms()),
        workspace.reference());
  }

  @Override
  public String toString() {
    return "NewWorkspacePayload[***]";
  }
}
