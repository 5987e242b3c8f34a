package com.guance.onboarding.error;

import java.util.Objects;

/**
 * A setting that cannot be accepted: which field, what the rule is, and what to write instead.
 *
 * <p>A mistake of the caller, found when settings are built; it stands outside the tree of {@link
 * OnboardingException}.
 */
public final class InvalidSettingException extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  private final String field;
  private final String rule;
  private final String remedy;

  /**
   * Makes the exception.
   *
   * @param field the setting's name, for example {@code baseUrl}
   * @param rule the rule that its value breaks
   * @param remedy what to do about it
   */
  public InvalidSettingException(String field, String rule, String remedy) {
    super(field + ": " + rule + "; " + remedy);
    this.field = Objects.requireNonNull(field, "field");
    this.rule = Objects.requireNonNull(rule, "rule");
    this.remedy = Objects.requireNonNull(remedy, "remedy");
  }

  /**
   * Which setting it is.
   *
   * @return the setting's name
   */
  public String field() {
    return field;
  }

  /**
   * Which rule the value breaks.
   *
   * @return the rule, one clause
   */
  public String rule() {
    return rule;
  }

  /**
   * What to do about it.
   *
   * @return the remedy, one clause
   */
  public String remedy() {
    return remedy;
  }
}
