package com.guance.onboarding.huawei.signin;

import com.guance.onboarding.error.InvalidSettingException;
import com.guance.onboarding.error.TransportException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Which sign-in domains of organizations may be called: they come from outside, and a client secret
 * is sent to them.
 */
final class DomainRules {

  /** Labels of letters, digits and hyphens; the last one has letters, so it is no address. */
  private static final Pattern HOST_NAME =
      Pattern.compile(
          "(?=.{1,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)+"
              + "(?:[a-z]{2,63}|xn--[a-z0-9-]{0,57}[a-z0-9])");

  private static final Pattern LOOPBACK =
      Pattern.compile("localhost|127(?:\\.[0-9]{1,3}){3}|\\[::1]");

  private final List<String> suffixes;
  private final Set<String> loopbackOrigins;

  /**
   * Checks the settings.
   *
   * @throws InvalidSettingException if a suffix is no domain or an origin does not lead to this
   *     machine
   */
  DomainRules(List<String> suffixes, Set<URI> loopbackOrigins) {
    this.suffixes = suffixes.stream().map(DomainRules::suffix).toList();
    this.loopbackOrigins =
        loopbackOrigins.stream()
            .map(DomainRules::loopbackOrigin)
            .collect(Collectors.toUnmodifiableSet());
  }

  /**
   * Where the calls to a domain go.
   *
   * @param address scheme, host and, on this machine, port
   * @param loopback whether it is this machine, by the settings' leave
   */
  record Target(URI address, boolean loopback) {}

  /**
   * Checks a domain.
   *
   * @param domainName the domain as tenantSync says it
   * @param operation what it is wanted for
   * @return where to call
   * @throws TransportException naming the rule, if it must not be called
   */
  Target target(String domainName, String operation) {
    URI domain = parse(domainName);
    if (isNamedLoopback(domain)) {
      return new Target(URI.create(origin(domain)), true);
    }
    Optional<String> rule = brokenRule(domain);
    if (rule.isPresent()) {
      throw TransportException.untrusted(
          SignInErrors.PROVIDER,
          operation,
          "the organization's sign-in domain " + rule.get(),
          null);
    }
    return new Target(URI.create("https://" + host(domain)), false);
  }

  private Optional<String> brokenRule(URI domain) {
    if (!"https".equalsIgnoreCase(domain.getScheme())) {
      return Optional.of("must begin with https");
    } else if (domain.getRawUserInfo() != null) {
      return Optional.of("must hold no user name");
    } else if (!HOST_NAME.matcher(host(domain)).matches()) {
      return Optional.of("must be the full name of a host");
    } else if (domain.getPort() != -1) {
      return Optional.of("must hold no port");
    } else if (!isBare(domain)) {
      return Optional.of("must hold no path and no query");
    } else if (!suffixes.isEmpty() && suffixes.stream().noneMatch(("." + host(domain))::endsWith)) {
      return Optional.of("must end with an allowed suffix");
    }
    return Optional.empty();
  }

  private boolean isNamedLoopback(URI domain) {
    return domain.getScheme() != null
        && domain.getRawUserInfo() == null
        && isBare(domain)
        && loopbackOrigins.contains(origin(domain));
  }

  private static String suffix(String suffix) {
    String lower = suffix.toLowerCase(Locale.ROOT);
    String dotted = lower.startsWith(".") ? lower : "." + lower;
    if (!HOST_NAME.matcher("a" + dotted).matches()) {
      throw new InvalidSettingException(
          "allowedDomainSuffixes", "must be domains", "write example.com");
    }
    return dotted;
  }

  private static String loopbackOrigin(URI origin) {
    String scheme = origin.getScheme();
    boolean http = "http".equalsIgnoreCase(scheme) || "https".equalsIgnoreCase(scheme);
    if (!http
        || !LOOPBACK.matcher(host(origin)).matches()
        || origin.getRawUserInfo() != null
        || !isBare(origin)) {
      throw new InvalidSettingException(
          "loopbackOrigins",
          "must be origins on this machine",
          "write http://127.0.0.1 with the port");
    }
    return origin(origin);
  }

  /** What is no address at all breaks the first rule. */
  private static URI parse(String domainName) {
    try {
      return new URI(domainName.strip());
    } catch (URISyntaxException e) {
      return URI.create("");
    }
  }

  private static boolean isBare(URI url) {
    String path = url.getRawPath();
    return (path == null || path.isEmpty() || path.equals("/"))
        && url.getRawQuery() == null
        && url.getRawFragment() == null;
  }

  private static String origin(URI url) {
    String port = url.getPort() == -1 ? "" : ":" + url.getPort();
    return url.getScheme().toLowerCase(Locale.ROOT) + "://" + host(url) + port;
  }

  private static String host(URI url) {
    return url.getHost() == null ? "" : url.getHost().toLowerCase(Locale.ROOT);
  }
}
