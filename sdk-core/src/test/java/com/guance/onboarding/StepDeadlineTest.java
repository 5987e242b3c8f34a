package com.guance.onboarding;

import static com.guance.onboarding.FlowTest.ORDER;
import static com.guance.onboarding.FlowTest.answers;
import static com.guance.onboarding.FlowTest.request;
import static org.assertj.core.api.Assertions.assertThat;

import com.guance.onboarding.domain.OnboardingId;
import com.guance.onboarding.domain.Problem;
import com.guance.onboarding.domain.Secret;
import com.guance.onboarding.domain.TaskKind;
import com.guance.onboarding.spi.MarketplaceGateway;
import com.guance.onboarding.spi.WorkspaceFinding;
import com.guance.onboarding.spi.WorkspaceVerifier;
import com.guance.onboarding.store.InMemorySecretStore;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A step's calls share one deadline, and that is shorter than the claim. */
class StepDeadlineTest {

  private final MovableClock clock = new MovableClock(Instant.parse("2026-01-01T00:00:00Z"));
  private final FakeGateways fake = new FakeGateways(clock).order(ORDER, "buyer-1");
  private final List<Duration> given = new ArrayList<>();
  private final List<String> looks = new ArrayList<>();
  private Duration slow = Duration.ZERO;

  private OnboardingFlow flow(Optional<Duration> claim) {
    OnboardingFlowBuilder builder =
        OnboardingFlow.builder().clock(clock).marketplace(slowMarketplace()).billing(fake);
    claim.ifPresent(builder::claim);
    return builder.build();
  }

  /** Takes its time to look for organizations, and notes how long it is given. */
  private MarketplaceGateway slowMarketplace() {
    return (MarketplaceGateway)
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {MarketplaceGateway.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("within")) {
                given.add((Duration) arguments[0]);
                return proxy;
              }
              if (method.getName().equals("findOrganization")) {
                clock.set(clock.instant().plus(slow));
              }
              try {
                return method.invoke(fake, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }

  /** The first try fails, so that the second looks before it acts. */
  private OnboardingId failedOnce(OnboardingFlow flow) {
    OnboardingId id = flow.begin(request().build());
    fake.beforeEffect =
        () -> {
          throw new IllegalStateException("down");
        };
    flow.advance(id, answers());
    fake.organizations.clear();
    fake.beforeEffect = () -> {};
    clock.set(clock.instant().plusSeconds(600));
    given.clear();
    return id;
  }

  @Test
  void advance_lookingTakesTime_leavesTheRestForActing() {
    OnboardingFlow flow = flow(Optional.empty());
    OnboardingId id = failedOnce(flow);
    slow = Duration.ofSeconds(20);

    flow.advance(id, answers());

    assertThat(given).startsWith(Duration.ofSeconds(30), Duration.ofSeconds(10));
    assertThat(fake.count("organization")).isEqualTo(1);
  }

  @Test
  void advance_lookingTakesAllTheTime_doesNotActUnderAClaimThatMayEnd() {
    OnboardingFlow flow = flow(Optional.empty());
    OnboardingId id = failedOnce(flow);
    slow = Duration.ofSeconds(30);

    Progress progress = flow.advance(id, answers());

    assertThat(fake.count("organization")).isZero();
    Progress.Waiting waiting = (Progress.Waiting) progress;
    assertThat(waiting.problem()).isPresent();
    assertThat(waiting.notBefore()).isPresent();

    slow = Duration.ZERO;
    clock.set(waiting.notBefore().get());
    flow.advance(id, answers());
    assertThat(fake.count("organization")).isEqualTo(1);
  }

  @Test
  void advance_shorterClaim_shortensTheDeadlineToo() {
    OnboardingFlow flow = flow(Optional.of(Duration.ofSeconds(9)));
    failedOnce(flow);
    OnboardingId id = OrderIds.of(ORDER);

    flow.advance(id, answers());

    assertThat(given).isNotEmpty().allMatch(time -> time.compareTo(Duration.ofSeconds(6)) <= 0);
  }

  /** Notes how long it is given; a look without a bound is a defect. */
  private final class BoundedVerifier implements WorkspaceVerifier {

    private final boolean bounded;

    BoundedVerifier(boolean bounded) {
      this.bounded = bounded;
    }

    @Override
    public WorkspaceVerifier within(Duration time) {
      given.add(time);
      return new BoundedVerifier(true);
    }

    @Override
    public Seen verify(Expected expected, Secret key) {
      assertThat(bounded).isTrue();
      looks.add("verify");
      boolean first = looks.size() == 1;
      return new Seen(expected.workspace(), Optional.empty(), List.of(lock(first)));
    }

    @Override
    public Optional<String> firstHost(Expected expected, Secret key) {
      assertThat(bounded).isTrue();
      looks.add("host");
      return Optional.of("host-1");
    }

    private WorkspaceFinding lock(boolean locked) {
      return locked
          ? new WorkspaceFinding(
              WorkspaceFinding.Aspect.LOCK,
              WorkspaceFinding.Result.WRONG,
              Optional.of(
                  new Problem(
                      "LOCKED",
                      new Problem.What(Optional.empty(), "is locked"),
                      Problem.Mender.BUYER,
                      "Unlock it.")))
          : new WorkspaceFinding(
              WorkspaceFinding.Aspect.LOCK, WorkspaceFinding.Result.PROVEN, Optional.empty());
    }
  }

  private static Answers withKey() {
    return task ->
        task.kind() == TaskKind.CREATE_API_KEY
            ? Optional.of(Map.of("keyId", Secret.of("wsak_1")))
            : answers().to(task);
  }

  @Test
  void advance_takingAKeyLookingAgainAndForTheHost_eachKeepToTheStepsDeadline() {
    OnboardingFlow flow =
        OnboardingFlow.builder()
            .clock(clock)
            .marketplace(fake)
            .billing(fake)
            .verification(new BoundedVerifier(false), InMemorySecretStore.create())
            .build();
    OnboardingId id = flow.begin(request().build());

    for (int i = 0; i < 20 && !looks.contains("host"); i++) {
      flow.advance(id, withKey());
      clock.set(clock.instant().plusSeconds(600));
    }

    assertThat(looks).containsExactly("verify", "verify", "host");
    assertThat(given).hasSize(3).containsOnly(Duration.ofSeconds(30));
  }
}
