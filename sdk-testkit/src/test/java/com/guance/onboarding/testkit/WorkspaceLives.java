package com.guance.onboarding.testkit;

import com.guance.onboarding.domain.BillingAccountId;
import com.guance.onboarding.domain.HuaweiAccountId;
import com.guance.onboarding.domain.OrderKey;
import com.guance.onboarding.domain.WorkspaceId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;

/** A customer whose workspace runs, in an emulator that may have other rules. */
abstract class WorkspaceLives {

  static final HuaweiAccountId BUYER = new HuaweiAccountId("buyer-1");
  static final List<?> NOTHING = List.of("[]");

  Emulator emulator = Emulator.start();
  Client client = new Client(emulator.baseUri());

  @AfterEach
  void end() {
    emulator.close();
  }

  final void startWith(LifecycleRules.Builder rules) {
    emulator.close();
    emulator = Emulator.start(EmulatorSettings.builder().lifecycle(rules.build()).build());
    client = new Client(emulator.baseUri());
  }

  final class Customer {
    final BillingAccountId account =
        emulator.given().billingAccount(BUYER, "gcy-wendy", "wendy@example.com", "GCY Ltd");
    final OrderKey order = emulator.buyer().purchase(BUYER);
    final WorkspaceId workspace = emulator.given().workspace(account, "gcy", "zh", "cn4");

    Customer() {
      emulator.buyer().guance().bindWorkspace(workspace, order);
      emulator.buyer().guance().installDataKit(workspace, "ecs-1");
    }

    void close() {
      emulator.buyer().subscriptions().close(order);
    }

    String instance() {
      return instanceOf(0);
    }

    Client.Reply unlock() {
      return post(workspace, "unlock", Map.of());
    }

    Client.Reply toBillingCenter() {
      return post(
          workspace,
          "settlement",
          Map.of("kind", "BILLING_CENTER", "billingAccountId", account.value()));
    }

    Client.Reply toHuawei(String huaweiAccount, String instance) {
      return post(
          workspace,
          "settlement",
          Map.of(
              "kind",
              "HUAWEI_CLOUD",
              "billingAccountId",
              account.value(),
              "huaweiAccountId",
              huaweiAccount,
              "instanceId",
              instance));
    }
  }

  final String instanceOf(int order) {
    return String.valueOf(emulator.rows("orders").get(order).get("instanceId"));
  }

  final Client.Reply post(WorkspaceId workspace, String what, Object body) {
    return client.post(path(workspace) + "/" + what, body);
  }

  static String path(WorkspaceId workspace) {
    return BillingRoutes.BASE + "/workspaces/" + workspace.value();
  }

  final Client.Reply read(WorkspaceId workspace) {
    return client.get(path(workspace) + "/lifecycle");
  }

  final List<?> history(WorkspaceId workspace) {
    return List.of(client.get(path(workspace) + "/datakits").json().get("items").toString());
  }
}
