package com.guance.onboarding.examples;

import static org.assertj.core.api.Assertions.assertThat;

import com.guance.onboarding.Onboarding;
import com.guance.onboarding.OnboardingFlow;
import com.guance.onboarding.Progress;
import com.guance.onboarding.StageStatus;
import com.guance.onboarding.billing.gateway.BillingCenterGateway;
import com.guance.onboarding.billing.gateway.BillingCenterSettings;
import com.guance.onboarding.domain.BillingAccountId;
import com.guance.onboarding.domain.Field;
import com.guance.onboarding.domain.OnboardingId;
import com.guance.onboarding.domain.OnboardingRequest;
import com.guance.onboarding.domain.OrderKey;
import com.guance.onboarding.domain.WorkspaceId;
import com.guance.onboarding.huawei.gateway.JointOperationsGateway;
import com.guance.onboarding.huawei.gateway.JointOperationsSettings;
import com.guance.onboarding.testkit.Emulator;
import com.guance.onboarding.testkit.EmulatorSettings;
import com.guance.onboarding.testkit.OnboardingEmulator;
import com.guance.onboarding.testkit.RemoteCall;
import com.guance.onboarding.transport.TransportRuntime;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The flow, both clients and the emulator, over a real connection. */
@OnboardingEmulator
final class OverHttpTest {

  private static final String EMAIL = "wendy@example.com";
  private static final List<String> EFFECTS =
      List.of(
          "createOrganization",
          "addMember",
          "bindApp",
          "authorizeMembers",
          "sendVerificationCode",
          "registerBillingAccount",
          "confirmEnterprise",
          "createWorkspace",
          "bindWorkspace");
  private static final int ROUNDS = 40;
  private static final int THREADS = 16;
  private static final Duration ATTEMPT = Duration.ofMillis(800);

  private static OnboardingFlow flow(Emulator emulator) {
    TransportRuntime runtime =
        TransportRuntime.builder()
            .clock(emulator.clock())
            .sleeper(emulator.clock().sleeper())
            .build();
    return OnboardingFlow.builder()
        .clock(emulator.clock())
        .marketplace(
            JointOperationsGateway.connect(
                JointOperationsSettings.builder()
                    .baseUrl(emulator.jointOperationsUri())
                    .http(http -> http.attemptTimeout(ATTEMPT))
                    .build(),
                runtime))
        .billing(
            BillingCenterGateway.connect(
                BillingCenterSettings.builder()
                    .baseUrl(emulator.billingCenterUri())
                    .http(http -> http.attemptTimeout(ATTEMPT))
                    .build(),
                runtime))
        .build();
  }

  private static Onboarding run(Emulator emulator, OnboardingFlow flow, OnboardingId id) {
    for (int i = 0; i < ROUNDS; i++) {
      Progress progress = flow.advance(id, emulator.buyer()::answer);
      if (progress instanceof Progress.Completed completed) {
        return completed.onboarding();
      }
      if (progress instanceof Progress.Waiting waiting) {
        waiting.tasks().forEach(emulator.buyer()::playConsole);
        emulator.clock().advance(Duration.ofMinutes(1));
      }
    }
    throw new AssertionError("not completed: " + flow.explain(id) + emulator.callLog());
  }

  private static OnboardingRequest.Builder request(OrderKey order) {
    return OnboardingRequest.of(order)
        .organization("GCY Ltd", "gcy")
        .member("Wendy")
        .enterprise("GCY Ltd")
        .terms("2026-01", "Wendy", Instant.parse("2026-01-01T00:00:00Z"));
  }

  private static void begin(Emulator emulator, OnboardingFlow flow, OnboardingRequest request) {
    OnboardingId id = flow.begin(request);
    emulator.buyer().connect(flow::record).tie(id, request.order());
    Onboarding done = run(emulator, flow, id);
    assertThat(done.stages()).allMatch(StageStatus::verified);
  }

  private static OnboardingRequest register(OrderKey order) {
    return request(order)
        .registerBillingAccount("gcy-wendy", EMAIL)
        .createWorkspace("gcy", "zh", "cn4")
        .build();
  }

  private static void assertOneOfEach(Emulator emulator) {
    for (String list :
        List.of(
            "organizations",
            "members",
            "bindings",
            "authorizations",
            "billingAccounts",
            "workspaces",
            "guanceAccounts")) {
      assertThat(emulator.rows(list)).as(list).hasSize(1);
    }
  }

  @Test
  void advance_registering_makesOneOfEach(Emulator emulator) {
    try (OnboardingFlow flow = flow(emulator)) {
      begin(emulator, flow, register(emulator.buyer().purchase()));
    }
    assertOneOfEach(emulator);
    assertThat(emulator.mail().mails()).hasSize(1);
  }

