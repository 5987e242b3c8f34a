package com.guance.onboarding.billing.openapi;

import com.guance.onboarding.testkit.Emulator;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;

/** Tests of a journey with Guance's own APIs beside the emulator; each opens one and closes it. */
abstract class VerifiedJourneys {

  final Emulator emulator;
  private Optional<VerifiedJourney> open = Optional.empty();

  VerifiedJourneys(Emulator emulator) {
    this.emulator = emulator;
  }

  @AfterEach
  void close() {
    open.ifPresent(VerifiedJourney::close);
  }

  final VerifiedJourney journey() {
    return journey(new VerifiedJourney(emulator));
  }

  final VerifiedJourney journey(VerifiedJourney journey) {
    open = Optional.of(journey);
    return journey;
  }
}
