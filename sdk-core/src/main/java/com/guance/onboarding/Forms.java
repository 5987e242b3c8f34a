package com.guance.onboarding;

import com.guance.onboarding.domain.Field;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What has to be known before something is made at Guance, whoever makes it. */
final class Forms {

  /** The consent, without which nothing is registered or bound. */
  static final List<Field> TERMS =
      List.of(Field.TERMS_VERSION, Field.TERMS_ACCEPTED_BY, Field.TERMS_AT);

  /** What an account at the Billing Center is bound with. */
  static final List<Field> EXISTING_ACCOUNT =
      List.of(
          Field.BILLING_USER_NAME,
          Field.BILLING_EMAIL,
          Field.TERMS_VERSION,
          Field.TERMS_ACCEPTED_BY,
          Field.TERMS_AT);

  /** What one is registered with. */
  static final List<Field> NEW_ACCOUNT =
      List.of(
          Field.BILLING_USER_NAME,
          Field.BILLING_EMAIL,
          Field.TERMS_VERSION,
          Field.TERMS_ACCEPTED_BY,
          Field.TERMS_AT,
          Field.WORKSPACE_SITE);

  private static final List<Field> WORKSPACE =
      List.of(Field.WORKSPACE_NAME, Field.WORKSPACE_LANGUAGE, Field.WORKSPACE_SITE);

  private Forms() {}

  /** The choice whose way asks for a value, where another way may do without it. */
  static Optional<Field> choiceOf(Field field) {
    return switch (field) {
      case BILLING_USER_NAME, BILLING_EMAIL -> Optional.of(Field.BILLING_CHOICE);
      case WORKSPACE_ID, WORKSPACE_EMAIL, WORKSPACE_USER_NAME ->
          Optional.of(Field.WORKSPACE_CHOICE);
      default -> Optional.empty();
    };
  }

  /**
   * What a refusal opens: the value, and the name of what it identifies. Another short name means
   * another organization and another account another member, so the name of the old one is not
   * replaced thereby.
   */
  static Set<Field> fallingWith(Field refused) {
    return switch (refused) {
      case ORGANIZATION_SHORT_NAME -> EnumSet.of(refused, Field.ORGANIZATION_NAME);
      case MEMBER_ACCOUNT -> EnumSet.of(refused, Field.MEMBER_NAME);
      default -> EnumSet.of(refused);
    };
  }

  /** What is fixed when a workspace is created, and the consent. */
  static List<Field> newWorkspace(Field... more) {
    List<Field> fields = new ArrayList<>(WORKSPACE);
    fields.addAll(List.of(more));
    fields.addAll(TERMS);
    return fields;
  }
}
