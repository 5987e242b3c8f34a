package com.guance.onboarding.testkit;

import com.guance.onboarding.domain.Secret;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The arguments of an emulator that runs as a process of its own. */
final class EmulatorArguments {

  static final String USAGE =
      "usage: [--port 0..65535]"
          + " [--partner-url URL --production-key KEY --sync-key KEY [--public-key FILE]]\n"
          + "[--countdown P14D] [--closing LOCKS|SWITCHES_TO_BILLING_CENTER]"
          + " [--unlocking BILLING_CENTER|ACCOUNT_MANAGER]"
          + " [--month AFTER_THE_LAST_CHANGE|OF_THE_CALENDAR]\n"
          + "[--gateway-token TOKEN]: what calls of the two gateways must carry then\n"
          + "The keys may come from KOO_PRODUCTION_KEY and KOO_SYNC_KEY instead, the token from"
          + " GATEWAY_TOKEN:\narguments show in the list of processes.";

  private static final int HIGHEST_PORT = 0xffff;
  private static final Set<String> NAMES =
      Set.of(
          "--port",
          "--partner-url",
          "--production-key",
          "--sync-key",
          "--public-key",
          "--countdown",
          "--closing",
          "--unlocking",
          "--month",
          "--gateway-token");

  private final Map<String, String> given;
  private final Map<String, String> environment;

  private EmulatorArguments(Map<String, String> given, Map<String, String> environment) {
    this.given = given;
    this.environment = environment;
  }

  /**
   * Reads them.
   *
   * @throws IllegalArgumentException if they make no sense
   */
  static EmulatorSettings.Builder read(String[] arguments, Map<String, String> environment) {
    Map<String, String> given = new HashMap<>();
    for (int i = 0; i < arguments.length; i += 2) {
      if (!NAMES.contains(arguments[i]) || i + 1 == arguments.length) {
        throw new IllegalArgumentException("an argument is unknown or has no value");
      }
      given.put(arguments[i], arguments[i + 1]);
    }
    EmulatorArguments read = new EmulatorArguments(given, environment);
    EmulatorSettings.Builder settings =
        EmulatorSettings.builder().port(read.port()).lifecycle(read.lifecycle());
    read.partner().ifPresent(settings::partner);
    return settings.token(read.gatewayToken());
  }

  private int port() {
    int port = Integer.parseInt(given.getOrDefault("--port", "0"));
    if (port < 0 || port > HIGHEST_PORT) {
      throw new IllegalArgumentException("there is no such port");
    }
    return port;
  }

  /** What is not given is as Guance documents it for Huawei Cloud. */
  private LifecycleRules lifecycle() {
    LifecycleRules.Builder rules = LifecycleRules.builder();
    value("--countdown").map(EmulatorArguments::time).ifPresent(rules::countdown);
    value("--closing").map(LifecycleRules.Closing::valueOf).ifPresent(rules::closing);
    value("--unlocking").map(LifecycleRules.Unlocking::valueOf).ifPresent(rules::unlocking);
    value("--month").map(LifecycleRules.Month::valueOf).ifPresent(rules::month);
    return rules.build();
  }

  private Optional<String> value(String argument) {
    return Optional.ofNullable(given.get(argument));
  }

  private static Duration time(String text) {
    try {
      Duration time = Duration.parse(text);
      if (!time.isNegative()) {
        return time;
      }
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("a time must read like P14D", e);
    }
    throw new IllegalArgumentException("a time must not be negative");
  }

  /** An empty variable is as good as none; an empty argument is a mistake. */
  private Optional<Secret> gatewayToken() {
    Optional<String> argument = value("--gateway-token");
    if (argument.filter(String::isBlank).isPresent()) {
      throw new IllegalArgumentException("a token must not be blank");
    }
    return argument
        .or(() -> Optional.ofNullable(environment.get("GATEWAY_TOKEN")))
        .filter(token -> !token.isBlank())
        .map(Secret::of);
  }

  private Optional<PartnerConnection> partner() {
    String url = given.get("--partner-url");
    if (url == null) {
      return Optional.empty();
    }
    return Optional.of(
        PartnerConnection.builder()
            .uri(URI.create(url))
            .productionKey(key("--production-key", "KOO_PRODUCTION_KEY"))
            .syncKey(key("--sync-key", "KOO_SYNC_KEY"))
            .publicKey(publicKey())
            .build());
  }

  private Secret key(String argument, String variable) {
    String key = given.getOrDefault(argument, environment.getOrDefault(variable, ""));
    if (key.isBlank()) {
      throw new IllegalArgumentException("a partner needs both keys");
    }
    return Secret.of(key);
  }

  private Optional<String> publicKey() {
    String file = given.get("--public-key");
    if (file == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(Files.readString(Path.of(file)));
    } catch (IOException e) {
      throw new IllegalArgumentException("the public key cannot be read", e);
    }
  }
}
