package com.guance.onboarding.domain;

/**
 * The application that KooGallery gave the product's credential.
 *
 * @param value `appId` of applicationSync (contracts/koogallery.md §3.1), 1 to 128 visible
 *     characters
 */
public record AppId(String value) {

  /**
   * Checks the value.
   *
   * @param value `appId` of applicationSync
   */
  public AppId {
    Rule.ID.check("appId", value);
  }

  /** Returns the bare value, so that the id can stand in a message or a URL. */
  @Override
  public String toString() {
    return value;
  }
}
