package com.guance.onboarding.billing.external;

import static org.assertj.core.api.Assertions.assertThat;

import com.guance.onboarding.Answers;
import com.guance.onboarding.Onboarding;
import com.guance.onboarding.OnboardingFlow;
import com.guance.onboarding.Progress;
import com.guance.onboarding.billing.api.StubServer;
import com.guance.onboarding.billing.datakit.TokenCheck;
import com.guance.onboarding.domain.Fact;
import com.guance.onboarding.domain.HuaweiAccountId;
import com.guance.onboarding.domain.OnboardingId;
import com.guance.onboarding.domain.OnboardingRequest;
import com.guance.onboarding.domain.OrderKey;
import com.guance.onboarding.domain.PersonTask;
import com.guance.onboarding.domain.Secret;
import com.guance.onboarding.domain.Site;
import com.guance.onboarding.domain.Stage;
import com.guance.onboarding.domain.TaskKind;
import com.guance.onboarding.domain.WorkspaceId;
import com.guance.onboarding.spi.OrderDetails;
import com.guance.onboarding.store.InMemoryStore;
import com.guance.onboarding.testkit.Emulator;
import com.guance.onboarding.testkit.OnboardingEmulator;
import com.guance.onboarding.transport.HttpSettings;
import com.guance.onboarding.transport.TransportRuntime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * The Guance side of every branch on a private deployment, whose External API the emulator plays;
 * KooGallery's console is played too.
 */
@OnboardingEmulator
final class DeploymentFlowTest {

  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
  private static final HuaweiAccountId BUYER = new HuaweiAccountId("buyer-1");

  /** What people do at KooGallery, which no deployment can do for them. */
  private static final Set<Stage> MARKETPLACE =
      EnumSet.of(
          Stage.ORGANIZATION,
          Stage.MEMBER,
          Stage.APP_BINDING,
          Stage.APP_AUTHORIZATION,
          Stage.SIGN_IN);

  private final Emulator emulator;
  private final GuanceExternalApi api;
  private final List<TaskKind> asked = new ArrayList<>();
  private int orders;

  DeploymentFlowTest(Emulator emulator) {
    this.emulator = emulator;
    this.api =
        GuanceExternalApi.connect(
            ExternalSettings.builder()
                .http(HttpSettings.builder().baseUrl(emulator.externalApiUri()).build())
                .accessKey(Secret.of("external-access-key"))
                .secretKey(Secret.of("external-secret-key"))
                .build(),
            TransportRuntime.builder()
                .clock(emulator.clock())
                .sleeper(emulator.clock().sleeper())
                .build());
  }

  @AfterEach
  void close() {
    api.close();
  }

  private List<Integer> effects() {
    return List.of(
        emulator.remoteCalls("externalAddAccount"),
        emulator.remoteCalls("externalCreateWorkspace"));
  }

  private OnboardingRequest.Builder request() {
    orders++;
    return OnboardingRequest.of(new OrderKey("CS-" + orders, "CS-" + orders + "-000001"))
        .organization("GCY Ltd", "gcy" + orders)
        .member("Wendy")
        .enterprise("GCY Ltd")
        .terms("2026-01", "Wendy", START);
  }

  private Onboarding run(DeploymentGateway gateway, OnboardingRequest request) {
    OnboardingFlow flow =
        OnboardingFlow.builder()
            .store(InMemoryStore.create())
            .clock(emulator.clock())
            .orders(order -> Optional.of(OrderDetails.builder().order(order).buyer(BUYER).build()))
            .billing(gateway)
            .build();
    OnboardingId id = flow.begin(request);
    for (int i = 0; i < 60; i++) {
      Progress progress = flow.advance(id, passwords());
      if (progress instanceof Progress.Completed completed) {
        return completed.onboarding();
      }
      Progress.Waiting waiting = (Progress.Waiting) progress;
      waiting.tasks().forEach(task -> play(flow, id, task));
      Instant now = emulator.clock().instant();
      Instant next = waiting.notBefore().filter(now::isBefore).orElse(now.plusSeconds(1));
      emulator.clock().advance(Duration.between(now, next).plusMillis(1));
    }
    throw new AssertionError("not completed; asked " + asked);
  }

  private void play(OnboardingFlow flow, OnboardingId id, PersonTask task) {
    if (MARKETPLACE.contains(task.stage())) {
      flow.record(new Fact.Confirmed(id, task.id()));
    } else if (task.kind() == TaskKind.INSTALL_DATAKIT) {
      WorkspaceId workspace = flow.get(id).workspace().orElseThrow().id();
      Secret token = emulator.buyer().guance().dataToken(workspace);
      emulator.buyer().guance().reportDataKit(token, "web-1");
    } else {
      asked.add(task.kind());
    }
  }

