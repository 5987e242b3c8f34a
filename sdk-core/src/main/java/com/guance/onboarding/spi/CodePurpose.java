package com.guance.onboarding.spi;

/** What a verification code is sent for. */
public enum CodePurpose {
  /** Registering a Billing Center account. */
  REGISTER,
  /** Binding an existing Billing Center account. */
  BIND,
  /** Creating a workspace for an existing Guance account. */
  CREATE_WORKSPACE,
  /** Registering a Guance account and creating a workspace. */
  REGISTER_ACCOUNT
}
