package com.guance.onboarding.huawei.callback;

import com.guance.onboarding.domain.Secret;
import java.util.List;

/**
 * The access keys of KooGallery's two interfaces. Several of one interface are all accepted, so
 * that a key can be exchanged while calls come in: add the new one, change it at KooGallery, remove
 * the old one. The first signs what cannot be attributed to a key.
 *
 * @param production the keys of the production interface
 * @param synchronization the keys of the synchronization interface
 */
public record CallbackKeys(List<Secret> production, List<Secret> synchronization) {

  /**
   * Copies the lists.
   *
   * @param production the keys of the production interface
   * @param synchronization the keys of the synchronization interface
   */
  public CallbackKeys {
    production = List.copyOf(production);
    synchronization = List.copyOf(synchronization);
  }

  /**
   * One key for each interface.
   *
   * @param production the key of the production interface
   * @param synchronization the key of the synchronization interface
   * @return the keys
   */
  public static CallbackKeys of(Secret production, Secret synchronization) {
    return new CallbackKeys(List.of(production), List.of(synchronization));
  }
}
