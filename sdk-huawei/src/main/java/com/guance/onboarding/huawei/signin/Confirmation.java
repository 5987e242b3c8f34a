package com.guance.onboarding.huawei.signin;

import com.guance.onboarding.domain.InvalidInputException;
import com.guance.onboarding.domain.ShortName;
import com.guance.onboarding.domain.SignInName;
import com.guance.onboarding.huawei.signin.TenantAccess.OrganizationNames;
import java.util.Optional;

/**
 * What the landing page must ask before it opens a session: a link from a stranger could have
 * brought the visitor to somebody else's account. Only a POST of this page finishes the sign-in.
 * The names come from outside; escape them.
 *
 * @param signInName who is signing in, such as {@code Wendy@gcy}
 * @param organization the organization's name
 */
public record Confirmation(String signInName, String organization) {

  static Confirmation of(Member member, OrganizationNames organization) {
    return new Confirmation(
        shortName(organization.shortName())
            .map(name -> new SignInName(member.userName(), name).full())
            .orElse(member.userName()),
        member.tenantName().orElse(organization.name()));
  }

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

  private static Optional<ShortName> shortName(String text) {
    try {
      return Optional.of(new ShortName(text));
    } catch (InvalidInputException e) {
      return Optional.empty();
    }
  }
}
