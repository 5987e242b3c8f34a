package com.guance.onboarding;

import static com.guance.onboarding.FlowTest.ORDER;
import static com.guance.onboarding.FlowTest.answers;
import static com.guance.onboarding.FlowTest.request;
import static org.assertj.core.api.Assertions.assertThat;

import com.guance.onboarding.domain.OnboardingId;
import com.guance.onboarding.domain.PersonTask;
import com.guance.onboarding.domain.Problem;
import com.guance.onboarding.domain.Secret;
import com.guance.onboarding.domain.TaskKind;
import com.guance.onboarding.spi.WorkspaceFinding;
import com.guance.onboarding.spi.WorkspaceFinding.Aspect;
import com.guance.onboarding.spi.WorkspaceFinding.Result;
import com.guance.onboarding.spi.WorkspaceVerifier;
import com.guance.onboarding.store.InMemorySecretStore;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What is said of a workspace after Guance has been asked: a lock and its date, what it withholds.
 */
class WorkspaceSeenTest {

  private static final Instant LOCKED = Instant.parse("2026-03-01T08:00:00Z");

  private final MovableClock clock = new MovableClock(LOCKED);
  private final FakeGateways fake = new FakeGateways(clock).order(ORDER, "buyer-1");
  private final List<WorkspaceFinding> others = new ArrayList<>();
  private Optional<Instant> since = Optional.of(LOCKED);
  private String rule = "is locked";

  private final WorkspaceVerifier locked =
      new WorkspaceVerifier() {
        @Override
        public Seen verify(Expected expected, Secret key) {
          Problem problem =
              new Problem(
                  "LOCKED",
                  new Problem.What(Optional.empty(), rule),
                  Problem.Mender.BUYER,
                  "Unlock it.");
          List<WorkspaceFinding> findings = new ArrayList<>(others);
          findings.add(
              new WorkspaceFinding(Aspect.LOCK, Result.WRONG, Optional.of(problem), since));
          return new Seen(expected.workspace(), Optional.empty(), findings);
        }

        @Override
        public Optional<String> firstHost(Expected expected, Secret key) {
          return Optional.empty();
        }
      };

  private OnboardingFlow flow(Duration dataKept) {
    return OnboardingFlow.builder()
        .clock(clock)
        .marketplace(fake)
        .billing(fake)
        .dataKept(dataKept)
        .verification(locked, InMemorySecretStore.create())
        .build();
  }

  private static Progress.Waiting toTheLock(OnboardingFlow flow, OnboardingId id) {
    Answers key =
        task ->
            task.kind() == TaskKind.CREATE_API_KEY
                ? Optional.of(Map.of("keyId", Secret.of("wsak_1")))
                : answers().to(task);
    Progress.Waiting waiting = (Progress.Waiting) flow.advance(id, key);
    for (int i = 0; i < 10 && mending(waiting).isEmpty(); i++) {
      waiting = (Progress.Waiting) flow.advance(id, key);
    }
    return waiting;
  }

  private static Optional<PersonTask> mending(Progress.Waiting waiting) {
    return waiting.tasks().stream()
        .filter(task -> task.kind() == TaskKind.MEND_WORKSPACE)
        .findFirst();
  }

  @Test
  void advance_lockWithItsTime_namesTheDateInTaskAndProblem() {
    OnboardingFlow flow = flow(Duration.ofDays(14));

    Progress.Waiting waiting = toTheLock(flow, flow.begin(request().build()));

    PersonTask task = mending(waiting).orElseThrow();
    assertThat(task.until()).contains(Instant.parse("2026-03-15T08:00:00Z"));
    assertThat(task.textEn()).contains("2026-03-01T08:00:00Z").contains("2026-03-15T08:00:00Z");
    assertThat(task.textZh()).contains("2026-03-01T08:00:00Z").contains("2026-03-15T08:00:00Z");
    assertThat(waiting.problem().orElseThrow().remedy()).contains("before 2026-03-15T08:00:00Z");
  }

