package com.guance.onboarding.domain;

/**
 * One purchased line of a KooGallery order; it never changes (contracts/koogallery.md §1.3).
 *
 * @param orderId the order
 * @param orderLineId the line of the order
 */
public record OrderKey(String orderId, String orderLineId) {

  /**
   * Checks both parts.
   *
   * @param orderId the order
   * @param orderLineId the line of the order
   */
  public OrderKey {
    Rule.ID.check("order.orderId", orderId);
    Rule.ID.check("order.orderLineId", orderLineId);
  }

  /** Returns both parts, with a slash between them. */
  @Override
  public String toString() {
    return orderId + "/" + orderLineId;
  }
}
