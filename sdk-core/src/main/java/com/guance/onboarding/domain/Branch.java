package com.guance.onboarding.domain;

/** Which way through the guide an onboarding takes after the first sign-in. */
public enum Branch {
  /** The buyer's Huawei account pays through a Billing Center account already. */
  ALREADY_BOUND("already-bound"),
  /** An existing account is bound, and a workspace that exists. */
  EXISTING_WORKSPACE("existing-workspace"),
  /** An existing account is bound, and a new workspace of an existing Guance account. */
  NEW_WORKSPACE("new-workspace"),
  /** An existing account is bound, and a Guance account is registered with a workspace. */
  NEW_ACCOUNT("new-account"),
  /** The Commercial Plan is registered. */
  REGISTER("register");

  private final String code;

  Branch(String code) {
    this.code = code;
  }

  /** {@return the word that command lines and reports use} */
  public String code() {
    return code;
  }
}
