package com.guance.onboarding.testkit;

import com.guance.onboarding.domain.Secret;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The arguments of an emulator that runs as a process of its own. */
final class EmulatorArguments {

  static final String USAGE =
      "usage: [--port 0..65535]"
          + " [--partner-url URL --production-key KEY --sync-key KEY [--public-key FILE]]\n"
          + "The keys may come from KOO_PRODUCTION_KEY and KOO_SYNC_KEY instead:"
          + " arguments show in the list of processes.";

  private static final int HIGHEST_PORT = 0xffff;
  private static final Set<String> NAMES =
      Set.of("--port", "--partner-url", "--production-key", "--sync-key", "--public-key");

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
    EmulatorSettings.Builder settings = EmulatorSettings.builder().port(read.port());
    read.partner().ifPresent(settings::partner);
    return settings;
  }

  private int port() {
    int port = Integer.parseInt(given.getOrDefault("--port", "0"));
    if (port < 0 || port > HIGHEST_PORT) {
      throw new IllegalArgumentException("there is no such port");
    }
    return port;
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
