package com.guance.onboarding.billing;

import com.guance.onboarding.domain.InvalidInputException;
import java.net.URI;
import java.util.Set;
import java.util.regex.Pattern;

/** What an address must look like before a key or token is sent to it or written next to it. */
final class Addresses {

  private static final Pattern HOST =
      Pattern.compile("[A-Za-z0-9.-]{1,253}|\\[[0-9A-Fa-f:.]{2,45}]");
  private static final Pattern PATH = Pattern.compile("[A-Za-z0-9._~/-]*");
  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

  private Addresses() {}

  static void check(String field, URI address, boolean plainHttpAllowed) {
    String host = address.getHost();
    if (host == null || !HOST.matcher(host).matches()) {
      throw new InvalidInputException(field, "must be an address such as https://host.example");
    }
    boolean plain = "http".equalsIgnoreCase(address.getScheme());
    if (!plain && !"https".equalsIgnoreCase(address.getScheme())) {
      throw new InvalidInputException(field, "must start with https://");
    }
    if (plain && !plainHttpAllowed && !LOOPBACK.contains(host)) {
      throw new InvalidInputException(
          field, "must start with https:// (plain HTTP needs DANGEROUS_allowPlainHttp)");
    }
    if (address.getRawUserInfo() != null
        || address.getRawQuery() != null
        || address.getRawFragment() != null
        || !PATH.matcher(address.getRawPath()).matches()) {
      throw new InvalidInputException(field, "must hold nothing but scheme, host, port and path");
    }
  }
}
