package com.guance.onboarding.domain;

/**
 * What a member types to sign in, such as {@code Wendy@gcy}.
 *
 * @param account the member's account, unique inside the organization only
 * @param shortName the organization's short name
 */
public record SignInName(String account, ShortName shortName) {

  /** {@return the name as it is typed: account, at sign, short name} */
  public String full() {
    return account + "@" + shortName;
  }

  /** Returns a mask: a sign-in name is a person's. */
  @Override
  public String toString() {
    return "***@" + shortName;
  }
}
