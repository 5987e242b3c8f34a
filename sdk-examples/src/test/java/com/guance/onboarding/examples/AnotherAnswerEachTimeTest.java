package com.guance.onboarding.examples;

import static org.assertj.core.api.Assertions.assertThat;

import com.guance.onboarding.Answers;
import com.guance.onboarding.Progress;
import com.guance.onboarding.domain.Branch;
import com.guance.onboarding.domain.Field;
import com.guance.onboarding.domain.OnboardingId;
import com.guance.onboarding.domain.OnboardingRequest;
import com.guance.onboarding.domain.PersonTask;
import com.guance.onboarding.domain.Secret;
import com.guance.onboarding.domain.TaskKind;
import com.guance.onboarding.examples.backend.Hands;
import com.guance.onboarding.testkit.Buyer;
import com.guance.onboarding.testkit.NewOrder;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Whoever has another answer each time is asked once for each field: every call ends. */
@Timeout(value = 30, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class AnotherAnswerEachTimeTest {

  private final AtomicInteger corrections = new AtomicInteger();

  /** A batch that makes up the next value. */
  private Answers counting(Journey journey, Field field) {
    return task ->
        task.kind() == TaskKind.CORRECT
            ? Optional.of(Map.of(field.path(), Secret.of(next(field))))
            : journey.emulator.buyer().answer(task);
  }

  private String next(Field field) {
    int number = corrections.incrementAndGet();
    return field == Field.WORKSPACE_EMAIL ? "w" + number + "@example.com" : "other" + number;
  }

  private void handsOutTheSecondRefusal(
      Journey journey, OnboardingRequest.Builder request, Field field) {
    OnboardingId id = journey.flow.begin(request.build());

    Progress.Waiting waiting =
        (Progress.Waiting) journey.flow.advance(id, counting(journey, field));

    assertThat(corrections).hasValue(1);
    assertThat(waiting.problem().orElseThrow().field()).contains(field.path());
    assertThat(waiting.tasks())
        .filteredOn(task -> task.kind() == TaskKind.CORRECT)
        .singleElement()
        .satisfies(task -> assertThat(task.inputs().get(0).name()).isEqualTo(field.path()));
  }

  private static OnboardingRequest.Builder binding(Journey journey) {
    journey.emulator.given().billingAccount("gcy-ops", "wendy@example.com");
    Buyer buyer = journey.emulator.buyer();
    buyer.purchase(
        NewOrder.builder().order(journey.request.order()).buyer(buyer.account()).build());
    return journey.sample(Branch.NEW_WORKSPACE);
  }

  @Test
  void advance_noSuchBillingAccount_endsAfterOneCorrection() {
    try (Journey journey = new Journey(Hands.GATEWAYS)) {
      handsOutTheSecondRefusal(
          journey,
          binding(journey).bindBillingAccount("nobody", "wendy@example.com"),
          Field.BILLING_USER_NAME);
    }
  }

  @Test
  void advance_ownersWithoutGuanceAccount_getOneEmailEachAndEnd() {
    try (Journey journey = new Journey(Hands.GATEWAYS)) {
      OnboardingRequest.Builder request = binding(journey).workspaceOwner("nobody@example.com");

      handsOutTheSecondRefusal(journey, request, Field.WORKSPACE_EMAIL);

      assertThat(journey.emulator.mail().mails()).hasSize(3); // the account's, and two owners'
    }
  }

  @Test
  void advance_fiveOrganizationsAlready_endsAfterTwoNames() {
    try (Journey journey = new Journey(Hands.GATEWAYS)) {
      OnboardingRequest.Builder request = binding(journey);
      for (int i = 1; i <= 5; i++) {
        journey.emulator.buyer().createOrganization("Before " + i, "before" + i);
      }

      handsOutTheSecondRefusal(journey, request, Field.ORGANIZATION_SHORT_NAME);
    }
  }

  @Test
  void advance_batchOfTakenShortNames_triesTwoInOneCallAndTheNextInAnother() {
    try (Journey journey = new Journey(Hands.GATEWAYS)) {
      OnboardingRequest.Builder request = binding(journey);
      journey.emulator.given().takenShortName("gcy");
      for (int i = 1; i <= 2; i++) {
        journey.emulator.given().takenShortName("other" + i);
      }
      handsOutTheSecondRefusal(journey, request, Field.ORGANIZATION_SHORT_NAME);

      OnboardingId id = journey.flow.begin(request(journey));
      journey.flow.advance(id, counting(journey, Field.ORGANIZATION_SHORT_NAME));
      journey.flow.advance(id, counting(journey, Field.ORGANIZATION_SHORT_NAME));

      assertThat(journey.flow.get(id).organization().orElseThrow().shortName().value())
          .isEqualTo("other3");
    }
  }

  private static OnboardingRequest request(Journey journey) {
    return OnboardingRequest.of(journey.request.order()).build();
  }

  @Test
  void robot_valueRefusedTwice_givesUpInEveryLaterCall() {
    try (Journey journey = new Journey(Hands.GATEWAYS)) {
      OnboardingRequest.Builder request =
          binding(journey).bindBillingAccount("nobody", "wendy@example.com");
      OnboardingId id = journey.flow.begin(request.build());
      Answers robot = journey.emulator.buyer()::answer;

      journey.toTheEnd(id, journey.request.order(), robot);
      Progress.Waiting last = (Progress.Waiting) journey.flow.advance(id, robot);

      PersonTask correct = last.tasks().get(0);
      assertThat(correct.kind()).isEqualTo(TaskKind.CORRECT);
      journey.emulator.buyer().playConsole(correct, journey.request.order());
      assertThat(((Progress.Waiting) journey.flow.advance(id)).tasks().get(0).id())
          .isEqualTo(correct.id());
      assertThat(journey.flow.explain(id).history())
          .filteredOn(entry -> entry.what().contains("REFUSED"))
          .hasSize(2);
    }
  }
}
