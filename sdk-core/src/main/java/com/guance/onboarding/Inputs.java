package com.guance.onboarding;

import com.guance.onboarding.domain.BillingChoice;
import com.guance.onboarding.domain.Field;
import com.guance.onboarding.domain.InputField;
import com.guance.onboarding.domain.InvalidInputException;
import com.guance.onboarding.domain.Language;
import com.guance.onboarding.domain.Problem;
import com.guance.onboarding.domain.Secret;
import com.guance.onboarding.domain.WorkspaceChoice;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Makes the inputs of tasks. */
final class Inputs {

  /** What a password must be, as far as it is known here. */
  static final String PASSWORD_RULE =
      "must have 1 to 128 characters, no control characters, and keep to what the service that it"
          + " is for asks for";

  private static final String PASSWORD_RULE_ZH = "须为 1 至 128 个字符，不能含控制字符，并符合所用服务的要求";
  private static final int LONGEST = 128;
  private static final String MUST = "must ";

  private Inputs() {}

  static InputField code(boolean required, String rule, String ruleZh) {
    return secret("code", required, new InputField.Label("验证码", "Verification code", rule, ruleZh));
  }

  static InputField secret(String name, boolean required, InputField.Label label) {
    return new InputField(name, true, required, List.of(), label);
  }

  static InputField password() {
    return secret(
        Failures.PASSWORD,
        true,
        new InputField.Label("密码", "Password", PASSWORD_RULE, PASSWORD_RULE_ZH));
  }

  /** What no service takes is not sent; it is refused in the words of the input. */
  static void checkSecret(InputField input, Secret value) {
    String text = value.reveal();
    boolean wrong =
        text.codePointCount(0, text.length()) > LONGEST
            || text.chars().anyMatch(Character::isISOControl);
    if (input.secret() && wrong) {
      throw new InvalidInputException(input.name(), input.label().rule());
    }
  }

  static InputField of(Field field, boolean required, List<String> options) {
    return new InputField(
        field.path(),
        false,
        required,
        options,
        new InputField.Label(field.labelZh(), field.labelEn(), field.rule(), field.ruleZh()));
  }

  static List<String> options(Field field) {
    return switch (field) {
      case BILLING_CHOICE -> List.of(BillingChoice.REGISTER.code(), BillingChoice.BIND.code());
      case WORKSPACE_CHOICE ->
          Arrays.stream(WorkspaceChoice.values()).map(WorkspaceChoice::code).toList();
      case WORKSPACE_LANGUAGE -> Arrays.stream(Language.values()).map(Language::code).toList();
      default -> List.of();
    };
  }

  /** A refused value, and the choice of another way that would do without it. */
  static List<InputField> eitherOf(InputField refused, Field choice, String chosen) {
    List<String> others = options(choice).stream().filter(one -> !one.equals(chosen)).toList();
    return List.of(
        new InputField(refused.name(), false, false, refused.options(), refused.label()),
        new InputField(
            choice.path(),
            false,
            false,
            others,
            new InputField.Label(
                choice.labelZh(),
                choice.labelEn(),
                "may be chosen instead: " + String.join(" or ", others),
                "也可改选：" + String.join("、", others))));
  }

  /**
   * What the next value must be: in the form of the field, and not what was refused.
   *
   * @param given whether somebody has given a value, or there was none to choose
   */
  static InputField another(Field field, String refusal, List<String> offered, boolean given) {
    return new InputField(
        field.path(),
        false,
        true,
        offered,
        new InputField.Label(
            field.labelZh(),
            field.labelEn(),
            another(field, refusal, !offered.isEmpty()),
            anotherZh(field, refusal, !offered.isEmpty(), given)));
  }

  /** A vendor's own words have no Chinese: then it is only said that the value was refused. */
  private static String anotherZh(Field field, String refusal, boolean offered, boolean given) {
    String form = offered ? "须为所列选项之一" : field.ruleZh();
    String zh = new Problem.What(Optional.of(field.path()), refusal).ruleZh();
    boolean ours = !zh.equals(refusal);
    if (ours && refusal.startsWith(MUST)) {
      return offered || zh.equals(form) ? zh : zh + "；" + form;
    }
    return given ? form + "；之前填写的值" + (ours ? zh : "未被接受") + "，请换一个" : form;
  }

  private static String another(Field field, String refusal, boolean offered) {
    if (!refusal.startsWith(MUST)) {
      return field.rule() + "; the value that was refused " + refusal;
    }
    return offered || refusal.contains(field.rule()) ? refusal : refusal + "; " + field.rule();
  }
}
