package com.guance.onboarding.spi;

import com.guance.onboarding.domain.InstanceId;
import com.guance.onboarding.domain.Names;
import com.guance.onboarding.domain.Observed;
import com.guance.onboarding.domain.OnboardingId;
import com.guance.onboarding.domain.OrderKey;
import java.time.Instant;
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
   * Looks at an order line before something is stored for it; nothing is stored.
   *
   * @param order the order line
   * @return the line as it stands
   */
  Line line(OrderKey order);

  /**
   * Stores what a callback has shown of an order line, as {@link #receive(Names, Function)} does,
   * and spares reading the line again unless somebody has written meanwhile.
   *
   * @param line the line as {@link #line} has shown it
   * @param incoming what to store, given the instance that the order has already, if any
   * @return what became of it
   */
  Received receive(Line line, Function<Optional<InstanceId>, Incoming> incoming);

  /**
   * The same door for debugging and dial tests: what comes in here is stored and answered alike and
   * stays apart from customers. It opens no onboarding, touches none and calls nobody.
   *
   * @return the other lane
   */
  FactInbox tests();

  /**
   * Whom names mean, the surest name first; nothing is stored.
   *
   * @param names the names
   * @return the onboardings, none when the names are not known
   */
  List<OnboardingId> whose(Names names);

  /**
   * The flow's time, by which nonces are forgotten.
   *
   * @return now
   */
  Instant now();

  /**
   * Stores a nonce alone, for a callback that changes nothing.
   *
   * @param nonce the nonce that must be new
   * @return the nonce as it was stored before; empty when it was new
   */
  Optional<NonceRow> remember(NonceRow nonce);

  /** An order line as it stood when somebody looked at it; only the inbox makes them. */
  interface Line {

    /** {@return the onboarding that the line has, or would have if it were opened} */
    OnboardingId id();

    /** {@return the instance that the line has already, empty while it has none} */
    Optional<InstanceId> instance();
  }

  /**
   * What to store.
   *
   * @param facts the facts, all about the same names
   * @param nonce the nonce that must be new
   * @param staff a list of staff as JSON, which is no fact: it goes sealed to the {@link
   *     StaffListener}s, if there are any, and is stored nowhere else
   */
  record Incoming(List<Observed> facts, Optional<NonceRow> nonce, Optional<String> staff) {

    /**
     * Copies the facts.
     *
     * @param facts the facts
     * @param nonce the nonce that must be new
     * @param staff a list of staff as JSON
     */
    public Incoming {
      facts = List.copyOf(facts);
    }

    /**
     * Facts without a list of staff.
     *
     * @param facts the facts
     * @param nonce the nonce that must be new
     */
    public Incoming(List<Observed> facts, Optional<NonceRow> nonce) {
      this(facts, nonce, Optional.empty());
    }

    /** Returns how many facts. */
    @Override
    public String toString() {
      return "Incoming[" + facts.size() + " facts]";
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

    /**
     * Copies the list.
     *
     * @param touched the onboardings that it is about
     * @param stored what was stored in the end
     * @param known the nonce as it was stored before
     */
    public Received {
      touched = List.copyOf(touched);
    }
  }
}
