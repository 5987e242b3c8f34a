package com.guance.onboarding.spi;

import com.guance.onboarding.domain.Secret;
import java.util.Optional;

/** Where secrets that must be kept live, sealed. Safe for several threads and processes. */
public interface SecretStore {

  /**
   * Keeps a secret, replacing what was there.
   *
   * @param name the name of the secret; nothing personal
   * @param secret the secret
   */
  void put(String name, Secret secret);

  /**
   * Reads a secret.
   *
   * @param name its name
   * @return the secret, empty when there is none
   */
  Optional<Secret> get(String name);

  /**
   * Forgets a secret; repeatable.
   *
   * @param name its name
   */
  void forget(String name);
}
