package com.guance.onboarding.domain;

/**
 * A value that cannot be used, refused before anything was sent or stored.
 *
 * <p>The message names the field and the rule and never repeats the value.
 */
public final class InvalidInputException extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  /** The field, as a request file spells it. */
  private final String field;

  /** What the field must be. */
  private final String rule;

  /**
   * Names what is wrong.
   *
   * @param field the field, as a request file spells it, such as {@code organization.shortName}
   * @param rule what the field must be, as a clause that follows the field's name
   */
  public InvalidInputException(String field, String rule) {
    super(field + " " + rule);
    this.field = field;
    this.rule = rule;
  }

  /** {@return the field that is wrong} */
  public String field() {
    return field;
  }

  /** {@return the rule that the field breaks} */
  public String rule() {
    return rule;
  }
}
