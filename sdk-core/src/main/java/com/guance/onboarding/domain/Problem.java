package com.guance.onboarding.domain;

import java.util.Optional;

/**
 * What stands in the way, kept with the onboarding so that it is known after a restart too.
 *
 * @param code the remote side's code or ours, such as {@code SHORT_NAME_TAKEN}
 * @param what field and rule
 * @param mender who can mend it
 * @param remedy what to do, in English
 * @see #ruleZh()
 * @see #remedyZh()
 */
public record Problem(String code, What what, Mender mender, String remedy) {

  /**
   * Field and rule of a problem.
   *
   * @param field the field, when one is to blame
   * @param rule the rule that is broken, or what happened
   */
  public record What(Optional<String> field, String rule) {

    /**
     * The rule for a reader of Chinese.
     *
     * @return the rule in Chinese where it is one of this SDK's; what a vendor or a partner's
     *     adapter says in words of its own stays as it is
     */
    public String ruleZh() {
      return Chinese.of(rule).orElse(rule);
    }
  }

  /** Who can mend a problem. */
  public enum Mender {
    /** The customer who buys. */
    BUYER,
    /** The partner who embeds the SDK. */
    PARTNER,
    /** Whoever runs the installation: keys, hosts, certificates. */
    OPERATOR,
    /** Nobody has to: it passes, and the flow tries again by itself. */
    NOBODY
  }

  /** {@return the field to blame, when there is one} */
  public Optional<String> field() {
    return what.field();
  }

  /** {@return the rule that is broken, or what happened} */
  public String rule() {
    return what.rule();
  }

  /** {@return the rule in Chinese, or as it is where the words are not this SDK's} */
  public String ruleZh() {
    return what.ruleZh();
  }

  /** {@return what to do in Chinese, or as it is where the words are not this SDK's} */
  public String remedyZh() {
    return Chinese.of(remedy).orElse(remedy);
  }

  /** {@return whether it passes by itself} */
  public boolean passes() {
    return mender == Mender.NOBODY;
  }
}
