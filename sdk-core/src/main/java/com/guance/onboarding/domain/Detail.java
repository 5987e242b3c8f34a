package com.guance.onboarding.domain;

/** The values that an observed fact can carry. */
public enum Detail {
  /** An answer to a {@link Field}; as personal as the field. */
  ANSWER(true),
  /** The product. */
  PRODUCT_ID(false),
  /** The charging mode. */
  CHARGING_MODE(false),
  /** Whether several orders of the product may be bound to one organization. */
  MULTI_INSTANCE(false),
  /** A name of an organization or a company. */
  NAME(true),
  /** An organization's short name. */
  SHORT_NAME(false),
  /** A member's account. */
  MEMBER(true),
  /** Whether something is bound, enabled, registered, created: true or false. */
  ON(false),
  /** Whether something is still being made: true or false. */
  PENDING(false),
  /** The OAuth client of an application. */
  CLIENT_ID(false),
  /** Where the sealed client secret is kept. */
  SECRET_REF(false),
  /** An organization's sign-in domain. */
  DOMAIN(false),
  /** A binding's id. */
  BINDING_ID(false),
  /** An address. */
  URL(false),
  /** What a verification code is for. */
  PURPOSE(false),
  /** A verification code's id. */
  VERIFICATION_ID(false),
  /** When something ends. */
  UNTIL(false),
  /** A Billing Center account's id. */
  BILLING_ACCOUNT_ID(false),
  /** A user name. */
  USER_NAME(true),
  /** A workspace's id. */
  WORKSPACE_ID(false),
  /** A workspace's name. */
  WORKSPACE_NAME(false),
  /** A workspace's language. */
  LANGUAGE(false),
  /** A site. */
  SITE(false),
  /** A host. */
  HOST(false),
  /** A task. */
  TASK_ID(false),
  /** A refusal's field. */
  FIELD(false),
  /** A refusal's code. */
  CODE(false),
  /** A refusal's rule. */
  RULE(false),
  /** Why something ended. */
  REASON(false),
  /** A state. */
  STATE(false),
  /** What kind of change. */
  SCENE(false),
  /** The order of a change. */
  ORDER(false),
  /** Since when. */
  SINCE(false),
  /** Which of several readings that were signed at one moment, in the order of their receipt. */
  TURN(false);

  private final boolean personal;

  Detail(boolean personal) {
    this.personal = personal;
  }

  /** {@return whether it belongs to a person or a company and is kept sealed} */
  public boolean personal() {
    return personal;
  }
}
