package com.guance.onboarding.testkit;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** Carries out the calls of the gateways, with the faults that a test has planned. */
final class FaultyGateway {

  private static final Duration THROTTLED = Duration.ofSeconds(30);

  private final GatewayCalls calls;
  private final Faults faults;
  private final CallLog log;
  private final EmulatorSettings settings;
  private final CountDownLatch closing;
  private final Distortion distortion = new Distortion();

  FaultyGateway(
      GatewayCalls calls,
      Faults faults,
      CallLog log,
      EmulatorSettings settings,
      CountDownLatch closing) {
    this.calls = calls;
    this.faults = faults;
    this.log = log;
    this.settings = settings;
    this.closing = closing;
  }

  /** What a call does when it is let through. */
  interface Effect {
    Answer happens();
  }

  /** How an API says no. */
  interface Refusals extends Function<Refused, Answer> {}

  /** What is asked: what it is called, how it is refused, what it does. */
  record Asked(String operation, Refusals refusals, Effect effect) {}

  void handle(Received received, HttpDoor.Found found) throws IOException {
    byte[] body = received.body();
    handle(
        received,
        new Asked(
            found.route().operation(),
            refused -> Answer.refused(refused, received.requestId()),
            () -> carryOut(received, found, body)));
  }

  void handle(Received received, Asked asked) throws IOException {
    pause(settings.callTime());
    Optional<FaultProfile> fault = faults.take(asked.operation());
    Optional<Answer> answer =
        fault.isPresent() ? spoiled(fault.get(), asked) : Optional.of(asked.effect().happens());
    log.add(new RemoteCall(asked.operation(), answer.map(Answer::status).orElse(0)));
    if (answer.isPresent()) {
      received.send(answer.get());
    }
  }

  /** The answer under a fault; empty when the connection is to be cut. */
  private Optional<Answer> spoiled(FaultProfile fault, Asked asked) {
    Effect effect = asked.effect();
    return switch (fault) {
      case CUT_BEFORE -> Optional.empty();
      case THROTTLE -> Optional.of(asked.refusals().apply(throttled()));
      case ERROR_500 -> Optional.of(asked.refusals().apply(failed()));
      case CUT_AFTER -> {
        effect.happens();
        yield Optional.empty();
      }
      case DUPLICATE -> {
        effect.happens();
        yield Optional.of(effect.happens());
      }
      case DELAY -> {
        Answer late = effect.happens();
        pause(settings.longDelay());
        yield Optional.of(late);
      }
      case MALFORMED -> Optional.of(distortion.malformed(effect.happens()));
      case UNKNOWN_FIELDS -> Optional.of(distortion.unknownFields(effect.happens()));
      case CALLBACK_DUPLICATE,
          CALLBACK_REORDER,
          CALLBACK_DELAY,
          CALLBACK_BAD_SIGNATURE,
          CALLBACK_CLOCK_SKEW,
          CALLBACK_REPLAY ->
          Optional.of(effect.happens());
    };
  }

  private static Refused throttled() {
    return Refused.of(429, "THROTTLED", "too many requests").retryAfter(THROTTLED);
  }

  private static Refused failed() {
    return Refused.of(500, "INTERNAL_ERROR", "something went wrong");
  }

  private Answer carryOut(Received received, HttpDoor.Found found, byte[] body) {
    try {
      Call call = new Call(found.values(), received.query(), Body.of(Json.object(body)));
      return calls.carryOut(
          new GatewayCalls.Incoming(
              found.route(),
              call,
              received.header("Idempotency-Key"),
              received.header("Authorization"),
              received.requestId()));
    } catch (Refused refused) {
      return Answer.refused(refused, received.requestId());
    }
  }

  /** Waits in real time, but not beyond the end of the emulator. */
  private void pause(Duration time) {
    if (time.isZero()) {
      return;
    }
    try {
      if (closing.await(time.toMillis(), TimeUnit.MILLISECONDS)) {
        throw Refused.of(503, "CLOSING", "the emulator is being closed");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
