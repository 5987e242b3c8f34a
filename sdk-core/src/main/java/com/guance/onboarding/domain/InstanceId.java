package com.guance.onboarding.domain;

/**
 * The instance that KooGallery knows a subscription by; we mint it when the order arrives.
 *
 * @param value our answer to newInstance (contracts/koogallery.md §1.3), 1 to 128 visible
 *     characters
 */
public record InstanceId(String value) {

  /**
   * Checks the value.
   *
   * @param value our answer to newInstance
   */
  public InstanceId {
    Rule.ID.check("instanceId", value);
  }

  /** Returns the bare value, so that the id can stand in a message or a URL. */
  @Override
  public String toString() {
    return value;
  }
}
