package com.guance.onboarding;

import static com.guance.onboarding.FlowTest.ORDER;
import static com.guance.onboarding.FlowTest.answers;
import static com.guance.onboarding.FlowTest.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.guance.onboarding.domain.Fact;
import com.guance.onboarding.domain.Field;
import com.guance.onboarding.domain.InvalidInputException;
import com.guance.onboarding.domain.OnboardingId;
import com.guance.onboarding.domain.OnboardingRequest;
import com.guance.onboarding.domain.OrderKey;
import com.guance.onboarding.domain.PersonTask;
import com.guance.onboarding.domain.Secret;
import com.guance.onboarding.domain.TaskKind;
import com.guance.onboarding.error.ConflictException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Of which tasks a person can say that they are done, and what that word has to bring. */
class TaskWordsTest {

  private final FlowTest world = new FlowTest();
  private final OnboardingFlow people =
      OnboardingFlow.builder().store(world.store).clock(world.clock).build();

  private void unknown(OnboardingId id, String taskId) {
    int kept = world.store.facts(id).size();
    assertThatThrownBy(() -> world.newFlow().record(new Fact.Confirmed(id, taskId)))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage("taskId must be a task that this onboarding has handed out");
    assertThat(world.store.facts(id)).hasSize(kept);
  }

  private static PersonTask task(Progress progress, TaskKind kind) {
    return ((Progress.Waiting) progress)
        .tasks().stream().filter(one -> one.kind() == kind).findFirst().orElseThrow();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "instal-datakit",
        "install-datakit",
        "create-workspace",
        "register-billing-account",
        "enterprise-info",
        "correct-organization.shortName-1",
        ""
      })
  void record_taskThatNobodyHasHandedOut_isRefused(String slug) {
    OnboardingId id = people.begin(request().build());
    people.advance(id);

    unknown(id, id + "." + slug);
  }

  @Test
  void record_taskOfAnotherOnboarding_isRefused() {
    OnboardingId id = people.begin(request().build());
    PersonTask own = task(people.advance(id), TaskKind.CREATE_ORGANIZATION);
    OnboardingId other =
        people.begin(OnboardingRequest.of(new OrderKey("CS-2", "CS-2-000001")).build());

    unknown(other, own.id());
  }

  @Test
  void record_openTaskThatNobodyWasToldOf_isTaken() {
    OnboardingId id = people.begin(request().build());
    PersonTask seen = task(people.explain(id).waiting().orElseThrow(), TaskKind.ADD_MEMBER);

    assertThat(people.record(new Fact.Confirmed(id, seen.id()))).containsExactly(id);
    assertThat(((Progress.Waiting) people.advance(id)).tasks())
        .isNotEmpty()
        .extracting(PersonTask::kind)
        .doesNotContain(TaskKind.ADD_MEMBER);
  }

  /** By another node, whose listener was told of the task and answers late. */
  @Test
  void record_taskThatIsDoneByNow_isTakenAgainAndChangesNothing() {
    OnboardingId id = people.begin(request().build());
    PersonTask task = task(people.advance(id), TaskKind.CREATE_ORGANIZATION);
    people.record(new Fact.Confirmed(id, task.id()));
    Progress once = people.advance(id);

    OnboardingFlow other = OnboardingFlow.builder().store(world.store).clock(world.clock).build();
    assertThat(other.record(new Fact.Confirmed(id, task.id()))).containsExactly(id);

    assertThat(other.advance(id)).isEqualTo(once);
  }

  @Test
  void record_taskThatAsksForAnswersWithoutAny_isRefusedAndNamesThemAll() {
    OnboardingId id = world.flow.begin(OnboardingRequest.of(ORDER).build());
    PersonTask details = task(world.flow.advance(id), TaskKind.PROVIDE_DETAILS);

    refusedForBoth(() -> world.flow.record(new Fact.Confirmed(id, details.id())));
    assertThat(world.flow.explain(id).toString()).doesNotContain("TASK_CONFIRMED");

    Map<String, String> both =
        Map.of("organization.name", "GCY Ltd", "organization.shortName", "gcy");
    world.flow.record(new Fact.Confirmed(id, details.id(), both));
    world.flow.advance(id);
    world.flow.record(new Fact.Confirmed(id, details.id(), both));
    world.flow.record(new Fact.Confirmed(id, details.id()));
    assertThat(world.flow.get(id).organization()).isPresent();
  }

  @Test
  void advance_answerLeavesOutAndBreaksRules_namesAllOfThem() {
    OnboardingId id = world.flow.begin(OnboardingRequest.of(ORDER).build());
    PersonTask details = task(world.flow.advance(id), TaskKind.PROVIDE_DETAILS);
    Map<String, Secret> wrong = Map.of("organization.shortName", Secret.of("GCY canary"));

    refusedForBoth(() -> world.flow.advance(id, Answers.of(details.id(), Map.of())));
    assertThatThrownBy(() -> world.flow.advance(id, Answers.of(details.id(), wrong)))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage(
            "organization.name is missing in the answer to PROVIDE_DETAILS; it "
                + Field.ORGANIZATION_NAME.rule())
        .satisfies(
            first ->
                assertThat(first.getSuppressed())
                    .extracting(Throwable::getMessage)
                    .containsExactly(
                        "organization.shortName " + Field.ORGANIZATION_SHORT_NAME.rule()));
  }

  private static void refusedForBoth(ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOf(InvalidInputException.class)
        .hasMessageStartingWith("organization.name is missing")
        .satisfies(
            first ->
                assertThat(first.getSuppressed())
                    .singleElement()
                    .extracting(Throwable::getMessage)
                    .asString()
                    .startsWith("organization.shortName is missing"));
  }

  @Test
  void record_afterTheOnboardingHasEnded_isRefusedUnlessItWasSaidBefore() {
    OnboardingId id = people.begin(request().build());
    Progress first = people.advance(id);
    String said = task(first, TaskKind.CREATE_ORGANIZATION).id();
    String unsaid = task(first, TaskKind.ADD_MEMBER).id();
    people.record(new Fact.Confirmed(id, said));
    people.cancel(id, "ordered twice");
    int kept = world.store.facts(id).size();

    assertThat(people.record(new Fact.Confirmed(id, said))).containsExactly(id);
    assertThatThrownBy(() -> people.record(new Fact.Confirmed(id, unsaid)))
        .isInstanceOf(ConflictException.class)
        .hasMessageContaining("taskId")
        .hasMessageContaining("has ended: ordered twice");
    assertThatThrownBy(
            () -> people.record(new Fact.Confirmed(id, said, Map.of("dataKit.host", "too late"))))
        .isInstanceOf(ConflictException.class)
        .hasMessageContaining("dataKit.host")
        .hasMessageContaining("has ended: ordered twice");
    assertThat(world.store.facts(id)).hasSize(kept);
    assertThat(people.advance(id)).isInstanceOf(Progress.Abandoned.class);
  }

  @Test
  void record_hostAfterCompletion_isRefusedUnlessItIsTheOneThatWasSaid() {
    OnboardingId id = people.begin(request().build());
    Progress progress = people.advance(id);
    Optional<String> install = Optional.empty();
    while (progress instanceof Progress.Waiting waiting) {
      for (PersonTask task : waiting.tasks()) {
        boolean last = task.kind() == TaskKind.INSTALL_DATAKIT;
        install = last ? Optional.of(task.id()) : install;
        people.record(
            new Fact.Confirmed(id, task.id(), last ? Map.of("dataKit.host", "h1") : Map.of()));
      }
      progress = people.advance(id);
    }
    String taskId = install.orElseThrow();

    assertThat(progress).isInstanceOf(Progress.Completed.class);
    people.record(new Fact.Confirmed(id, taskId, Map.of("dataKit.host", "h1")));
    people.record(new Fact.Confirmed(id, taskId));
    assertThatThrownBy(
            () -> people.record(new Fact.Confirmed(id, taskId, Map.of("dataKit.host", "h2"))))
        .isInstanceOf(ConflictException.class)
        .hasMessageContaining("dataKit.host")
        .hasMessageContaining("is completed");
    assertThat(people.get(id).dataKitHost()).contains("h1");
  }

  @Test
  @SuppressWarnings("NullAway") // as a caller without null checks may do
  void record_nothing_namesTheParameter() {
    assertThatThrownBy(() -> world.flow.record(null))
        .isInstanceOf(NullPointerException.class)
        .hasMessage("fact");
    assertThatThrownBy(() -> world.flow.begin(null))
        .isInstanceOf(NullPointerException.class)
        .hasMessage("request");
  }

  @Test
  void record_taskThatIsDoneByTheGatewayMeanwhile_isTaken() {
    OnboardingId id = world.flow.begin(request().build());
    PersonTask install = task(world.flow.advance(id, answers()), TaskKind.INSTALL_DATAKIT);
    assertThat(world.toTheEnd(id)).isInstanceOf(Progress.Completed.class);

    assertThat(world.flow.record(new Fact.Confirmed(id, install.id()))).isEqualTo(List.of(id));
    Map<String, String> seen = Map.of("dataKit.host", "host-1");
    assertThat(world.flow.record(new Fact.Confirmed(id, install.id(), seen))).containsExactly(id);
    assertThatThrownBy(
            () ->
                world.flow.record(
                    new Fact.Confirmed(id, install.id(), Map.of("dataKit.host", "host-2"))))
        .isInstanceOf(ConflictException.class)
        .hasMessageContaining("is completed");
    assertThat(world.flow.get(id).dataKitHost()).contains("host-1");
    assertThat(world.flow.advance(id)).isInstanceOf(Progress.Completed.class);
  }
}
