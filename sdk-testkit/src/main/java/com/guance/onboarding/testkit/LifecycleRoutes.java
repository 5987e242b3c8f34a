package com.guance.onboarding.testkit;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the Billing Center gateway knows of a workspace's life, and how it is changed. */
final class LifecycleRoutes {

  private static final Set<String> KINDS =
      Set.of(SettlementRow.BILLING_CENTER, SettlementRow.HUAWEI_CLOUD);
  private static final Set<String> CONSEQUENCES = Set.of("INVISIBLE");
  private static final int INSTANCE_LENGTH = 64;

  private final Workspaces workspaces;
  private final Settlements settlements;

  LifecycleRoutes(Workspaces workspaces, Settlements settlements) {
    this.workspaces = workspaces;
    this.settlements = settlements;
  }

  List<Route> all() {
    String workspace = BillingRoutes.BASE + "/workspaces/{workspaceId}";
    return List.of(
        Route.get("getLifecycle", workspace + "/lifecycle", this::lifecycle),
        Route.post("changeSettlement", workspace + "/settlement", this::changeSettlement),
        Route.post("unlockWorkspace", workspace + "/unlock", this::unlock),
        Route.post("upgradeWorkspace", workspace + "/upgrade", this::upgrade));
  }

  private Answer lifecycle(Call call) {
    return answer(workspaces.find(call.at("workspaceId")));
  }

  private Answer answer(WorkspaceRow row) {
    return Answer.ok(
        BillingWire.lived(Fields.of("workspaceId", row.workspaceId()), row)
            .and("billingAccountId", row.billingAccountId())
            .and("settlementChangeableFrom", settlements.changeableFrom(row)));
  }

  private Answer changeSettlement(Call call) {
    Body body = call.body();
    String kind = Values.oneOf(KINDS, "kind", body.text("kind"), "BILLING_CENTER or HUAWEI_CLOUD");
    String account = body.text("billingAccountId");
    SettlementRow wanted =
        kind.equals(SettlementRow.BILLING_CENTER)
            ? SettlementRow.ofBillingCenter(account)
            : throughHuawei(account, body);
    return answer(settlements.change(call.at("workspaceId"), wanted));
  }

  private static SettlementRow throughHuawei(String account, Body body) {
    return new SettlementRow(
        account,
        Optional.of(Values.huaweiAccount("huaweiAccountId", body.text("huaweiAccountId"))),
        Optional.of(Values.text("instanceId", body.text("instanceId"), 1, INSTANCE_LENGTH)));
  }

  private Answer unlock(Call call) {
    return answer(settlements.unlock(call.at("workspaceId")));
  }

  private Answer upgrade(Call call) {
    Body body = call.body();
    BillingRoutes.terms(body);
    Values.oneOf(
        CONSEQUENCES,
        "dataCollectedWhileFree",
        body.text("dataCollectedWhileFree"),
        "INVISIBLE: says that the caller knows what is lost");
    return answer(settlements.upgrade(call.at("workspaceId"), body.text("billingAccountId")));
  }
}