  @Test
  void advance_bindingAnAccountAndItsWorkspace_makesNoOther(Emulator emulator) {
    BillingAccountId account = emulator.given().billingAccount("gcy-old", EMAIL);
    WorkspaceId workspace = emulator.given().workspace(account, "prod", "zh", "cn4");
    try (OnboardingFlow flow = flow(emulator)) {
      OrderKey order = emulator.buyer().purchase();
      begin(
          emulator,
          flow,
          request(order).bindBillingAccount("gcy-old", EMAIL).existingWorkspace(workspace).build());
    }
    assertThat(emulator.rows("workspaces")).hasSize(1);
  }

  @Test
  void advance_bindingAndCreating_provesTheOwnerByMail(Emulator emulator) {
    emulator.given().billingAccount("gcy-old", EMAIL);
    emulator.given().guanceAccount("wendy", EMAIL);
    try (OnboardingFlow flow = flow(emulator)) {
      OrderKey order = emulator.buyer().purchase();
      begin(
          emulator,
          flow,
          request(order)
              .bindBillingAccount("gcy-old", EMAIL)
              .createWorkspace("gcy", "en", "cn4")
              .workspaceOwner(EMAIL)
              .build());
    }
    assertThat(emulator.mail().mails()).hasSize(2);
  }

  @Test
  void advance_bindingAndRegisteringAnAccount_makesThatAccount(Emulator emulator) {
    emulator.given().billingAccount("gcy-old", EMAIL);
    try (OnboardingFlow flow = flow(emulator)) {
      OrderKey order = emulator.buyer().purchase();
      begin(
          emulator,
          flow,
          request(order)
              .bindBillingAccount("gcy-old", EMAIL)
              .registerAccountAndCreateWorkspace("gcy", "en", "cn4")
              .workspaceOwner("new@example.com")
              .with(Field.WORKSPACE_USER_NAME, "wendy-new")
              .build());
    }
    assertThat(emulator.rows("guanceAccounts")).hasSize(1);
  }

  @Test
  void advance_accountBoundAlready_goesStraightIn(Emulator emulator) {
    BillingAccountId account =
        emulator.given().billingAccount(emulator.buyer().account(), "gcy-old", EMAIL, "GCY Ltd");
    emulator.given().boundWorkspace(account, "prod", "zh", "cn4");
    try (OnboardingFlow flow = flow(emulator)) {
      begin(emulator, flow, register(emulator.buyer().purchase()));
    }
    assertThat(emulator.rows("workspaces")).hasSize(1);
    assertThat(emulator.rows("billingAccounts")).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "duplicate",
        "cut-before",
        "cut-after",
        "throttle",
        "error-500",
        "malformed",
        "unknown-fields"
      })
  void advance_faultAtEachOperation_makesOneOfEach(String profile, Emulator emulator) {
    try (OnboardingFlow flow = flow(emulator)) {
      begin(emulator, flow, register(emulator.buyer().purchase()));
    }
    List<String> operations =
        emulator.callLog().stream().map(RemoteCall::operation).distinct().toList();
    assertThat(operations).hasSizeGreaterThan(10);
    for (String operation : operations) {
      emulator.reset();
      registerUnder(profile, operation, emulator);
    }
  }

  private static void registerUnder(String profile, String operation, Emulator emulator) {
    try (OnboardingFlow flow = flow(emulator)) {
      emulator.fault(profile, 1, operation);
      begin(emulator, flow, register(emulator.buyer().purchase()));
      assertOneOfEach(emulator);
    } catch (AssertionError | RuntimeException e) {
      throw new AssertionError(profile + " at " + operation, e);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"createOrganization", "registerBillingAccount", "createWorkspace"})
  void advance_answerPastTheDeadline_makesOneOfEach(String operation) {
    EmulatorSettings settings =
        EmulatorSettings.builder().longDelay(ATTEMPT.plusMillis(200)).build();
    try (Emulator emulator = Emulator.start(settings)) {
      registerUnder("delay", operation, emulator);
    }
  }

  @Test
  void advance_fromSixteenThreadsWithoutKeys_makesOneOfEach() throws Exception {
    EmulatorSettings settings =
        EmulatorSettings.builder().idempotencyKeys(false).callTime(Duration.ofMillis(200)).build();
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try (Emulator emulator = Emulator.start(settings);
        OnboardingFlow flow = flow(emulator)) {
      OnboardingId id = flow.begin(register(emulator.buyer().purchase()));
      Callable<Progress> advance = () -> flow.advance(id, emulator.buyer()::answer);

      List<Future<Progress>> ends = threads.invokeAll(Collections.nCopies(THREADS, advance));

      for (Future<Progress> end : ends) {
        assertThat(end.get()).isNotNull();
      }
      run(emulator, flow, id);
      assertOneOfEach(emulator);
      assertThat(emulator.mail().mails()).hasSize(1);
      for (String effect : EFFECTS) {
        assertThat(emulator.remoteCalls(effect)).as(effect).isEqualTo(1);
      }
    } finally {
      threads.shutdownNow();
    }
  }
}
