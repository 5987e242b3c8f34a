package com.guance.onboarding.domain;

/**
 * An organization's id on KooGallery: its tenant.
 *
 * @param value `tenantId` of the joint-operations kit (contracts/koogallery.md §3.1), 1 to 128
 *     visible characters
 */
public record TenantId(String value) {

  /**
   * Checks the value.
   *
   * @param value `tenantId` of the joint-operations kit
   */
  public TenantId {
    Rule.ID.check("tenantId", value);
  }

  /** Returns the bare value, so that the id can stand in a message or a URL. */
  @Override
  public String toString() {
    return value;
  }
}
