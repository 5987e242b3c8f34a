package com.guance.onboarding.huawei.signin;

/** What a member is in the organization. */
public enum Role {
  /** An ordinary member. */
  USER,
  /** An administrator. */
  ADMIN,
  /** Something that this version does not know. */
  UNKNOWN
}
