package com.guance.onboarding.huawei.signin;

/**
 * What the landing page must ask before it opens a session: a link from a stranger could have
 * brought the visitor to somebody else's account. Only a POST of this page finishes the sign-in.
 * The names come from outside; escape them.
 *
 * @param signInName who is signing in, such as {@code Wendy@gcy}
 * @param organization the organization's name
 */
public record Confirmation(String signInName, String organization) {

  /** {@return the question in English} */
  public String textEn() {
    return "You are signing in as " + signInName + ", " + organization + ".";
  }

  /** {@return the question in Chinese} */
  public String textZh() {
    return "您将以 " + signInName + "(" + organization + ")的身份登录。";
  }

  /** Returns a mask: the names are a person's. */
  @Override
  public String toString() {
    return "Confirmation[***]";
  }
}
