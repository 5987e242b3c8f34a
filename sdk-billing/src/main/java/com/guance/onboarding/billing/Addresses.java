package com.guance.onboarding.billing;

import com.guance.onboarding.domain.InvalidInputException;
import java.net.URI;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What an address must look like before a key or token is sent to it or written next to it. */
public final class Addresses {

  private static final Pattern HOST =
      Pattern.compile("[A-Za-z0-9.-]{1,253}|\\[[0-9A-Fa-f:.]{2,45}]");
  private static final Pattern PATH = Pattern.compile("[A-Za-z0-9._~/-]*");
  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");
  private static final int HTTP_PORT = 80;

  private Addresses() {}

  /**
   * Whether an address is nothing but scheme, host, port and a path of plain characters, so that it
   * can be shown and copied without a surprise.
   *
   * @param address the address
   * @return true if so
   */
  public static boolean isPlain(URI address) {
    return hasHost(address)
        && address.getRawUserInfo() == null
        && address.getRawQuery() == null
        && address.getRawFragment() == null
        && PATH.matcher(address.getRawPath()).matches();
  }

  static void check(String field, URI address, Collection<URI> plainHttpOrigins) {
    if (!hasHost(address)) {
      throw new InvalidInputException(field, "must be an address such as https://host.example");
    }
    boolean plain = "http".equalsIgnoreCase(address.getScheme());
    if (!plain && !"https".equalsIgnoreCase(address.getScheme())) {
      throw new InvalidInputException(field, "must start with https://");
    }
    if (plain && !LOOPBACK.contains(address.getHost()) && !isAmong(plainHttpOrigins, address)) {
      throw new InvalidInputException(
          field,
          "must start with https:// (plain HTTP needs DANGEROUS_allowPlainHttp with its origin)");
    }
    if (!isPlain(address)) {
      throw new InvalidInputException(field, "must hold nothing but scheme, host, port and path");
    }
  }

  /** Whether an address belongs to one of the origins, which are plain HTTP. */
  static boolean isAmong(Collection<URI> plainHttpOrigins, URI address) {
    return "http".equalsIgnoreCase(address.getScheme())
        && plainHttpOrigins.stream().anyMatch(origin -> sameOrigin(origin, address));
  }

  private static boolean hasHost(URI address) {
    String host = address.getHost();
    return host != null && HOST.matcher(host).matches();
  }

  private static boolean sameOrigin(URI origin, URI address) {
    return hasHost(origin)
        && "http".equalsIgnoreCase(origin.getScheme())
        && host(origin).equals(host(address))
        && port(origin) == port(address);
  }

  private static String host(URI address) {
    return address.getHost().toLowerCase(Locale.ROOT);
  }

  private static int port(URI address) {
    return address.getPort() < 0 ? HTTP_PORT : address.getPort();
  }
}
