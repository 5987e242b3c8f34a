package com.guance.onboarding.billing.gateway;

import com.guance.onboarding.domain.BillingAccountId;
import com.guance.onboarding.domain.WorkspaceId;
import com.guance.onboarding.spi.BillingGateway.Workspace;
import com.guance.onboarding.spi.BillingGateway.WorkspaceState;
import com.guance.onboarding.spi.BillingGateway.WorkspaceState.Binding;
import com.guance.onboarding.transport.AnswerFields;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A workspace, as it comes. */
record WorkspacePayload(
    @Nullable String workspaceId,
    @Nullable String name,
    @Nullable String language,
    @Nullable String site,
    @Nullable Binding state,
    @Nullable String billingAccountId,
    @Nullable String orderId,
    @Nullable String externalReference) {

  Workspace workspace(AnswerFields fields) {
    return new Workspace(
        fields.value("workspaceId", workspaceId, WorkspaceId::new),
        fields.text("name", name),
        fields.text("language", language),
        fields.text("site", site),
        new WorkspaceState(
            fields.required("state", state),
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
