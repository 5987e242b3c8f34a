package com.guance.onboarding.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.guance.onboarding.Progress;
import com.guance.onboarding.domain.Branch;
import com.guance.onboarding.domain.Field;
import com.guance.onboarding.domain.InvalidInputException;
import com.guance.onboarding.domain.OnboardingId;
import com.guance.onboarding.domain.OnboardingRequest;
import com.guance.onboarding.domain.Secret;
import com.guance.onboarding.domain.TaskKind;
import com.guance.onboarding.domain.WorkspaceId;
import com.guance.onboarding.error.ConflictException;
import com.guance.onboarding.examples.backend.Hands;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the customer gave cannot be taken: it is named, and the flow goes on with another. */
class RefusedAnswersTest {

  @Test
  void shortNameTaken_isNamedAndMendedByTheNextBegin() {
    try (Journey journey = new Journey(Hands.GATEWAYS)) {
      journey.emulator.given().takenShortName("gcy");
      OnboardingId id = journey.begin(Branch.REGISTER);
      Progress.Waiting waiting = (Progress.Waiting) journey.toTheEnd(id);
      assertThat(waiting.problem().orElseThrow().code()).isEqualTo("SHORT_NAME_TAKEN");

      journey.flow.begin(
          OnboardingRequest.of(journey.request.order()).organization("GCY Ltd", "gcy2").build());
      assertThat(journey.toTheEnd(id)).isInstanceOf(Progress.Completed.class);
    }
  }

  @Test
  void userNameTaken_isNamedAndMendedByAnAnswer() {
    try (Journey journey = new Journey(Hands.GATEWAYS)) {
      journey.emulator.given().billingAccount("gcy-ops", "other@example.com");
      OnboardingId id = journey.begin(Branch.REGISTER);
      Progress.Waiting waiting = (Progress.Waiting) journey.toTheEnd(id);
      assertThat(waiting.problem().orElseThrow().field()).contains("billing.userName");

      Progress progress =
          journey.toTheEnd(
              id,
              journey.request.order(),
              task ->
                  task.kind() == TaskKind.CORRECT
                      ? Optional.of(Map.of("billing.userName", Secret.of("gcy-ops-2")))
                      : journey.answer(task));
      assertThat(progress).isInstanceOf(Progress.Completed.class);
    }
  }

  @Test
  void workspaceBoundElsewhere_isNamedAndMendedByTheNextBegin() {
    try (Journey journey = new Journey(Hands.GATEWAYS)) {
      OnboardingId id = journey.begin(Branch.EXISTING_WORKSPACE);
      WorkspaceId own = new WorkspaceId(id(journey.emulator.rows("workspaces").get(0)));
      WorkspaceId other = journey.emulator.given().workspaceOfSomebodyElse("theirs");
      journey.flow.begin(
          OnboardingRequest.of(journey.request.order()).existingWorkspace(other).build());

      Progress.Waiting waiting = (Progress.Waiting) journey.toTheEnd(id);

      assertThat(waiting.problem().orElseThrow().field()).contains("workspace.id");
      assertThat(waiting.tasks()).extracting("kind").contains(TaskKind.CORRECT);
      journey.flow.begin(
          OnboardingRequest.of(journey.request.order()).existingWorkspace(own).build());
      assertThat(journey.toTheEnd(id)).isInstanceOf(Progress.Completed.class);
      assertThat(journey.flow.get(id).workspace().orElseThrow().id()).isEqualTo(own);
    }
  }

  @Test
  void siteThatGuanceDoesNotHave_isReplacedByTheRobotWithOneThatItHas() {
    try (Journey journey = new Journey(Hands.GATEWAYS)) {
      OnboardingId id = journey.begin(Branch.REGISTER);
      journey.flow.begin(
          OnboardingRequest.of(journey.request.order()).with(Field.WORKSPACE_SITE, "xx9").build());

      journey.flow.advance(id, journey.emulator.buyer()::answer);

      assertThat(journey.toTheEnd(id)).isInstanceOf(Progress.Completed.class);
      assertThat(journey.flow.get(id).workspace().orElseThrow().form().site()).contains("cn4");
    }
  }

  @Test
  void expiredCode_isSentAgainOnlyWhenSomebodyIsThere() {
    try (Journey journey = new Journey(Hands.GATEWAYS)) {
      OnboardingId id = journey.begin(Branch.REGISTER);
      journey.flow.advance(
          id, task -> task.kind() == TaskKind.ENTER_CODE ? Optional.empty() : journey.answer(task));
      assertThat(journey.count("mail")).isEqualTo(1);
      journey.emulator.clock().advance(Duration.ofMinutes(11));
      assertThat(journey.flow.resumeDue(10)).isZero();
      assertThat(((Progress.Waiting) journey.flow.advance(id)).tasks())
          .extracting("kind")
          .contains(TaskKind.ENTER_CODE);
      assertThat(journey.count("mail")).isEqualTo(1);

      assertThat(journey.toTheEnd(id)).isInstanceOf(Progress.Completed.class);
      assertThat(journey.count("mail")).isEqualTo(2);
    }
  }

