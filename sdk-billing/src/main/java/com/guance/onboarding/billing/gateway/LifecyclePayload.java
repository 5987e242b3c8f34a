package com.guance.onboarding.billing.gateway;

import com.guance.onboarding.billing.gateway.WorkspaceLife.Lock;
import com.guance.onboarding.billing.gateway.WorkspaceLife.Plan;
import com.guance.onboarding.billing.gateway.WorkspaceLife.Settlement;
import com.guance.onboarding.domain.BillingAccountId;
import com.guance.onboarding.domain.HuaweiAccountId;
import com.guance.onboarding.domain.InstanceId;
import com.guance.onboarding.domain.WorkspaceId;
import com.guance.onboarding.transport.AnswerFields;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What has become of a workspace, as it comes. */
record LifecyclePayload(
    @Nullable String workspaceId,
    @Nullable String billingAccountId,
    @Nullable Plan plan,
    @Nullable SettledPayload settlement,
    @Nullable Instant settlementChangeableFrom,
    @Nullable Boolean locked,
    Lock.@Nullable Reason lockReason,
    @Nullable Instant lockedAt,
    @Nullable Instant dataGoneAt,
    @Nullable Instant dataVisibleFrom) {

  /** Whom it settles through, as it comes. */
  record SettledPayload(
      Settlement.@Nullable Kind kind,
      @Nullable String huaweiAccountId,
      @Nullable String instanceId) {

    Settlement settlement(AnswerFields fields) {
      return new Settlement(
          fields.required("settlement.kind", kind),
          id(fields, "settlement.huaweiAccountId", huaweiAccountId, HuaweiAccountId::new),
          id(fields, "settlement.instanceId", instanceId, InstanceId::new));
    }
  }

  WorkspaceLife life(AnswerFields fields, WorkspaceId asked) {
    fields.same("workspaceId", asked.value(), workspaceId);
    return WorkspaceLife.builder()
        .workspace(asked)
        .plan(fields.required("plan", plan))
        .account(id(fields, "billingAccountId", billingAccountId, BillingAccountId::new))
        .settlement(Optional.ofNullable(settlement).map(one -> one.settlement(fields)))
        .settlementChangeableFrom(Optional.ofNullable(settlementChangeableFrom))
        .lock(
            fields.required("locked", locked) ? Optional.of(lock(fields)) : Optional.<Lock>empty())
        .dataVisibleFrom(Optional.ofNullable(dataVisibleFrom))
        .build();
  }

  private Lock lock(AnswerFields fields) {
    return new Lock(
        lockReason == null ? Lock.Reason.UNKNOWN : lockReason,
        fields.required("lockedAt", lockedAt),
        fields.required("dataGoneAt", dataGoneAt));
  }

  private static <T> Optional<T> id(
      AnswerFields fields, String name, @Nullable String text, Function<String, T> type) {
    return text == null || text.isBlank()
        ? Optional.empty()
        : Optional.of(fields.value(name, text, type));
  }
}