  private static Answers passwords() {
    return task ->
        task.kind() == TaskKind.SET_PASSWORD
            ? Optional.of(Map.of("password", Secret.of("Aa1!aaaa")))
            : Optional.empty();
  }

  private DeploymentGateway gateway() {
    return DeploymentGateway.over(api, new Site("cn4"));
  }

  @Test
  void advance_register_completesWithoutPeopleOnTheGuanceSide() {
    Onboarding done =
        run(
            gateway(),
            request()
                .registerBillingAccount("gcy-ops", "wendy@example.com")
                .createWorkspace("gcy-prod", "zh", "cn4")
                .build());
    assertThat(asked).isEmpty();
    assertThat(done.dataKitHost()).contains("web-1");
    assertThat(effects()).containsExactly(1, 1);
  }

  @Test
  void advance_secondOrderOfTheBuyer_entersWhatIsBound() {
    run(
        gateway(),
        request()
            .registerBillingAccount("gcy-ops", "wendy@example.com")
            .createWorkspace("gcy-prod", "zh", "cn4")
            .build());
    Onboarding done = run(gateway(), request().build());
    assertThat(asked).isEmpty();
    assertThat(done.stage()).isEqualTo(Stage.COMPLETED);
    assertThat(effects()).containsExactly(1, 1);
  }

  @Test
  void advance_bindAndExistingWorkspace_completesWhereTheOperatorVouches() {
    String owner = emulator.given().deployedAccount("ops", "wendy@example.com");
    WorkspaceId id = emulator.given().deployedWorkspace(owner, "prod", "zh");
    Onboarding done =
        run(
            gateway().DANGEROUS_trustTypedEmail(),
            request().bindBillingAccount("ops", "wendy@example.com").existingWorkspace(id).build());
    assertThat(asked).isEmpty();
    assertThat(done.stage()).isEqualTo(Stage.COMPLETED);
    assertThat(effects()).containsExactly(0, 0);
  }

  @Test
  void advance_bindAndNewWorkspace_completesWhereTheOperatorVouches() {
    emulator.given().deployedAccount("ops", "wendy@example.com");
    run(
        gateway().DANGEROUS_trustTypedEmail(),
        request()
            .bindBillingAccount("ops", "wendy@example.com")
            .createWorkspace("gcy-prod", "en", "cn4")
            .workspaceOwner("wendy@example.com")
            .build());
    assertThat(asked).isEmpty();
    assertThat(effects()).containsExactly(0, 1);
  }

  @Test
  void advance_bindAndNewAccount_completesWhereTheOperatorVouches() {
    emulator.given().deployedAccount("ops", "wendy@example.com");
    run(
        gateway().DANGEROUS_trustTypedEmail(),
        request()
            .bindBillingAccount("ops", "wendy@example.com")
            .registerAccountAndCreateWorkspace("gcy-prod", "en", "cn4")
            .workspaceOwner("tom@example.com")
            .with(com.guance.onboarding.domain.Field.WORKSPACE_USER_NAME, "tom")
            .build());
    assertThat(asked).isEmpty();
    assertThat(effects()).containsExactly(1, 1);
  }

  @Test
  void advance_datawayRefusesTheToken_isATaskUntilADataKitReports() {
    try (StubServer server = new StubServer();
        TokenCheck dataway =
            TokenCheck.connect(
                HttpSettings.builder().baseUrl(server.address()).build(),
                TransportRuntime.system())) {
      server.answer(403, "{\"code\":403,\"errorCode\":\"kodo.tokenNotFound\"}");

      Onboarding done =
          run(
              gateway().checkingTokens(dataway),
              request()
                  .registerBillingAccount("gcy-ops", "wendy@example.com")
                  .createWorkspace("gcy-prod", "zh", "cn4")
                  .build());

      assertThat(asked).isNotEmpty().containsOnly(TaskKind.MEND_WORKSPACE);
      assertThat(done.dataKitHost()).contains("web-1");
    }
  }

  @Test
  void advance_answersGetLost_nothingIsMadeTwice() {
    for (String operation :
        List.of("externalAddAccount", "externalModifyAccount", "externalCreateWorkspace")) {
      emulator.fault("cut-after", 1, operation);
    }
    Onboarding done =
        run(
            gateway(),
            request()
                .registerBillingAccount("gcy-ops", "wendy@example.com")
                .createWorkspace("gcy-prod", "zh", "cn4")
                .build());
    assertThat(done.stage()).isEqualTo(Stage.COMPLETED);
    assertThat(emulator.rows("deployedAccounts")).hasSize(1);
    assertThat(emulator.rows("workspaces")).hasSize(1);
  }
}
