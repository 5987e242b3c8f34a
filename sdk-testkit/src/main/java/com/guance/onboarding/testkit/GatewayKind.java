package com.guance.onboarding.testkit;

import java.util.Arrays;
import java.util.stream.Collectors;

/** The two contracts that a partner's gateway can speak. */
public enum GatewayKind {
  /** KooGallery's console: {@code docs/api/joint-operations.yaml}. */
  JOINT_OPERATIONS("joint-operations"),
  /** The Guance Billing Center: {@code docs/api/billing-center.yaml}. */
  BILLING("billing");

  private final String text;

  GatewayKind(String text) {
    this.text = text;
  }

  /** {@return the name on a command line: {@code joint-operations} or {@code billing}} */
  public String text() {
    return text;
  }

  /**
   * Reads a name.
   *
   * @param text {@code joint-operations} or {@code billing}
   * @return the contract
   * @throws IllegalArgumentException for anything else
   */
  public static GatewayKind from(String text) {
    return Arrays.stream(values())
        .filter(kind -> kind.text.equals(text))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "a gateway is one of "
                        + Arrays.stream(values())
                            .map(GatewayKind::text)
                            .collect(Collectors.joining(", "))));
  }
}
