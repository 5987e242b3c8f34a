package com.guance.onboarding.examples.backend;

import com.guance.onboarding.domain.Secret;
import com.guance.onboarding.testkit.PartnerConnection;

/** How an emulator calls a backend of the tests; nobody plays the buyer. */
final class BackendConnection {

  private BackendConnection() {}

  static PartnerConnection.Builder to(Backend backend) {
    return PartnerConnection.builder()
        .uri(backend.baseUri())
        .productionKey(Secret.of(Mutant.PRODUCTION_KEY))
        .syncKey(Secret.of(Mutant.SYNC_KEY))
        .playBuyer(false);
  }
}
