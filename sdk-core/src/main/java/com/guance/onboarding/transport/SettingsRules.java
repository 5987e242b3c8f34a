package com.guance.onboarding.transport;

import com.guance.onboarding.error.InvalidSettingException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/** The rules that settings are checked by. Messages show hosts, never user names or queries. */
final class SettingsRules {

  private static final String BASE_URL = "baseUrl";
  private static final Duration SHORTEST = Duration.ofMillis(1);
  private static final Duration LONGEST = Duration.ofDays(1);

  private SettingsRules() {}

  static HttpSettings check(HttpSettings settings) {
    checkBaseUrl(settings.baseUrl(), settings);
    checkTime("connectTimeout", settings.connectTimeout());
    checkTime("attemptTimeout", settings.attemptTimeout());
    checkTime("deadline", settings.deadline());
    checkTime("firstBackoff", settings.firstBackoff());
    checkTime("maxBackoff", settings.maxBackoff());
    checkPositive("maxAttempts", settings.maxAttempts());
    checkPositive("maxResponseBytes", settings.maxResponseBytes());
    if (settings.maxBackoff().compareTo(settings.firstBackoff()) < 0) {
      throw new InvalidSettingException(
          "maxBackoff", "must not be shorter than firstBackoff", "raise it or lower firstBackoff");
    }
    if (!settings.userAgent().chars().allMatch(c -> c >= 32 && c < 127)) {
      throw new InvalidSettingException(
          "userAgent", "must be printable ASCII", "leave it out for the default");
    }
    return settings;
  }

  /** Also for an address that comes later, from outside. */
  static void checkBaseUrl(URI url, HttpSettings settings) {
    String scheme = url.getScheme() == null ? "" : url.getScheme().toLowerCase(Locale.ROOT);
    if (url.getHost() == null || !(scheme.equals("https") || scheme.equals("http"))) {
      throw new InvalidSettingException(
          BASE_URL, "must be an http(s) address with a host", "write https://host/path");
    }
    if (url.getRawUserInfo() != null) {
      throw new InvalidSettingException(
          BASE_URL, "must hold no user name or password", "use an authorizer");
    }
    if (url.getRawQuery() != null || url.getRawFragment() != null) {
      throw new InvalidSettingException(
          BASE_URL, "must hold no query and no fragment", "end it with the path");
    }
    if (scheme.equals("http")
        && !isLoopback(url.getHost())
        && !isSameOrigin(settings.DANGEROUS_allowPlainHttp(), url)) {
      String origin = "http://" + url.getAuthority();
      throw new InvalidSettingException(
          BASE_URL,
          "plain http is for loopback addresses only, not for " + url.getHost(),
          "use https, or accept the risk with DANGEROUS_allowPlainHttp(" + origin + ")");
    }
    checkLiteral(url.getHost(), settings.reachable());
  }

  /** Only names are looked up while connecting, so an address in digits is asked about here. */
  private static void checkLiteral(String host, Predicate<InetAddress> reachable) {
    if (!isLiteral(host)) {
      return;
    }
    try {
      if (!reachable.test(InetAddress.getByName(host))) {
        throw new InvalidSettingException(
            BASE_URL, "the address " + host + " is not reachable by rule", "use a host name");
      }
    } catch (UnknownHostException e) {
      throw new InvalidSettingException(
          BASE_URL, host + " is no address", "write https://host/path");
    }
  }

  private static boolean isLoopback(String host) {
    return host.equalsIgnoreCase("localhost")
        || host.equals("[::1]")
        || (host.startsWith("127.") && isLiteral(host));
  }

  private static boolean isLiteral(String host) {
    return host.startsWith("[") || isDottedQuad(host);
  }

  private static boolean isDottedQuad(String host) {
    int parts = 1;
    int digits = 0;
    for (int i = 0; i < host.length(); i++) {
      char c = host.charAt(i);
      if (c == '.' && digits > 0) {
        parts++;
        digits = 0;
      } else if (c < '0' || c > '9' || ++digits > 3) {
        return false;
      }
    }
    return parts == 4 && digits > 0;
  }

  private static boolean isSameOrigin(Optional<URI> allowed, URI url) {
    return allowed
        .filter(origin -> "http".equalsIgnoreCase(origin.getScheme()))
        .filter(origin -> url.getHost().equalsIgnoreCase(origin.getHost()))
        .filter(origin -> port(origin) == port(url))
        .isPresent();
  }

  private static int port(URI url) {
    return url.getPort() == -1 ? 80 : url.getPort();
  }

  private static void checkTime(String field, Duration value) {
    if (value.compareTo(SHORTEST) < 0 || value.compareTo(LONGEST) > 0) {
      throw new InvalidSettingException(
          field, "must be from a millisecond to a day", "leave it out for the default");
    }
  }

  private static void checkPositive(String field, int value) {
    if (value <= 0) {
      throw new InvalidSettingException(
          field, "must be at least 1", "leave it out for the default");
    }
  }
}
