package com.guance.onboarding.billing.external;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.guance.onboarding.domain.HuaweiAccountId;
import com.guance.onboarding.domain.OrderKey;
import com.guance.onboarding.domain.WorkspaceId;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/**
 * What an onboarding writes beside an account. A deployment has no Billing Center, so this is where
 * it is kept who pays for what, and which workspace was made for which order.
 */
final class Marks {

  static final String HUAWEI_ACCOUNT = "onboarding.huaweiAccountId";
  static final String ENTERPRISE = "onboarding.enterprise";
  static final String TERMS = "onboarding.terms";
  private static final String ORDER = "onboarding.order.";
  private static final String MADE = "onboarding.made.";

  private Marks() {}

  static String order(WorkspaceId workspace) {
    return ORDER + workspace.value();
  }

  static String order(OrderKey order) {
    return order.orderId() + "/" + order.orderLineId();
  }

  static String made(String reference) {
    return MADE + digest(reference);
  }

  /** The id under which the deployment knows an account that was registered for a buyer. */
  static String externalId(HuaweiAccountId buyer) {
    return "huawei:" + buyer.value();
  }

  static Optional<String> of(Account account, String name) {
    return Optional.ofNullable(account.attributes().get(name))
        .filter(String.class::isInstance)
        .map(String.class::cast);
  }

  static boolean hasMade(Account owner, WorkspaceId workspace) {
    return owner.attributes().entrySet().stream()
        .filter(mark -> mark.getKey().startsWith(MADE))
        .anyMatch(mark -> workspace.value().equals(mark.getValue()));
  }

  /** Tells texts apart without repeating them. */
  static String digest(String text) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
      return HexFormat.of().formatHex(hash, 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
