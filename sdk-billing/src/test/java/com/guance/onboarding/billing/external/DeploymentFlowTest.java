package com.guance.onboarding.billing.external;

import static org.assertj.core.api.Assertions.assertThat;

import com.guance.onboarding.Answers;
import com.guance.onboarding.Onboarding;
import com.guance.onboarding.OnboardingFlow;
import com.guance.onboarding.Progress;
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
import com.guance.onboarding.transport.HttpSettings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The Guance side of every branch on a private deployment; KooGallery's console is played. */
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

  private final FakeDeployment deployment = new FakeDeployment();
  private final GuanceExternalApi api =
      GuanceExternalApi.connect(
          ExternalSettings.builder()
              .http(HttpSettings.builder().baseUrl(deployment.address()).maxAttempts(1).build())
              .accessKey(Secret.of("a"))
              .secretKey(Secret.of("s"))
              .build());
  private final TickingClock clock = new TickingClock();
  private final List<TaskKind> asked = new ArrayList<>();
  private int orders;

  @AfterEach
  void close() {
    api.close();
    deployment.close();
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
            .clock(clock)
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
      clock.now = waiting.notBefore().filter(clock.now::isBefore).orElse(clock.now.plusSeconds(1));
    }
    throw new AssertionError("not completed; asked " + asked);
  }

  private void play(OnboardingFlow flow, OnboardingId id, PersonTask task) {
    if (MARKETPLACE.contains(task.stage())) {
      flow.record(new Fact.Confirmed(id, task.id()));
    } else if (task.kind() == TaskKind.INSTALL_DATAKIT) {
      deployment.dataKitReports("web-1");
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
    assertThat(deployment.effects).containsExactly("account", "workspace");
    assertThat(deployment.accounts.toString()).contains("CS-1/CS-1-000001");
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
    assertThat(deployment.effects).containsExactly("account", "workspace");
  }

  @Test
  void advance_bindAndExistingWorkspace_completesWhereTheOperatorVouches() {
    String owner = deployment.existingAccount("ops", "wendy@example.com").get("uuid").asText();
    String id = deployment.existingWorkspace("prod", owner).get("uuid").asText();
    Onboarding done =
        run(
            gateway().DANGEROUS_trustTypedEmail(),
            request()
                .bindBillingAccount("ops", "wendy@example.com")
                .existingWorkspace(new WorkspaceId(id))
                .build());
    assertThat(asked).isEmpty();
    assertThat(done.stage()).isEqualTo(Stage.COMPLETED);
    assertThat(deployment.effects).isEmpty();
  }

  @Test
  void advance_bindAndNewWorkspace_completesWhereTheOperatorVouches() {
    deployment.existingAccount("ops", "wendy@example.com");
    run(
        gateway().DANGEROUS_trustTypedEmail(),
        request()
            .bindBillingAccount("ops", "wendy@example.com")
            .createWorkspace("gcy-prod", "en", "cn4")
            .workspaceOwner("wendy@example.com")
            .build());
    assertThat(asked).isEmpty();
    assertThat(deployment.effects).containsExactly("workspace");
  }

  @Test
  void advance_bindAndNewAccount_completesWhereTheOperatorVouches() {
    deployment.existingAccount("ops", "wendy@example.com");
    run(
        gateway().DANGEROUS_trustTypedEmail(),
        request()
            .bindBillingAccount("ops", "wendy@example.com")
            .registerAccountAndCreateWorkspace("gcy-prod", "en", "cn4")
            .workspaceOwner("tom@example.com")
            .with(com.guance.onboarding.domain.Field.WORKSPACE_USER_NAME, "tom")
            .build());
    assertThat(asked).isEmpty();
    assertThat(deployment.effects).containsExactly("account", "workspace");
  }

  private static final class TickingClock extends Clock {

    private Instant now = START;

    @Override
    public Instant instant() {
      now = now.plus(Duration.ofMillis(1));
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
