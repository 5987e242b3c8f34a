package com.guance.onboarding;

import static com.guance.onboarding.FlowTest.ORDER;
import static com.guance.onboarding.FlowTest.request;
import static org.assertj.core.api.Assertions.assertThat;

import com.guance.onboarding.domain.OnboardingId;
import com.guance.onboarding.domain.PersonTask;
import com.guance.onboarding.domain.Problem;
import com.guance.onboarding.domain.Secret;
import com.guance.onboarding.domain.TaskKind;
import com.guance.onboarding.error.InvalidRequestException;
import com.guance.onboarding.error.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A code was mistyped, ran out, and is sent again: the problem is always the latest one. */
class ExpiredCodeTest {

  private final MovableClock clock = new MovableClock(Instant.parse("2026-01-01T00:00:00Z"));
  private final FakeGateways gateways = new FakeGateways(clock).order(ORDER, "buyer-1");
  private final OnboardingFlow flow =
      OnboardingFlow.builder().clock(clock).marketplace(gateways).billing(gateways).build();

  private static Answers typing(String code) {
    return task ->
        task.kind() == TaskKind.ENTER_CODE
            ? Optional.of(Map.of("code", Secret.of(code)))
            : FlowTest.answers().to(task);
  }

  private static PersonTask codeTask(Progress progress) {
    return ((Progress.Waiting) progress)
        .tasks().stream()
            .filter(task -> task.kind() == TaskKind.ENTER_CODE)
            .findFirst()
            .orElseThrow();
  }

  private static Optional<Problem> problem(Progress progress) {
    return ((Progress.Waiting) progress).problem();
  }

  private OnboardingId mistyped() {
    OnboardingId id = flow.begin(request().build());
    assertThat(problem(flow.advance(id, typing("000000"))).orElseThrow().code())
        .isEqualTo("CODE_WRONG");
    return id;
  }

  @Test
  void advance_mistypedCodeRanOut_isAProblemThatTheTaskMends() {
    OnboardingId id = mistyped();
    clock.set(clock.instant().plus(Duration.ofMinutes(11)));

    Progress expired = flow.advance(id);

    assertThat(problem(expired).orElseThrow().code()).isEqualTo("CODE_EXPIRED");
    assertThat(problem(expired).orElseThrow().mender()).isEqualTo(Problem.Mender.BUYER);
    assertThat(problem(expired).orElseThrow().remedy()).contains("without a code");
    assertThat(codeTask(expired).inputs().get(0).required()).isFalse();
    assertThat(flow.explain(id).toString()).contains("CODE_EXPIRED").doesNotContain("CODE_WRONG");
  }

  @Test
  void advance_aNewCodeIsOut_isNoProblemAnyMore() {
    OnboardingId id = mistyped();
    clock.set(clock.instant().plus(Duration.ofMinutes(11)));
    PersonTask again = codeTask(flow.advance(id));

    Progress sent = flow.advance(id, Answers.of(again.id(), Map.of()));

    assertThat(problem(sent)).isEmpty();
    assertThat(codeTask(sent).id()).isNotEqualTo(again.id());
    assertThat(gateways.count("code")).isEqualTo(2);
    assertThat(flow.explain(id).toString()).doesNotContain("problem:");
  }

  /** Each code is an e-mail: a call in which two were of no use asks for no third. */
  @Test
  void advance_codesOfNoUse_handsOutTheThirdInsteadOfAsking() {
    OnboardingId id = flow.begin(request().build());
    Answers everyCodeIsUsed =
        task -> {
          gateways.refuseNext("register", "CODE_USED", "code");
          return typing("123456").to(task);
        };

    Progress progress = flow.advance(id, everyCodeIsUsed);

    assertThat(codeTask(progress).id()).endsWith("code-v2");
    assertThat(gateways.count("code")).isEqualTo(3);
  }

  @ParameterizedTest
  @ValueSource(strings = {"CODE_EXPIRED", "CODE_USED", "CODE_ATTEMPTS_EXCEEDED", "CODE_NOT_FOUND"})
  void of_aCodeThatIsOfNoUseAnyMore_namesTheNewOne(String code) {
    Refusal refusal =
        Refusal.of("fake", "register").code(code).status(422).field("code").rule("is not").build();

    assertThat(Failures.of(new InvalidRequestException(refusal), "register").problem().remedy())
        .contains("A new code is sent");
  }
}
