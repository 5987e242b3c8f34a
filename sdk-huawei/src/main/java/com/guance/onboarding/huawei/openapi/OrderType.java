package com.guance.onboarding.huawei.openapi;

/** What an order does (contracts/koogallery.md §6.1). */
public enum OrderType {
  /** Buys. */
  NEW,
  /** Tries for free. */
  TRIAL,
  /** Turns a trial into a purchase. */
  TRIAL_TO_FORMAL,
  /** Gives back. */
  UNSUBSCRIBE,
  /** Renews. */
  RENEW,
  /** Changes size or specification. */
  CHANGE,
  /** Something that this version does not know. */
  UNKNOWN
}
