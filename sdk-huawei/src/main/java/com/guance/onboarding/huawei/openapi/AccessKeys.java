package com.guance.onboarding.huawei.openapi;

import com.guance.onboarding.domain.Secret;
import com.guance.onboarding.error.InvalidSettingException;
import java.util.Objects;
import java.util.Optional;

/**
 * The seller's AK/SK, permanent or temporary.
 *
 * @param accessKey the access key id (AK); it travels with every request and is no secret by itself
 * @param secretKey the secret access key (SK); it never leaves the process
 * @param securityToken the token that comes with temporary keys; empty for permanent ones
 */
public record AccessKeys(String accessKey, Secret secretKey, Optional<Secret> securityToken) {

  /**
   * Checks that the access key can stand in a header.
   *
   * @param accessKey the access key id
   * @param secretKey the secret access key
   * @param securityToken the token that comes with temporary keys
   */
  public AccessKeys {
    Objects.requireNonNull(secretKey, "secretKey");
    Objects.requireNonNull(securityToken, "securityToken");
    if (!isVisibleAscii(accessKey) || accessKey.indexOf(',') >= 0) {
      throw new InvalidSettingException(
          "accessKey",
          "must be visible ASCII characters without comma",
          "copy the AK from My Credentials");
    }
    if (securityToken.isPresent() && !isVisibleAscii(securityToken.get().reveal())) {
      throw new InvalidSettingException(
          "securityToken",
          "must be visible ASCII characters",
          "take it from the answer that gave the temporary keys");
    }
  }

  /**
   * Keys that are valid until they are deleted.
   *
   * @param accessKey the AK
   * @param secretKey the SK
   * @return the keys
   */
  public static AccessKeys permanent(String accessKey, Secret secretKey) {
    return new AccessKeys(accessKey, secretKey, Optional.empty());
  }

  /**
   * Keys that expire, from an agency or a token. Whoever supplies them renews them in time.
   *
   * @param accessKey the AK
   * @param secretKey the SK
   * @param securityToken the token, sent as {@code X-Security-Token} and signed
   * @return the keys
   */
  public static AccessKeys temporary(String accessKey, Secret secretKey, Secret securityToken) {
    return new AccessKeys(accessKey, secretKey, Optional.of(securityToken));
  }

  /** Returns a text without the keys. */
  @Override
  public String toString() {
    return securityToken.isPresent() ? "AccessKeys[temporary]" : "AccessKeys[permanent]";
  }

  private static boolean isVisibleAscii(String text) {
    return !text.isEmpty() && text.chars().allMatch(c -> c > ' ' && c < 0x7f);
  }
}
