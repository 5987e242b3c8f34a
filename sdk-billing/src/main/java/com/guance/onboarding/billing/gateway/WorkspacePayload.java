package com.guance.onboarding.billing.gateway;

import com.guance.onboarding.domain.BillingAccountId;
import com.guance.onboarding.domain.WorkspaceId;
import com.guance.onboarding.spi.BillingGateway.Workspace;
import com.guance.onboarding.spi.BillingGateway.WorkspaceState;
import com.guance.onboarding.transport.AnswerFields;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A workspace, as it comes. */
record WorkspacePayload(
    @Nullable String workspaceId,
    @Nullable String name,
    @Nullable String language,
    @Nullable String site,
    @Nullable State state,
    @Nullable String billingAccountId,
    @Nullable String orderId,
    @Nullable String externalReference) {

  /** Whether it settles through an account; of a state that we do not know, nobody can say. */
  enum State {
    UNBOUND,
    BOUND,
    UNKNOWN
  }

  Workspace workspace(AnswerFields fields) {
    return new Workspace(
        fields.value("workspaceId", workspaceId, WorkspaceId::new),
        fields.text("name", name),
        fields.text("language", language),
        fields.text("site", site),
        new WorkspaceState(
            fields.required("state", state) == State.BOUND,
            isNothing(billingAccountId)
                ? Optional.empty()
                : Optional.of(
                    fields.value("billingAccountId", billingAccountId, BillingAccountId::new)),
            isNothing(orderId) ? Optional.empty() : Optional.ofNullable(orderId)));
  }

  Workspace workspace(AnswerFields fields, WorkspaceId asked) {
    fields.same("workspaceId", asked.value(), workspaceId);
    return workspace(fields);
  }

  private static boolean isNothing(@Nullable String text) {
    return text == null || text.isBlank();
  }
}
