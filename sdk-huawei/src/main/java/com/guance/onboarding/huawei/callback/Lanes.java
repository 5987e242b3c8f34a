package com.guance.onboarding.huawei.callback;

import com.guance.onboarding.domain.InstanceId;
import com.guance.onboarding.domain.Names;
import com.guance.onboarding.domain.Observed;
import com.guance.onboarding.domain.OnboardingId;
import com.guance.onboarding.spi.FactInbox;
import com.guance.onboarding.spi.FactInbox.Incoming;
import com.guance.onboarding.spi.FactInbox.Received;
import com.guance.onboarding.spi.NonceRow;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Customers and rehearsals, and the memory of what has been answered. Everything here may block and
 * runs in the pool.
 */
final class Lanes {

  private static final String MOCK = "MOCK";

  private final FactInbox customers;
  private final FactInbox tests;
  private final Duration memory;

  Lanes(FactInbox customers, Duration window) {
    this.customers = customers;
    this.tests = customers.tests();
    this.memory = window.multipliedBy(2);
  }

  /** Whether an order is one of KooGallery's debugging orders. */
  static boolean mock(String orderId) {
    return orderId.startsWith(MOCK);
  }

  FactInbox lane(boolean rehearsal) {
    return rehearsal ? tests : customers;
  }

  boolean rehearsal(FactInbox lane) {
    return lane == tests;
  }

  /** The lane in which an instance was opened; a rehearsal never finds a customer's. */
  Optional<FactInbox> laneOf(InstanceId instance, boolean rehearsal) {
    Names names = Names.builder().instance(instance).build();
    if (!rehearsal && !customers.whose(names).isEmpty()) {
      return Optional.of(customers);
    }
    return tests.whose(names).isEmpty() ? Optional.empty() : Optional.of(tests);
  }

  /** Stores facts with their answer; the answer that was given before, if they came before. */
  Answer store(FactInbox lane, Call call, Names names, List<Observed> facts) {
    return store(lane, call, names, facts, Optional.empty());
  }

  /** The same with a list of staff, which goes to whoever listens. */
  Answer store(
      FactInbox lane, Call call, Names names, List<Observed> facts, Optional<String> staff) {
    Answer answer = Answer.of(ResultCode.SUCCESS);
    Optional<NonceRow> nonce = Optional.of(nonce(call, answer.body()));
    Received received = lane.receive(names, opened -> new Incoming(facts, nonce, staff));
    return received
        .known()
        .map(Lanes::repeated)
        .orElseGet(() -> new Answer(answer.code(), answer.body(), received.touched()));
  }

  /** Remembers an answer that changes nothing; a byte-identical repetition gets it again. */
  Answer remember(Call call, Answer answer) {
    return customers.remember(nonce(call, answer.body())).map(Lanes::repeated).orElse(answer);
  }

  /** Lets a question through once: its answer is not kept, so its repetition is refused. */
  Optional<Answer> refuseRepetition(Call call) {
    return customers.remember(nonce(call, new byte[0])).map(Lanes::repeated);
  }

  NonceRow nonce(Call call, byte[] answer) {
    return new NonceRow(
        call.stamp().replayKey(),
        customers.now().plus(memory),
        new String(answer, StandardCharsets.ISO_8859_1));
  }

  static Answer repeated(NonceRow known) {
    if (known.value().isEmpty()) {
      return Answer.of(ResultCode.AUTHENTICATION_FAILED);
    }
    byte[] body = known.value().getBytes(StandardCharsets.ISO_8859_1);
    return new Answer(AnswerBody.code(body), body, List.of());
  }

  List<OnboardingId> customersOf(Names names) {
    return customers.whose(names);
  }
}
