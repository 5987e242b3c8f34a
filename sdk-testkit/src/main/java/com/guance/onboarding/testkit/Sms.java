package com.guance.onboarding.testkit;

import java.net.URI;
import java.time.Instant;

/**
 * A short message that tells a member where to sign in.
 *
 * @param to the member's sign-in name, such as {@code Wendy@gcy}
 * @param loginAddress the unified login address
 * @param sentAt when it was sent
 */
public record Sms(String to, URI loginAddress, Instant sentAt) {

  /** Returns the address, not the member. */
  @Override
  public String toString() {
    return "Sms[" + loginAddress + "]";
  }
}
