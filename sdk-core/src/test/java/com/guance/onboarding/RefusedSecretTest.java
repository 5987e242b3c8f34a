package com.guance.onboarding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.guance.onboarding.domain.InvalidInputException;
import com.guance.onboarding.domain.OnboardingId;
import com.guance.onboarding.domain.Problem;
import com.guance.onboarding.domain.Secret;
import com.guance.onboarding.domain.TaskKind;
import com.guance.onboarding.error.InvalidRequestException;
import com.guance.onboarding.error.NotFoundException;
import com.guance.onboarding.error.Refusal;
import com.guance.onboarding.error.RemoteException;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A secret that is not taken is a field with a rule and a remedy, and its value nowhere. */
class RefusedSecretTest {

  private static final String RULE =
      "must have 1 to 128 characters, no control characters, and keep to what the service that it"
          + " is for asks for";

  private final FlowTest world = new FlowTest();

  private static Answers password(String text) {
    return task ->
        task.kind() == TaskKind.SET_PASSWORD
            ? Optional.of(Map.of("password", Secret.of(text)))
            : FlowTest.answers().to(task);
  }

  static String[] noPasswords() {
    return new String[] {"canary".repeat(30), "canary\n", "canary\u0000"};
  }

  @ParameterizedTest
  @MethodSource("noPasswords")
  void password_thatNoServiceTakes_isRefusedBeforeItIsSent(String text) {
    OnboardingId id = world.flow.begin(FlowTest.request().build());

    assertThatThrownBy(() -> world.flow.advance(id, password(text)))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage("password " + RULE);

    assertThat(world.gateways.count("member")).isZero();
    assertThat(world.toTheEnd(id)).isInstanceOf(Progress.Completed.class);
  }

  @Test
  void password_ofTheLongestKind_isSent() {
    OnboardingId id = world.flow.begin(FlowTest.request().build());
    world.flow.advance(id, password("\uD83D\uDD11".repeat(128)));

    assertThat(world.gateways.count("member")).isEqualTo(1);
  }

  @Test
  void password_thatTheServiceRefuses_namesFieldRuleAndRemedy() {
    world.gateways.refuseNext("add member", "INVALID_VALUE", "password");
    OnboardingId id = world.flow.begin(FlowTest.request().build());

    Progress.Waiting refused = (Progress.Waiting) world.flow.advance(id, password("canary"));

    Problem problem = refused.problem().orElseThrow();
    assertThat(problem.field()).contains("password");
    assertThat(problem.rule()).isEqualTo(RULE);
    assertThat(problem.ruleZh()).startsWith("须为 1 至 128 个字符");
    assertThat(problem.remedy()).startsWith("Choose another password");
    assertThat(problem.remedyZh()).startsWith("请换一个密码");
    assertThat(problem.mender()).isEqualTo(Problem.Mender.BUYER);
    assertThat(refused.toString()).doesNotContain("canary");
  }

  private static Problem problem(RemoteException refusal) {
    return Failures.of(refusal, "read order").problem();
  }

  @Test
  void code_wrong_asksForThatOfTheNewestEmail() {
    Refusal.Builder wrong = Refusal.of("fake", "register").code("CODE_WRONG").field("code");

    assertThat(problem(new InvalidRequestException(wrong.build())).remedy())
        .isEqualTo("Type the code of the newest e-mail.");
  }

  @Test
  void answer_withoutACode_hasItsStatusForOneAndTheAddressForARemedy() {
    Refusal bare = Refusal.of("joint-operations", "find order").status(404).build();

    Problem problem = problem(new NotFoundException(bare));

    assertThat(problem.code()).isEqualTo("HTTP_404");
    assertThat(problem.remedy())
        .isEqualTo("Check the address of joint-operations; it is tried again.");
    assertThat(problem.remedyZh()).isEqualTo("请检查 joint-operations 的地址；系统会再次尝试。");
  }
}
