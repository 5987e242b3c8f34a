package com.guance.onboarding.billing.datakit;

import com.guance.onboarding.billing.Addresses;
import com.guance.onboarding.domain.InvalidInputException;
import java.net.URI;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The form of every option. Quoting would make hostile values harmless too; what no honest value
 * looks like is refused all the same, because the text is also shown to people who copy it.
 */
final class OptionRules {

  private static final Pattern TAG_NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_.-]{0,63}");
  private static final Pattern PLAIN_TAG_VALUE = Pattern.compile("[\\p{L}\\p{N}._/:@+-]+");
  private static final Pattern INPUT = Pattern.compile("[A-Za-z][A-Za-z0-9_-]{0,63}");
  private static final Pattern NAMESPACE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_.-]{0,63}");
  private static final Pattern VERSION =
      Pattern.compile("[0-9]{1,4}\\.[0-9]{1,4}\\.[0-9]{1,4}(-[A-Za-z0-9.]{1,32})?");
  private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]{1,128}");
  private static final Set<String> PROXY_SCHEMES = Set.of("http", "https");

  private OptionRules() {}

  static void check(InstallOptions options) {
    options.hostTags().forEach(OptionRules::checkTag);
    options
        .defaultInputs()
        .forEach(input -> form("defaultInputs", input, INPUT, "must be names such as cpu"));
    if (options.withoutInputs() && !options.defaultInputs().isEmpty()) {
      throw refused("withoutInputs", "cannot stand together with defaultInputs");
    }
    options
        .namespace()
        .ifPresent(
            name -> form("namespace", name, NAMESPACE, "must be 1 to 64 letters, digits, . _ -"));
    options
        .version()
        .ifPresent(version -> form("version", version, VERSION, "must be such as 1.2.3"));
    options.httpPort().ifPresent(OptionRules::checkPort);
    options.proxy().ifPresent(OptionRules::checkProxy);
    options.installerBaseUrl().ifPresent(OptionRules::checkInstaller);
  }

  static void checkToken(String token) {
    form("token", token, TOKEN, "must be letters, digits, hyphens and underscores");
  }

  /** The Helm chart writes tags into YAML, where more characters have a meaning than in a shell. */
  static void checkPlainTags(InstallOptions options) {
    options
        .hostTags()
        .values()
        .forEach(
            value ->
                form(
                    "hostTags",
                    value,
                    PLAIN_TAG_VALUE,
                    "must hold letters, digits and . _ - / : @ + only, for Kubernetes"));
  }

  private static void checkTag(String name, String value) {
    form("hostTags", name, TAG_NAME, "must have names of 1 to 64 letters, digits, . _ -");
    int length = value.codePointCount(0, value.length());
    if (value.isBlank() || length > 256 || value.indexOf(',') >= 0 || value.indexOf('=') >= 0) {
      throw refused("hostTags", "must have values of 1 to 256 characters without , and =");
    }
    if (value.codePoints().anyMatch(OptionRules::isInvisible)) {
      throw refused("hostTags", "must have values of one line of visible characters");
    }
  }

  private static boolean isInvisible(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED ->
          true;
      default -> false;
    };
  }

  private static void checkPort(int port) {
    if (port < 1 || port > 65535) {
      throw refused("httpPort", "must be 1 to 65535");
    }
  }

  private static void checkProxy(URI proxy) {
    if (proxy.getRawUserInfo() != null) {
      throw refused("proxy", "must hold no user name and password; the command is shown to people");
    }
    address("proxy", proxy, PROXY_SCHEMES);
    if (!proxy.getRawPath().isEmpty() && !proxy.getRawPath().equals("/")) {
      throw refused("proxy", "must hold nothing but scheme, host and port");
    }
  }

  private static void checkInstaller(URI folder) {
    address("installerBaseUrl", folder, Set.of("https"));
  }

  private static void address(String option, URI address, Set<String> schemes) {
    if (address.getScheme() == null || !schemes.contains(address.getScheme())) {
      throw refused(option, "must start with " + String.join(":// or ", schemes) + "://");
    }
    if (!Addresses.isPlain(address)) {
      throw refused(option, "must hold nothing but scheme, host, port and path");
    }
  }

  private static void form(String option, String value, Pattern form, String rule) {
    if (!form.matcher(value).matches()) {
      throw refused(option, rule);
    }
  }

  static InvalidInputException refused(String option, String rule) {
    return new InvalidInputException("datakit." + option, rule);
  }
}
