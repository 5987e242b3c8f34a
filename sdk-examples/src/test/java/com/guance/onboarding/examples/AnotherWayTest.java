package com.guance.onboarding.examples;

import static org.assertj.core.api.Assertions.assertThat;

import com.guance.onboarding.Answers;
import com.guance.onboarding.Progress;
import com.guance.onboarding.domain.BillingChoice;
import com.guance.onboarding.domain.Branch;
import com.guance.onboarding.domain.Field;
import com.guance.onboarding.domain.LookupKey;
import com.guance.onboarding.domain.OnboardingId;
import com.guance.onboarding.domain.OnboardingRequest;
import com.guance.onboarding.domain.OrderKey;
import com.guance.onboarding.domain.TaskKind;
import com.guance.onboarding.domain.WorkspaceChoice;
import com.guance.onboarding.domain.WorkspaceId;
import com.guance.onboarding.examples.backend.Hands;
import org.junit.jupiter.api.Test;

/** A refusal closes one way; the others stay open, because nothing was made on it. */
class AnotherWayTest {

  private static final OrderKey SECOND = new OrderKey("CS-SECOND", "CS-SECOND-000001");

  private static Progress.Waiting refused(Journey journey, OnboardingId id, String field) {
    Progress.Waiting waiting = (Progress.Waiting) journey.toTheEnd(id);
    assertThat(waiting.problem().orElseThrow().field()).contains(field);
    return waiting;
  }

  private static OnboardingRequest.Builder order(Journey journey) {
    return OnboardingRequest.of(journey.request.order());
  }

  private static OnboardingId bindsAnUnknownAccount(Journey journey) {
    DemoWorld.prepare(journey.emulator, journey.request, Branch.REGISTER);
    OnboardingId id = journey.flow.begin(journey.sample(Branch.NEW_WORKSPACE).build());
    refused(journey, id, "billing.userName");
    return id;
  }

  @Test
  void bind_userNameUnknown_registersInstead() {
    try (Journey journey = new Journey(Hands.GATEWAYS)) {
      OnboardingId id = bindsAnUnknownAccount(journey);

      journey.flow.begin(
          order(journey).with(Field.BILLING_CHOICE, BillingChoice.REGISTER.code()).build());

      assertThat(journey.toTheEnd(id)).isInstanceOf(Progress.Completed.class);
      assertThat(journey.flow.get(id).branch()).contains(Branch.REGISTER);
      assertThat(journey.count("billingAccounts")).isEqualTo(1);
    }
  }

  /** The buyer robot mends what was refused; a test that wants another way says so itself. */
  @Test
  void robot_taskWithAChoiceBesideIt_answersTheRefusedValueAlone() {
    try (Journey journey = new Journey(Hands.GATEWAYS)) {
      OnboardingId id = bindsAnUnknownAccount(journey);
      Progress.Waiting waiting = (Progress.Waiting) journey.flow.advance(id);

      assertThat(waiting.tasks().get(0).inputs()).hasSize(2);
      assertThat(journey.emulator.buyer().answer(waiting.tasks().get(0)).orElseThrow())
          .containsOnlyKeys("billing.userName");
    }
  }

  @Test
  void bind_userNameUnknown_registersInsteadWhenTheTaskIsAnsweredSo() {
    try (Journey journey = new Journey(Hands.GATEWAYS)) {
      OnboardingId id = bindsAnUnknownAccount(journey);
      Answers answers = journey.correcting(Field.BILLING_CHOICE, "register");

      assertThat(journey.toTheEnd(id, journey.request.order(), answers))
          .isInstanceOf(Progress.Completed.class);
      assertThat(journey.count("billingAccounts")).isEqualTo(1);
    }
  }

  @Test
  void existing_workspaceBoundElsewhere_createsInstead() {
    try (Journey journey = new Journey(Hands.GATEWAYS)) {
      OnboardingId id = journey.begin(Branch.NEW_WORKSPACE);
      WorkspaceId other = journey.emulator.given().workspaceOfSomebodyElse("theirs");
      journey.flow.begin(order(journey).existingWorkspace(other).build());
      refused(journey, id, "workspace.id");

      journey.flow.begin(
          order(journey).with(Field.WORKSPACE_CHOICE, WorkspaceChoice.CREATE.code()).build());

      assertThat(journey.toTheEnd(id)).isInstanceOf(Progress.Completed.class);
      assertThat(journey.flow.get(id).workspace().orElseThrow().id()).isNotEqualTo(other);
      assertThat(journey.flow.get(id).workspace().orElseThrow().created()).isTrue();
    }
  }

  @Test
  void create_addressWithoutGuanceAccount_registersOneInstead() {
    try (Journey journey = new Journey(Hands.GATEWAYS)) {
      OnboardingId id = journey.begin(Branch.NEW_WORKSPACE);
      String stranger = "nobody@example.com";
      journey.flow.begin(order(journey).workspaceOwner(stranger).build());
      Answers answers =
          task ->
              task.kind() == TaskKind.ENTER_CODE
                  ? journey.emulator.buyer().answer(task)
                  : journey.answer(task);
      Progress.Waiting waiting =
          (Progress.Waiting) journey.toTheEnd(id, journey.request.order(), answers);
      assertThat(waiting.problem().orElseThrow().field()).contains("workspace.email");

      journey.flow.begin(
          order(journey)
              .with(Field.WORKSPACE_CHOICE, WorkspaceChoice.REGISTER_ACCOUNT.code())
              .with(Field.WORKSPACE_USER_NAME, "gcy-new")
              .build());

      assertThat(journey.toTheEnd(id, journey.request.order(), answers))
          .isInstanceOf(Progress.Completed.class);
      assertThat(journey.flow.get(id).branch()).contains(Branch.NEW_ACCOUNT);
      assertThat(journey.count("workspaces")).isEqualTo(1);
    }
  }

  @Test
  void organization_shortNameTaken_takesTwoOtherNames() {
    try (Journey journey = new Journey(Hands.GATEWAYS)) {
      journey.emulator.given().takenShortName("gcy");
      OnboardingId id = journey.begin(Branch.REGISTER);
      refused(journey, id, "organization.shortName");

      journey.flow.begin(order(journey).organization("GCY Zwei", "gcy2").build());

      assertThat(journey.toTheEnd(id)).isInstanceOf(Progress.Completed.class);
      assertThat(journey.flow.get(id).organization().orElseThrow().name()).isEqualTo("GCY Zwei");
    }
  }

  @Test
  void organization_productBoundToItAlready_takesTwoOtherNames() {
    try (Journey journey = new Journey(Hands.GATEWAYS)) {
      OnboardingId first = journey.begin(Branch.REGISTER);
      journey.toTheEnd(first);
      OnboardingId second = journey.flow.begin(journey.buyAgain(first, SECOND, false).build());
      journey.toTheEnd(second, SECOND, journey::answer);

      journey.flow.begin(OnboardingRequest.of(SECOND).organization("GCY Zwei", "gcy2").build());

      assertThat(journey.toTheEnd(second, SECOND, journey::answer))
          .isInstanceOf(Progress.Completed.class);
      assertThat(journey.flow.find(new LookupKey.ByOrder(SECOND)).get(0).organization())
          .hasValueSatisfying(own -> assertThat(own.name()).isEqualTo("GCY Zwei"));
    }
  }
}
