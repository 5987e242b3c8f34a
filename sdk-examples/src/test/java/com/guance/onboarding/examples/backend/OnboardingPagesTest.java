package com.guance.onboarding.examples.backend;

import static org.assertj.core.api.Assertions.assertThat;

import com.guance.onboarding.domain.Problem;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OnboardingPagesTest {

  private static Html problem(Optional<String> field, String rule, String remedy) {
    Html html = Html.page("Onboarding");
    OnboardingPages.problem(
        html,
        new Problem(
            "USER_NAME_TAKEN", new Problem.What(field, rule), Problem.Mender.BUYER, remedy));
    return html;
  }

  @Test
  void problem_ofAField_saysFieldRuleAndRemedyInBothLanguages() {
    Html html =
        problem(
            Optional.of("billing.userName"),
            "is taken",
            "Give another value for billing.userName.");

    assertThat(html.toString())
        .contains("费用中心用户名 已被占用", "请为「费用中心用户名」换一个值。")
        .contains("billing.userName is taken", "Give another value for billing.userName.");
  }

  @Test
  void problem_inAVendorsWords_saysThemOnce() {
    Html html = problem(Optional.empty(), "we are closed", "Nothing to do.");

    assertThat(html.toString())
        .containsOnlyOnce("we are closed")
        .containsOnlyOnce("Nothing to do.");
  }
}
