package com.guance.onboarding.examples;

import com.guance.onboarding.domain.Secret;
import com.guance.onboarding.examples.backend.BackendSettings;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where onboardings are kept; what is secret comes from the environment or from a file. */
final class StoreOptions {

  @Option(
      names = "--store",
      description =
          "memory, or a JDBC URL of H2, PostgreSQL or MariaDB; the environment's"
              + " ONBOARDING_STORE, _STORE_USER and _STORE_PASSWORD do not show in process lists"
              + " (default: the H2 file ./data/onboarding).",
      defaultValue = "${env:ONBOARDING_STORE:-" + BackendSettings.Store.LOCAL + "}")
  private String store;

  @Option(
      names = "--keys",
      description =
          "A file with the key ring, NAME:KEY,… (default: the environment's ONBOARDING_KEYS; for an"
              + " H2 file one is made beside it).")
  private @Nullable Path keys;

  @SuppressWarnings("NullAway.Init") // picocli fills in options
  StoreOptions() {}

  BackendSettings.Store store() {
    return new BackendSettings.Store(
        store,
        environment("ONBOARDING_STORE_USER")
            .map(
                user ->
                    new BackendSettings.Login(
                        user, environment("ONBOARDING_STORE_PASSWORD").map(Secret::of))),
        keys());
  }

  private Optional<Secret> keys() {
    return keys == null
        ? environment("ONBOARDING_KEYS").map(Secret::of)
        : Optional.of(BackendSettings.Store.keys(keys));
  }

  private static Optional<String> environment(String name) {
    return Optional.ofNullable(System.getenv(name)).filter(value -> !value.isEmpty());
  }
}
