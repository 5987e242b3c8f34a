package com.guance.onboarding;

import static com.guance.onboarding.FlowTest.ORDER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.guance.onboarding.domain.BillingAccountId;
import com.guance.onboarding.domain.Fact;
import com.guance.onboarding.domain.Field;
import com.guance.onboarding.domain.InvalidInputException;
import com.guance.onboarding.domain.OnboardingId;
import com.guance.onboarding.domain.OnboardingRequest;
import com.guance.onboarding.domain.PersonTask;
import com.guance.onboarding.domain.Secret;
import com.guance.onboarding.domain.TaskKind;
import com.guance.onboarding.domain.WorkspaceId;
import com.guance.onboarding.spi.BillingGateway.BillingAccount;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which workspace a task names, and who may name one. */
class NamedWorkspaceTest {

  private static final WorkspaceId OLD = new WorkspaceId("wksp_old");

  private final FlowTest world = new FlowTest();

  private static OnboardingRequest.Builder order() {
    return OnboardingRequest.of(ORDER);
  }

  private static PersonTask task(Progress progress, TaskKind kind) {
    return ((Progress.Waiting) progress)
        .tasks().stream().filter(task -> task.kind() == kind).findFirst().orElseThrow();
  }

  private static void refused(ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOf(InvalidInputException.class)
        .hasMessage("workspace.id must be left out where workspace.choice is create");
  }

  @Test
  void installDataKit_workspaceThatWasCreated_isNamedWithItsSite() {
    world.gateways.dataKitHost = Optional.empty();
    Progress progress = world.toTheEnd(world.flow.begin(FlowTest.request().build()));

    assertThat(task(progress, TaskKind.INSTALL_DATAKIT).details())
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(Field.WORKSPACE_ID, "wksp_0", Field.WORKSPACE_SITE, "cn4"));
  }

  @Test
  void begin_workspaceBesideOneThatIsToBeMade_isRefusedAndNothingIsKept() {
    OnboardingId id = world.flow.begin(FlowTest.request().build());
    int kept = world.store.facts(id).size();
    OnboardingRequest.Builder both = FlowTest.request().with(Field.WORKSPACE_ID, OLD.value());

    refused(() -> world.flow.begin(both.build()));
    refused(() -> world.flow.begin(order().with(Field.WORKSPACE_ID, OLD.value()).build()));

    assertThat(world.store.facts(id)).hasSize(kept);
    world.flow.begin(order().existingWorkspace(OLD).build());
    assertThat(world.store.facts(id)).hasSizeGreaterThan(kept);
  }

  @Test
  void correct_bothAnswered_isRefusedLikeBegin() {
    world.gateways.idempotent = true;
    OnboardingId id =
        world.flow.begin(
            FlowTest.request()
                .bindBillingAccount("gcy-ops", "wendy@example.com")
                .existingWorkspace(OLD)
                .build());
    world.gateways.workspaces.put(OLD, FakeGateways.unbound(OLD));
    world.gateways.refuseNext("bind workspace", "WORKSPACE_BOUND_ELSEWHERE", "workspace.id");
    PersonTask correct = task(world.toTheEnd(id), TaskKind.CORRECT);
    Map<String, String> both = Map.of("workspace.id", "wksp_new", "workspace.choice", "create");

    refused(() -> world.flow.record(new Fact.Confirmed(id, correct.id(), both)));
    refused(
        () ->
            world.flow.advance(
                id,
                task ->
                    Optional.of(
                        Map.of(
                            "workspace.id",
                            Secret.of("wksp_new"),
                            "workspace.choice",
                            Secret.of("create")))));
  }

  /** A person who has made one tells which; one that was stated before that choice is not meant. */
  @Test
  void people_choiceReplacedBeforeTheWorkspaceIsMade_nameTheNewOneOnly() {
    OnboardingFlow people = OnboardingFlow.builder().clock(world.clock).callbacks(false).build();
    OnboardingId id = people.begin(FlowTest.request().existingWorkspace(OLD).build());
    people.begin(order().with(Field.WORKSPACE_CHOICE, "create").build());
    PersonTask create = untilAsked(people, id, TaskKind.CREATE_WORKSPACE);
    assertThat(create.details()).doesNotContainKey(Field.WORKSPACE_ID);

    people.record(new Fact.Confirmed(id, create.id(), Map.of("workspace.id", "wksp_new")));

    assertThat(untilAsked(people, id, TaskKind.INSTALL_DATAKIT).details())
        .containsEntry(Field.WORKSPACE_ID, "wksp_new");
    assertThat(people.get(id).workspace().orElseThrow().id().value()).isEqualTo("wksp_new");
  }

  private static PersonTask untilAsked(OnboardingFlow people, OnboardingId id, TaskKind kind) {
    Progress.Waiting waiting = (Progress.Waiting) people.advance(id);
    while (waiting.tasks().stream().noneMatch(task -> task.kind() == kind)) {
      assertThat(waiting.tasks()).isNotEmpty();
      waiting.tasks().forEach(task -> people.record(new Fact.Confirmed(id, task.id())));
      waiting = (Progress.Waiting) people.advance(id);
    }
    return task(waiting, kind);
  }

  /** The branch became already-bound: the choice of a new one does not count any more. */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void correct_ofTwoBoundWorkspacesWhereANewOneWasWishedFor_takesEither(boolean recorded) {
    BillingAccountId payer = new BillingAccountId("account-9");
    world.gateways.accounts.put(
        "buyer-1", new BillingAccount(payer, "gcy-ops", Optional.of("GCY Ltd"), true));
    for (WorkspaceId id : new WorkspaceId[] {OLD, new WorkspaceId("wksp_other")}) {
      world.gateways.workspaces.put(id, FakeGateways.bound(id, payer));
    }
    OnboardingId id = world.flow.begin(FlowTest.request().build());
    PersonTask correct = task(world.toTheEnd(id), TaskKind.CORRECT);

    if (recorded) {
      world.flow.record(new Fact.Confirmed(id, correct.id(), Map.of("workspace.id", OLD.value())));
    } else {
      world.flow.advance(
          id, Answers.of(correct.id(), Map.of("workspace.id", Secret.of(OLD.value()))));
    }

    assertThat(world.toTheEnd(id)).isInstanceOf(Progress.Completed.class);
    assertThat(world.flow.get(id).workspace().orElseThrow().id()).isEqualTo(OLD);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void named_behindMoreThanAnybodyCouldChooseFrom_isFound(boolean bound) {
    BillingAccountId payer = new BillingAccountId("account-9");
    world.gateways.accounts.put(
        "buyer-1", new BillingAccount(payer, "gcy-ops", Optional.of("GCY Ltd"), true));
    for (int i = 0; i < 250; i++) {
      WorkspaceId id = new WorkspaceId("wksp_" + i);
      world.gateways.workspaces.put(
          id, bound ? FakeGateways.bound(id, payer) : FakeGateways.unbound(id));
    }
    WorkspaceId last =
        world.gateways.workspaces(payer, bound).reduce((one, next) -> next).orElseThrow().id();
    OnboardingRequest.Builder request = FlowTest.request().existingWorkspace(last);
    if (bound) {
      request.with(Field.BILLING_CHOICE, "already-bound");
    }

    Progress progress = world.toTheEnd(world.flow.begin(request.build()));

    assertThat(progress).isInstanceOf(Progress.Completed.class);
    assertThat(((Progress.Completed) progress).onboarding().workspace().orElseThrow().id())
        .isEqualTo(last);
    assertThat(world.gateways.workspaces).as("none is made").hasSize(250);
  }
}
