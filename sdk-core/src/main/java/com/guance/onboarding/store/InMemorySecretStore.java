package com.guance.onboarding.store;

import com.guance.onboarding.domain.Secret;
import com.guance.onboarding.spi.SecretStore;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Keeps secrets in memory, gone with the process: for tests and trials. */
public final class InMemorySecretStore implements SecretStore {

  private final Map<String, Secret> secrets = new ConcurrentHashMap<>();

  private InMemorySecretStore() {}

  /** {@return an empty store} */
  public static InMemorySecretStore create() {
    return new InMemorySecretStore();
  }

  @Override
  public void put(String name, Secret secret) {
    secrets.put(name, Objects.requireNonNull(secret, "secret"));
  }

  @Override
  public Optional<Secret> get(String name) {
    return Optional.ofNullable(secrets.get(name));
  }

  @Override
  public void forget(String name) {
    secrets.remove(name);
  }
}
