package com.guance.onboarding.domain;

import java.util.List;

/**
 * One input of a task, enough to draw a form field from.
 *
 * @param name the name that the answer carries, such as {@code code} or {@code workspace.language}
 * @param secret whether the value is used once and kept nowhere
 * @param required whether the task cannot be answered without it
 * @param options the values to choose from; empty when any value is allowed that meets the rule
 * @param label the label and the rule, in both languages
 */
public record InputField(
    String name, boolean secret, boolean required, List<String> options, Label label) {

  /**
   * Copies the options.
   *
   * @param name the name that the answer carries
   * @param secret whether the value is used once and kept nowhere
   * @param required whether the task cannot be answered without it
   * @param options the values to choose from
   * @param label the label and the rule
   */
  public InputField {
    options = List.copyOf(options);
  }

  /**
   * What a person reads beside the field.
   *
   * @param zh the label in Chinese
   * @param en the label in English
   * @param rule what the value must be, a clause in English that follows the label; a value that
   *     breaks it is refused in the same words
   * @param ruleZh the same in Chinese; what a remote side says in English stands in {@code rule}
   *     alone
   */
  public record Label(String zh, String en, String rule, String ruleZh) {}
}
