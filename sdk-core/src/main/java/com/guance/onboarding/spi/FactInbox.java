package com.guance.onboarding.spi;

import com.guance.onboarding.domain.InstanceId;
import com.guance.onboarding.domain.Names;
import com.guance.onboarding.domain.Observed;
import com.guance.onboarding.domain.OnboardingId;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The door through which callbacks enter the flow: facts and the nonce that guards them are stored
 * in one transaction, before the callback is answered.
 */
public interface FactInbox {

  /**
   * Stores what a callback has shown.
   *
   * <p>Repeatable and atomic. {@code incoming} may be asked several times, when others write at the
   * same moment; it must not have effects.
   *
   * @param names whom the callback is about
   * @param incoming what to store, given the instance that the order has already, if any
   * @return what became of it
   */
  Received receive(Names names, Function<Optional<InstanceId>, Incoming> incoming);

  /**
   * What to store.
   *
   * @param facts the facts, all about the same names
   * @param nonce the nonce that must be new
   */
  record Incoming(List<Observed> facts, Optional<NonceRow> nonce) {

    /** Copies the facts. */
    public Incoming {
      facts = List.copyOf(facts);
    }
  }

  /**
   * What became of a callback.
   *
   * @param touched the onboardings that it is about; empty when it fits nobody yet and is parked
   * @param stored what was stored in the end; empty when the nonce was known
   * @param known the nonce as it was stored before
   */
  record Received(List<OnboardingId> touched, Optional<Incoming> stored, Optional<NonceRow> known) {

    /** Copies the list. */
    public Received {
      touched = List.copyOf(touched);
    }
  }
}