  @Test
  void codeTypedWrongFiveTimes_isSaidAndSentAgainOnlyWhenSomebodyIsThere() {
    try (Journey journey = new Journey(Hands.GATEWAYS)) {
      OnboardingId id = journey.begin(Branch.REGISTER);
      for (int i = 0; i < 5; i++) {
        String wrong = "00000" + i;
        journey.flow.advance(
            id,
            task ->
                task.kind() == TaskKind.ENTER_CODE
                    ? Optional.of(Map.of("code", Secret.of(wrong)))
                    : journey.answer(task));
      }
      saysThatTheCodeIsSpent((Progress.Waiting) journey.flow.advance(id, journey::answer));

      journey.emulator.clock().advance(Duration.ofMinutes(2));
      journey.flow.resumeDue(10);

      saysThatTheCodeIsSpent((Progress.Waiting) journey.flow.advance(id));
      assertThat(journey.count("mail")).isEqualTo(1);
      assertThat(journey.toTheEnd(id)).isInstanceOf(Progress.Completed.class);
      assertThat(journey.count("mail")).isEqualTo(2);
    }
  }

  private static void saysThatTheCodeIsSpent(Progress.Waiting waiting) {
    assertThat(waiting.problem().orElseThrow().code()).isEqualTo("CODE_SPENT");
    assertThat(waiting.problem().orElseThrow().remedyZh()).contains("新的验证码");
    assertThat(waiting.tasks())
        .filteredOn(task -> task.kind() == TaskKind.ENTER_CODE)
        .singleElement()
        .satisfies(task -> assertThat(task.inputs().get(0).required()).isFalse());
  }

  @Test
  void codeOfAnEarlierStep_isWrongAndTheRightOneCompletes() {
    try (Journey journey = new Journey(Hands.GATEWAYS)) {
      OnboardingId id = journey.begin(Branch.NEW_WORKSPACE);
      List<Secret> first = new ArrayList<>();
      Progress progress =
          journey.toTheEnd(
              id,
              journey.request.order(),
              task -> {
                if (task.kind() != TaskKind.ENTER_CODE) {
                  return journey.answer(task);
                }
                first.add(journey.emulator.mail().code("wendy@example.com").orElseThrow());
                return Optional.of(Map.of("code", first.get(0)));
              });
      assertThat(progress).isInstanceOf(Progress.Waiting.class);
      assertThat(((Progress.Waiting) progress).problem().orElseThrow().code())
          .isEqualTo("CODE_WRONG");
      assertThat(journey.toTheEnd(id)).isInstanceOf(Progress.Completed.class);
    }
  }

  @Test
  void request_withoutLanguageOrWithABadAddress_namesFieldAndRule() {
    assertThatThrownBy(() -> Field.BILLING_EMAIL.check("not an address"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageStartingWith("billing.email must be")
        .hasMessageNotContaining("not an address");
    assertThatThrownBy(() -> Field.WORKSPACE_LANGUAGE.check("fr"))
        .hasMessage("workspace.language " + Field.WORKSPACE_LANGUAGE.rule())
        .hasMessageStartingWith("workspace.language must be zh or en");
  }

  @Test
  void missingLanguage_becomesATaskThatNamesIt() {
    try (Journey journey = new Journey(Hands.GATEWAYS)) {
      OnboardingRequest full =
          DemoWorld.prepare(journey.emulator, journey.request, Branch.REGISTER);
      OnboardingRequest.Builder request = OnboardingRequest.of(full.order());
      full.answers()
          .forEach(
              (field, value) -> {
                if (field != Field.WORKSPACE_LANGUAGE) {
                  request.with(field, value);
                }
              });
      OnboardingId id = journey.flow.begin(request.build());
      Progress progress = journey.flow.advance(id, journey::answer);
      assertThat(((Progress.Waiting) progress).tasks())
          .filteredOn(task -> task.kind() == TaskKind.PROVIDE_DETAILS)
          .singleElement()
          .satisfies(
              task -> assertThat(task.inputs().get(0).name()).isEqualTo("workspace.language"));
    }
  }

  @Test
  void begin_answerAlreadyUsed_namesTheFieldAndChangesNothing() {
    try (Journey journey = new Journey(Hands.GATEWAYS)) {
      OnboardingId id = journey.begin(Branch.REGISTER);
      journey.toTheEnd(id);
      OnboardingRequest other =
          OnboardingRequest.of(journey.request.order()).organization("GCY Ltd", "other").build();
      assertThatThrownBy(() -> journey.flow.begin(other))
          .isInstanceOf(ConflictException.class)
          .hasMessageContaining("organization.shortName");
      assertThat(journey.flow.get(id).organization().orElseThrow().shortName().value())
          .isEqualTo("gcy");
    }
  }

  private static String id(Map<String, @Nullable Object> row) {
    return (String) Objects.requireNonNull(row.get("workspaceId"));
  }
}
