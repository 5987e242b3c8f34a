package com.guance.onboarding.spi;

import com.guance.onboarding.domain.TenantId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A member as facts name them.
 *
 * @param userName the account, unique inside the tenant
 * @param digest tells members apart; part of a business key. Whoever has it can guess the account,
 *     so it is stored as the account is: sealed, or under a keyed hash
 */
public record ObservedMember(String userName, String digest) {

  /**
   * A member with the digest that every adapter gives the same member.
   *
   * @param tenant the organization, inside which the account is unique
   * @param userName the account
   * @return the member
   */
  public static ObservedMember of(TenantId tenant, String userName) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256")
              .digest((tenant.value() + "\n" + userName).getBytes(StandardCharsets.UTF_8));
      return new ObservedMember(userName, HexFormat.of().formatHex(hash, 0, 16));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** Returns the digest. */
  @Override
  public String toString() {
    return "ObservedMember[" + digest + "]";
  }
}
