package com.guance.onboarding.domain;

/**
 * The Huawei Cloud account ID of a buyer (contracts/guance.md §1.8).
 *
 * @param value the domain id of the account, 1 to 128 visible characters
 */
public record HuaweiAccountId(String value) {

  /**
   * Checks the value.
   *
   * @param value the domain id of the account
   */
  public HuaweiAccountId {
    Field.HUAWEI_ACCOUNT_ID.check(value);
  }

  /** Returns the bare value, so that the id can stand in a message or a URL. */
  @Override
  public String toString() {
    return value;
  }
}
