package com.guance.onboarding.examples;

import com.guance.onboarding.OnboardingFlow;
import com.guance.onboarding.Progress;
import com.guance.onboarding.billing.gateway.BillingCenterGateway;
import com.guance.onboarding.billing.gateway.BillingCenterSettings;
import com.guance.onboarding.billing.gateway.WorkspaceLife;
import com.guance.onboarding.billing.gateway.WorkspaceLifecycle;
import com.guance.onboarding.domain.BillingAccountId;
import com.guance.onboarding.domain.HuaweiAccountId;
import com.guance.onboarding.domain.OnboardingId;
import com.guance.onboarding.domain.OnboardingRequest;
import com.guance.onboarding.domain.OrderKey;
import com.guance.onboarding.domain.PersonTask;
import com.guance.onboarding.domain.Subscription;
import com.guance.onboarding.domain.WorkspaceId;
import com.guance.onboarding.huawei.gateway.JointOperationsGateway;
import com.guance.onboarding.huawei.gateway.JointOperationsSettings;
import com.guance.onboarding.testkit.Emulator;
import com.guance.onboarding.testkit.Subscriptions;
import com.guance.onboarding.transport.TransportRuntime;
import java.time.Duration;
import java.time.Instant;

/** A partner's side and both vendors' sides, on one virtual clock. */
final class LifecycleWorld implements AutoCloseable {

  private final Emulator emulator = Emulator.start();
  private final BillingCenterGateway billing;
  private final OnboardingFlow flow;

  LifecycleWorld() {
    TransportRuntime runtime =
        TransportRuntime.builder()
            .clock(emulator.clock())
            .sleeper(emulator.clock().sleeper())
            .build();
    billing =
        BillingCenterGateway.connect(
            BillingCenterSettings.builder().baseUrl(emulator.billingCenterUri()).build(), runtime);
    flow =
        OnboardingFlow.builder()
            .marketplace(
                JointOperationsGateway.connect(
                    JointOperationsSettings.builder()
                        .baseUrl(emulator.jointOperationsUri())
                        .build(),
                    runtime))
            .billing(billing)
            .callbacks(true)
            .clock(emulator.clock())
            .build();
    emulator.buyer().connect(flow::record);
  }

  /** A customer whose onboarding is completed. */
  record Customer(
      OnboardingId id,
      OrderKey order,
      HuaweiAccountId huaweiAccount,
      WorkspaceId workspace,
      BillingAccountId account) {}

  Customer onboard(String shortName) {
    HuaweiAccountId buyer = emulator.buyer().newAccount();
    OrderKey order = emulator.buyer().purchase(buyer);
    OnboardingId id =
        flow.begin(
            OnboardingRequest.of(order)
                .organization(shortName + " Ltd", shortName)
                .member("Wendy")
                .registerBillingAccount(shortName + "-ops", shortName + "@example.com")
                .enterprise(shortName + " Ltd")
                .terms("2026-01", "Wendy", now())
                .createWorkspace(shortName + "-prod", "zh", "cn4")
                .build());
    Progress progress = flow.advance(id, emulator.buyer()::answer);
    while (progress instanceof Progress.Waiting waiting) {
      for (PersonTask task : waiting.newTasks()) {
        emulator.buyer().playConsole(task, order);
      }
      pass(Duration.ofMinutes(1));
      progress = flow.advance(id, emulator.buyer()::answer);
    }
    WorkspaceId workspace = flow.get(id).workspace().orElseThrow().id();
    BillingAccountId account = lifecycle().read(workspace).account().orElseThrow();
    return new Customer(id, order, buyer, workspace, account);
  }

  /** What the buyer does in KooGallery's console. */
  Subscriptions kooGallery() {
    return emulator.buyer().subscriptions();
  }

  WorkspaceLifecycle lifecycle() {
    return billing.lifecycle();
  }

  WorkspaceLife.Settlement.Kind pays(Customer customer) {
    return lifecycle().read(customer.workspace()).settlement().orElseThrow().kind();
  }

  /** Whether the Billing Center and the callbacks agree that it is locked. */
  boolean locked(Customer customer) {
    return lifecycle().read(customer.workspace()).lock().isPresent()
        && subscription(customer).lockedAt().isPresent();
  }

  Subscription subscription(Customer customer) {
    return flow.get(customer.id()).subscription().orElseThrow();
  }

  /** What an operator is told of a lock; nothing while there is none. */
  String countdown(Customer customer) {
    return flow.explain(customer.id()).remarks().stream()
        .filter(remark -> remark.contains("locked"))
        .findFirst()
        .orElse("nothing is locked");
  }

  boolean historyReadable(Customer customer) {
    return billing.firstDataKitHost(customer.workspace()).isPresent();
  }

  Instant now() {
    return emulator.clock().instant();
  }

  void pass(Duration time) {
    emulator.clock().advance(time);
  }

  @Override
  public void close() {
    flow.close();
    emulator.close();
  }
}
