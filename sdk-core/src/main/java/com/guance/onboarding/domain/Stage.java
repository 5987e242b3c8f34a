package com.guance.onboarding.domain;

/** The stages of the path, in the order of the onboarding guide. */
public enum Stage {
  /** The order exists. */
  PURCHASE,
  /** The buyer's organization exists. */
  ORGANIZATION,
  /** A member with an account is in it. */
  MEMBER,
  /** The order is bound to the organization. */
  APP_BINDING,
  /** Members may use the application. */
  APP_AUTHORIZATION,
  /** The unified login address is known and handed over. */
  SIGN_IN,
  /** A Billing Center account pays through the buyer's Huawei account. */
  BILLING_ACCOUNT,
  /** The enterprise information is confirmed. */
  ENTERPRISE_INFO,
  /** A workspace is bound. */
  WORKSPACE,
  /** The first DataKit has reported. */
  DATAKIT,
  /** Everything is done. */
  COMPLETED
}
