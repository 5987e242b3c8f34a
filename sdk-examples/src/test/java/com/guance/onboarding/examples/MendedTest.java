package com.guance.onboarding.examples;

import static org.assertj.core.api.Assertions.assertThat;

import com.guance.onboarding.Answers;
import com.guance.onboarding.FlowObserver;
import com.guance.onboarding.OnboardingFlow;
import com.guance.onboarding.Progress;
import com.guance.onboarding.domain.Branch;
import com.guance.onboarding.domain.Field;
import com.guance.onboarding.domain.OnboardingId;
import com.guance.onboarding.domain.OnboardingRequest;
import com.guance.onboarding.domain.TaskKind;
import com.guance.onboarding.domain.Terms;
import com.guance.onboarding.examples.backend.Hands;
import com.guance.onboarding.spi.BillingGateway.Login;
import com.guance.onboarding.spi.BillingGateway.NewAccount;
import com.guance.onboarding.spi.BillingGateway.Verification;
import com.guance.onboarding.testkit.Mail;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What another party changes or refuses in the middle: named, mended, and completed. */
class MendedTest {

  private static final String ADDRESS = "wendy@example.com";

  /** Somebody who asks for the code and does not type it yet. */
  private static Answers allButTheCode(Journey journey) {
    return task -> task.kind() == TaskKind.ENTER_CODE ? Optional.empty() : journey.answer(task);
  }

  @Test
  void codeThatWasUsedBefore_isRefusedAndAnotherOneIsSent() {
    try (Journey journey = new Journey(Hands.GATEWAYS)) {
      OnboardingId id = journey.begin(Branch.EXISTING_WORKSPACE);
      journey.flow.advance(id, allButTheCode(journey));
      Mail sent = journey.emulator.mail().mails().get(0);
      journey.emulator.given().billingAccount("second", ADDRESS);
      journey
          .billing()
          .bind(
              new NewAccount(
                  journey.emulator.buyer().newAccount(),
                  new Login("second", ADDRESS),
                  Optional.empty(),
                  new Terms("2026-01", "Wendy", journey.emulator.clock().instant())),
              new Verification(sent.verification(), sent.code()),
              "key");

      List<String> failures = new ArrayList<>();
      OnboardingFlow watched = journey.newFlow(OnboardingFlow.builder().observer(hears(failures)));
      watched.advance(id, journey::answer);

      assertThat(failures).containsExactly("CODE_USED");
      assertThat(journey.toTheEnd(id)).isInstanceOf(Progress.Completed.class);
      assertThat(journey.count("mail")).isEqualTo(2);
    }
  }

  private static FlowObserver hears(List<String> failures) {
    return new FlowObserver() {
      @Override
      public void stepFailed(OnboardingId id, String step, String code) {
        failures.add(code);
      }
    };
  }

  @Test
  void addressThatTheAccountDoesNotHave_isNamedAndMendedByTheNextBegin() {
    try (Journey journey = new Journey(Hands.GATEWAYS)) {
      OnboardingId id = journey.begin(Branch.EXISTING_WORKSPACE);
      String wrong = "wanda@example.com";
      journey.flow.begin(bind(journey, wrong));
      Answers answers =
          task ->
              task.kind() == TaskKind.ENTER_CODE
                  ? journey.emulator.mail().code(wrong).map(code -> Map.of("code", code))
                  : journey.answer(task);

      Progress.Waiting waiting =
          (Progress.Waiting) journey.toTheEnd(id, journey.request.order(), answers);

      assertThat(waiting.problem().orElseThrow().code()).isEqualTo("EMAIL_MISMATCH");
      assertThat(waiting.problem().orElseThrow().field()).contains("billing.email");
      assertThat(waiting.tasks()).extracting("kind").contains(TaskKind.CORRECT);
      journey.flow.begin(bind(journey, ADDRESS));
      assertThat(journey.toTheEnd(id)).isInstanceOf(Progress.Completed.class);
      assertThat(journey.count("billingAccounts")).isEqualTo(1);
    }
  }

  private static OnboardingRequest bind(Journey journey, String email) {
    return OnboardingRequest.of(journey.request.order())
        .bindBillingAccount("gcy-ops", email)
        .build();
  }

  @Test
  void memberWhoLeftBeforeTheAuthorization_isNamedAndMended() {
    try (Journey journey = new Journey(Hands.GATEWAYS)) {
      OnboardingId id = journey.begin(Branch.REGISTER);
      OnboardingFlow watched =
          journey.newFlow(OnboardingFlow.builder().observer(leavesAfterBinding(journey)));

      Progress.Waiting waiting = (Progress.Waiting) watched.advance(id, journey::answer);

      assertThat(waiting.problem().orElseThrow().code()).isEqualTo("MEMBER_NOT_IN_ORGANIZATION");
      assertThat(waiting.problem().orElseThrow().field()).contains("member.account");
      assertThat(waiting.tasks()).extracting("kind").contains(TaskKind.CORRECT);
      Answers answers = journey.correcting(Field.MEMBER_ACCOUNT, "Wanda");
      assertThat(journey.toTheEnd(id, journey.request.order(), answers))
          .isInstanceOf(Progress.Completed.class);
      assertThat(journey.emulator.rows("members")).extracting("account").containsExactly("Wanda");
      assertThat(journey.emulator.rows("authorizations")).hasSize(1);
    }
  }

  private static FlowObserver leavesAfterBinding(Journey journey) {
    return new FlowObserver() {
      @Override
      public void stepEnded(OnboardingId id, String step, Duration took) {
        if (step.equals("bind app")) {
          journey
              .emulator
              .meddling()
              .removeMember(
                  journey.flow.get(id).organization().orElseThrow().tenant().orElseThrow(),
                  "Wendy");
        }
      }
    };
  }
}