  @ParameterizedTest
  @CsvSource({
    "P14D, P13D, the workspace is locked since 2026-03-01T08:00:00Z and its data is gone at"
        + " 2026-03-15T08:00:00Z unless it is unlocked before; in the Billing Center",
    "P14D, P15D, the workspace was locked at 2026-03-01T08:00:00Z; unless it was unlocked; its data"
        + " is gone since 2026-03-15T08:00:00Z",
    "P7D, P8D, the workspace was locked at 2026-03-01T08:00:00Z; unless it was unlocked; its data"
        + " is gone since 2026-03-08T08:00:00Z"
  })
  void explain_daysAfterTheLock_saysWhatIsLeft(Duration kept, Duration later, String remark) {
    OnboardingFlow flow = flow(kept);
    OnboardingId id = flow.begin(request().build());
    toTheLock(flow, id);

    clock.set(LOCKED.plus(later));

    assertThat(flow.explain(id).remarks())
        .extracting(said -> said.replace(',', ';'))
        .contains(remark);
  }

  @Test
  void advance_lockWithoutATime_saysWhatTheVerifierSays() {
    since = Optional.empty();
    OnboardingFlow flow = flow(Duration.ofDays(14));
    OnboardingId id = flow.begin(request().build());

    Progress.Waiting waiting = toTheLock(flow, id);

    assertThat(mending(waiting).orElseThrow().until()).isEmpty();
    assertThat(waiting.problem().orElseThrow().remedy()).isEqualTo("Unlock it.");
    assertThat(flow.explain(id).remarks()).noneMatch(remark -> remark.contains("data is gone"));
  }

  @Test
  void advance_nothingIsWiped_showsNoCountdown() {
    OnboardingFlow flow = flow(Duration.ZERO);
    OnboardingId id = flow.begin(request().build());

    Progress.Waiting waiting = toTheLock(flow, id);

    assertThat(mending(waiting).orElseThrow().until()).isEmpty();
    assertThat(waiting.problem().orElseThrow().remedy()).isEqualTo("Unlock it.");
    assertThat(flow.explain(id).remarks()).noneMatch(remark -> remark.contains("data is gone"));
  }

  @Test
  void reconcile_onlyTheWordsHaveChanged_isNoDrift() {
    OnboardingFlow flow = flow(Duration.ofDays(14));
    OnboardingId id = flow.begin(request().build());
    toTheLock(flow, id);

    rule = "is locked, said in another way";

    assertThat(ofTheLock(flow.reconcile(id))).isEmpty();
  }

  @Test
  void reconcile_lockedAnotherTime_showsBothTimes() {
    OnboardingFlow flow = flow(Duration.ofDays(14));
    OnboardingId id = flow.begin(request().build());
    toTheLock(flow, id);

    since = Optional.of(LOCKED.plusSeconds(60));

    assertThat(ofTheLock(flow.reconcile(id)))
        .singleElement()
        .satisfies(
            drift -> {
              assertThat(drift.local()).containsEntry("lock", "WRONG LOCKED 2026-03-01T08:00:00Z");
              assertThat(drift.remote()).containsEntry("lock", "WRONG LOCKED 2026-03-01T08:01:00Z");
            });
  }

  @Test
  void reconcile_guanceLeavesOutWhatItHasProven_isNoDrift() {
    others.add(WorkspaceFinding.proven(Aspect.PLAN));
    OnboardingFlow flow = flow(Duration.ofDays(14));
    OnboardingId id = flow.begin(request().build());
    toTheLock(flow, id);

    others.set(0, WorkspaceFinding.unverified(Aspect.PLAN, "Guance does not say the plan"));
    assertThat(flow.reconcile(id).drifts()).noneMatch(drift -> drift.remote().containsKey("plan"));

    others.set(0, WorkspaceFinding.wrong(Aspect.PLAN, "FREE_PLAN", "is free", "Upgrade it."));
    assertThat(flow.reconcile(id).drifts()).anyMatch(drift -> drift.remote().containsKey("plan"));
  }

  private static List<Drift> ofTheLock(Reconciliation report) {
    return report.drifts().stream().filter(drift -> drift.remote().containsKey("lock")).toList();
  }

  @Test
  void explain_whatGuanceDoesNotSay_isNamedOnceEach() {
    others.add(new WorkspaceFinding(Aspect.LANGUAGE, Result.UNVERIFIED, Optional.empty()));
    others.add(new WorkspaceFinding(Aspect.PLAN, Result.PROVEN, Optional.empty()));
    OnboardingFlow flow = flow(Duration.ofDays(14));
    OnboardingId id = flow.begin(request().build());

    toTheLock(flow, id);

    assertThat(flow.explain(id).remarks())
        .filteredOn(remark -> remark.startsWith("Guance does not say"))
        .containsExactly("Guance does not say the workspace's LANGUAGE");
  }
}
