package com.guance.onboarding.benchmarks;

import com.guance.onboarding.Answers;
import com.guance.onboarding.OnboardingFlow;
import com.guance.onboarding.OnboardingFlowBuilder;
import com.guance.onboarding.Progress;
import com.guance.onboarding.billing.gateway.BillingCenterGateway;
import com.guance.onboarding.billing.gateway.BillingCenterSettings;
import com.guance.onboarding.domain.Field;
import com.guance.onboarding.domain.HuaweiAccountId;
import com.guance.onboarding.domain.OnboardingId;
import com.guance.onboarding.domain.OnboardingRequest;
import com.guance.onboarding.domain.OrderKey;
import com.guance.onboarding.domain.PersonTask;
import com.guance.onboarding.domain.Secret;
import com.guance.onboarding.domain.TaskKind;
import com.guance.onboarding.huawei.gateway.JointOperationsGateway;
import com.guance.onboarding.huawei.gateway.JointOperationsSettings;
import com.guance.onboarding.transport.TransportRuntime;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** The customer of the sample request, who registers. */
final class Customer {

  static final Instant START = Instant.parse("2026-03-02T01:00:00Z");
  static final OrderKey ORDER = new OrderKey("CS2611240001ABCDE", "CS2611240001ABCDE-000001");
  static final HuaweiAccountId BUYER = new HuaweiAccountId("0a1b2c3d4e5f60718293a4b5c6d7e8f9");
  static final String EMAIL = "wendy@example.com";
  static final Secret TOKEN = Secret.of("not-a-real-token");

  private static final int ROUNDS = 50;
  static final Secret PASSWORD = Secret.of("Aa1!-not-a-real-one");
  private static final Secret CODE = Secret.of("123456");

  private Customer() {}

  static OnboardingRequest request(OrderKey order) {
    return OnboardingRequest.of(order)
        .with(Field.ORGANIZATION_NAME, "GCY Ltd")
        .with(Field.ORGANIZATION_SHORT_NAME, "gcy")
        .with(Field.MEMBER_ACCOUNT, "Wendy")
        .with(Field.MEMBER_NAME, "Wendy")
        .with(Field.BILLING_CHOICE, "register")
        .with(Field.BILLING_USER_NAME, "gcy-ops")
        .with(Field.BILLING_EMAIL, EMAIL)
        .with(Field.TERMS_VERSION, "2026-01")
        .with(Field.TERMS_ACCEPTED_BY, "Wendy")
        .with(Field.TERMS_AT, START.toString())
        .with(Field.ENTERPRISE_NAME, "GCY Ltd")
        .with(Field.WORKSPACE_CHOICE, "create")
        .with(Field.WORKSPACE_NAME, "gcy-prod")
        .with(Field.WORKSPACE_LANGUAGE, "zh")
        .with(Field.WORKSPACE_SITE, "cn4")
        .with(Field.WORKSPACE_EMAIL, EMAIL)
        .build();
  }

  static JointOperationsGateway marketplace(URI server, TransportRuntime runtime) {
    return marketplace(server, runtime, () -> TOKEN);
  }

  static JointOperationsGateway marketplace(
      URI server, TransportRuntime runtime, Supplier<Secret> token) {
    return JointOperationsGateway.connect(
        JointOperationsSettings.builder().baseUrl(server).bearer(token).build(), runtime);
  }

  static BillingCenterGateway billing(URI server, TransportRuntime runtime) {
    return billing(server, runtime, () -> TOKEN);
  }

  static BillingCenterGateway billing(
      URI server, TransportRuntime runtime, Supplier<Secret> token) {
    return BillingCenterGateway.connect(
        BillingCenterSettings.builder().baseUrl(server).bearer(token).build(), runtime);
  }

  static OnboardingFlowBuilder flow(
      JointOperationsGateway marketplace, BillingCenterGateway billing, Clock clock) {
    return OnboardingFlow.builder().clock(clock).marketplace(marketplace).billing(billing);
  }

  /** What the person types; whoever answers from a recording accepts any code. */
  static Optional<Map<String, Secret>> answer(PersonTask task) {
    return switch (task.kind()) {
      case SET_PASSWORD -> Optional.of(Map.of("password", PASSWORD));
      case ENTER_CODE -> Optional.of(Map.of("code", CODE));
      default -> Optional.empty();
    };
  }

  /** Goes on until the end, passing time where the flow waits for it. */
  static void toTheEnd(OnboardingFlow flow, OnboardingId id, Answers answers, People people) {
    for (int round = 0; round < ROUNDS; round++) {
      Progress progress = flow.advance(id, answers);
      if (progress instanceof Progress.Completed) {
        return;
      }
      if (!(progress instanceof Progress.Waiting waiting)) {
        break;
      }
      for (PersonTask task : waiting.tasks()) {
        if (task.kind() == TaskKind.INSTALL_DATAKIT) {
          people.installs().accept(task);
        }
      }
      Instant now = people.clock().instant();
      waiting
          .notBefore()
          .filter(at -> !at.isBefore(now))
          .ifPresent(at -> people.pass().accept(Duration.between(now, at).plusMillis(1)));
    }
    throw new IllegalStateException("the onboarding did not come to its end: " + flow.explain(id));
  }

  /** What goes on around a flow: who installs a DataKit, and how time passes. */
  record People(Clock clock, Consumer<Duration> pass, Consumer<PersonTask> installs) {}
}
