package com.guance.onboarding.domain;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Objects;

/**
 * A password, code, token or key: its text leaves only through {@link #reveal()}.
 *
 * <p>Not serializable. Printing and logging show a mask. Equal texts are equal secrets.
 */
public final class Secret {

  private final String text;

  private Secret(String text) {
    this.text = text;
  }

  /**
   * Wraps a text.
   *
   * @param text the secret, not empty
   * @return the secret
   */
  public static Secret of(String text) {
    Objects.requireNonNull(text, "secret");
    if (text.isEmpty()) {
      throw new InvalidInputException("secret", "must not be empty");
    }
    return new Secret(text);
  }

  /** {@return the text, for the one call that needs it} */
  public String reveal() {
    return text;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Secret secret
        && MessageDigest.isEqual(
            text.getBytes(StandardCharsets.UTF_8), secret.text.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  /** Returns a mask. */
  @Override
  public String toString() {
    return "***";
  }
}
