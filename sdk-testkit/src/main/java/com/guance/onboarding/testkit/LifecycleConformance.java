package com.guance.onboarding.testkit;

import java.util.Map;
import java.util.function.Supplier;

/** The checks of a Billing Center gateway about the life of a bound workspace. */
final class LifecycleConformance {

  private final GatewayConformanceSettings settings;
  private final GatewayProbe gateway;
  private final Supplier<String> account;
  private final Supplier<String> workspace;

  LifecycleConformance(
      GatewayConformanceSettings settings,
      GatewayProbe gateway,
      Supplier<String> account,
      Supplier<String> workspace) {
    this.settings = settings;
    this.gateway = gateway;
    this.account = account;
    this.workspace = workspace;
  }

  void run(GatewayChecks checks) {
    checks.check("lifecycle of a bound workspace is told", this::read);
    checks.check("instance that does not run is refused", this::wrongInstance);
    checks.check("settlement is changed, once for each key", this::change);
    checks.check("unlocking what is not locked is harmless", this::unlock);
    checks.check("upgrade needs to say what is lost", this::unwittingUpgrade);
    checks.check("upgrade of a commercial workspace is refused", this::upgrade);
  }

  private String path(String what) {
    return "/workspaces/" + GatewayProbe.in(workspace.get()) + "/" + what;
  }

  private void read() {
    GatewayReply life =
        gateway
            .get(path("lifecycle"))
            .ok(200)
            .saying("workspaceId", workspace.get())
            .saying("plan", "COMMERCIAL");
    if (!life.body().path("locked").isBoolean()) {
      throw Unfit.failed("locked is neither true nor false");
    }
    if (life.body().path("settlement").path("kind").asText("").isBlank()) {
      throw Unfit.failed("settlement.kind is no text");
    }
  }

  private GatewayReply settle(String key, Fields settlement) {
    return gateway.post(path("settlement"), key + settings.run(), settlement);
  }

  private void wrongInstance() {
    settle(
            "wrong-instance-",
            Fields.of("kind", SettlementRow.HUAWEI_CLOUD)
                .and("billingAccountId", account.get())
                .and("huaweiAccountId", settings.buyer().value())
                .and("instanceId", "none-" + settings.run()))
        .refused(422, "INSTANCE_MISMATCH")
        .naming("instanceId");
  }

  private void change() {
    Fields billingCenter =
        Fields.of("kind", SettlementRow.BILLING_CENTER).and("billingAccountId", account.get());
    GatewayReply changed = settle("settle-", billingCenter).ok(200);
    settle("settle-", billingCenter).sameAs(changed);
    GatewayReply again = settle("settle-again-", billingCenter).ok(200);
    if (!again.body().path("settlement").equals(changed.body().path("settlement"))) {
      throw Unfit.failed("what holds already is changed again");
    }
  }

  private void unlock() {
    GatewayReply unlocked =
        gateway.post(path("unlock"), "unlock-" + settings.run(), Fields.from(Map.of()));
    if (unlocked.ok(200).body().path("locked").asBoolean(true)) {
      throw Unfit.failed("locked is not false");
    }
  }

  private GatewayReply upgrade(String key, Fields more) {
    return gateway.post(
        path("upgrade"),
        key + settings.run(),
        more.and("billingAccountId", account.get()).and("terms", BillingConformance.terms()));
  }

  private void unwittingUpgrade() {
    upgrade("unwitting-", Fields.of("dataCollectedWhileFree", "KEPT"))
        .refused(422, "INVALID_VALUE")
        .naming("dataCollectedWhileFree");
  }

  private void upgrade() {
    upgrade("upgrade-", Fields.of("dataCollectedWhileFree", "INVISIBLE"))
        .refused(409, "ALREADY_COMMERCIAL");
  }
}
