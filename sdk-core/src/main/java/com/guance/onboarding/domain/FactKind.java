package com.guance.onboarding.domain;

/**
 * The kinds of observed facts.
 *
 * <p>A <em>milestone</em> is true once: recording it again changes nothing. A <em>reading</em> has
 * a subject, a value and the time at which its sender says so; the latest time wins.
 */
public enum FactKind {
  /** The order line was bought. */
  ORDERED(false),
  /** A value that somebody gave for a {@link Field}. */
  ANSWERED(true),
  /** KooGallery asked for an instance and got this id. */
  INSTANCE_OPENED(false),
  /** What the order query or the gateway says of the order. */
  ORDER_READ(true),
  /** A trusted source has named the buyer's Huawei account. */
  ACCOUNT_PROVEN(false),
  /** The organization exists. */
  ORGANIZATION_KNOWN(true),
  /** A member is in the organization. */
  MEMBER_ADDED(true),
  /** tenantSync: an organization is bound, changed or unbound. */
  TENANT_SYNCED(true),
  /** applicationSync: the application is bound, changed or unbound. */
  APPLICATION_SYNCED(true),
  /** authSync: a member may use the application, or may not any more. */
  MEMBER_SYNCED(true),
  /** singleOrgSync, allOrgSync: departments changed. */
  DEPARTMENTS_SYNCED(true),
  /** The gateway has bound the order to the organization. */
  ORDER_BOUND(true),
  /** The gateway has authorized the member. */
  MEMBER_AUTHORIZED(true),
  /** The unified login address. */
  LOGIN_ADDRESS(true),
  /** A member has signed in. */
  SIGNED_IN(true),
  /** An organization's sign-in domain must not be called, and why. */
  SIGN_IN_REFUSED(true),
  /** A verification code is on its way. */
  CODE_SENT(true),
  /** A verification code is of no use any more. */
  CODE_SPENT(false),
  /** The Billing Center account of the buyer, or that there is none yet. */
  BILLING_ACCOUNT(true),
  /** The enterprise information is confirmed. */
  ENTERPRISE_CONFIRMED(true),
  /** The workspace. */
  WORKSPACE(true),
  /** The workspace settles through the buyer's account. */
  WORKSPACE_BOUND(true),
  /** Whether an API key of the workspace is kept. */
  WORKSPACE_KEY(true),
  /** What an API says of one thing about the workspace. */
  WORKSPACE_VERIFIED(true),
  /** A DataKit has reported. */
  DATAKIT_SEEN(false),
  /** A person says that a task is done. */
  TASK_CONFIRMED(true),
  /** The remote side refused a value. */
  REFUSED(true),
  /** The onboarding ends before its end. */
  WITHDRAWN(false),
  /** KooGallery has released the instance. */
  RELEASED(false),
  /** Frozen or not. */
  STATUS(true),
  /** When the subscription ends unless renewed. */
  EXPIRY(true),
  /** A renewal, an upgrade, a conversion. */
  SUBSCRIPTION_CHANGED(false),
  /** This order line belongs to another line's subscription. */
  ALIAS_OF(false),
  /** A customer who was sold before the SDK came in. */
  IMPORTED(false),
  /** A kind that this version does not know: written by a newer one. */
  UNKNOWN(false);

  private final boolean reading;

  FactKind(boolean reading) {
    this.reading = reading;
  }

  /** {@return whether it is a reading: the latest time wins} */
  public boolean reading() {
    return reading;
  }
}
