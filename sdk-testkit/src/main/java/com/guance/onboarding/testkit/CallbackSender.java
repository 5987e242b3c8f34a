package com.guance.onboarding.testkit;

import com.guance.onboarding.testkit.PartnerCalls.Signing;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** Makes one call of a callback, with the faults that a test has planned, and writes it down. */
final class CallbackSender {

  /** How long the fault {@code callback-delay} keeps a callback back, on the clock. */
  static final Duration DELAY = Duration.ofMinutes(30);

  /** How wrong the signed time is under {@code callback-clock-skew}; a minute is allowed. */
  private static final Duration SKEW = Duration.ofMinutes(-5);

  private final World world;
  private final Faults faults;
  private final PartnerCalls calls;
  private final Supplier<Optional<PartnerConnection>> connected;

  CallbackSender(
      World world,
      Faults faults,
      PartnerCalls calls,
      Supplier<Optional<PartnerConnection>> connected) {
    this.world = world;
    this.faults = faults;
    this.calls = calls;
    this.connected = connected;
  }

  /** What comes next. */
  enum Outcome {
    DELIVERED,
    AGAIN,
    GIVEN_UP,
    DELAYED,
    HELD
  }

  Outcome attempt(Delivery delivery) {
    Optional<PartnerConnection> partner = connected.get();
    if (partner.isEmpty()) {
      cancelled(delivery);
      return Outcome.GIVEN_UP;
    }
    Optional<FaultProfile> fault = faults.takeCallback(delivery.notice.callback().wireName());
    if (fault.filter(FaultProfile.CALLBACK_DELAY::equals).isPresent()) {
      note(delivery, row -> row.nextAttemptAt(world.now().plus(DELAY)));
      return Outcome.DELAYED;
    } else if (fault.filter(FaultProfile.CALLBACK_REORDER::equals).isPresent()) {
      return Outcome.HELD;
    }
    Instant at = delivery.due;
    delivery.attempts++;
    CallResult result = call(delivery, partner.get(), at, fault);
    return conclude(delivery, result, at);
  }

  private CallResult call(
      Delivery delivery, PartnerConnection partner, Instant at, Optional<FaultProfile> fault) {
    PartnerCallback callback = delivery.notice.callback();
    Signing signing =
        switch (fault.orElse(FaultProfile.CALLBACK_REPLAY)) {
          case CALLBACK_BAD_SIGNATURE -> new Signing(Duration.ZERO, true);
          case CALLBACK_CLOCK_SKEW -> new Signing(SKEW, false);
          default -> Signing.TRUE;
        };
    byte[] body = Payload.of(delivery.notice.body(at));
    HttpRequest request = calls.sign(partner, callback, body, signing);
    CallResult result = calls.send(partner, callback, request);
    if (fault.filter(FaultProfile.CALLBACK_REPLAY::equals).isPresent()) {
      repeated(delivery, calls.send(partner, callback, request));
    } else if (fault.filter(FaultProfile.CALLBACK_DUPLICATE::equals).isPresent()) {
      byte[] again = Payload.of(delivery.notice.body(at));
      HttpRequest second = calls.sign(partner, callback, again, signing);
      repeated(delivery, calls.send(partner, callback, second));
    }
    return result;
  }

  private void repeated(Delivery delivery, CallResult result) {
    note(delivery, row -> row.repeatedResult(result.result()));
  }

  private Outcome conclude(Delivery delivery, CallResult result, Instant at) {
    boolean settled = delivery.notice.settledBy(result);
    RetrySchedule schedule = delivery.notice.callback().schedule();
    boolean last = delivery.attempts >= schedule.calls();
    CallbackRow.Status status =
        settled
            ? CallbackRow.Status.DELIVERED
            : last ? CallbackRow.Status.GIVEN_UP : CallbackRow.Status.WAITING;
    boolean known =
        note(
            delivery,
            row ->
                row.attempts(delivery.attempts)
                    .lastResult(result.result())
                    .bodySign(result.bodySign())
                    .lastAttemptAt(at)
                    .nextAttemptAt(
                        settled || last
                            ? Optional.empty()
                            : Optional.of(at.plus(schedule.interval())))
                    .status(status));
    if (!known) {
      return Outcome.GIVEN_UP; // the world was emptied meanwhile
    } else if (settled) {
      delivery.notice.delivered(result, at);
      return Outcome.DELIVERED;
    } else if (last) {
      delivery.notice.givenUp(at);
      return Outcome.GIVEN_UP;
    }
    return Outcome.AGAIN;
  }

  void opened(Delivery delivery) {
    CallbackRow row =
        ImmutableCallbackRow.builder()
            .callbackId(delivery.id)
            .activity(delivery.notice.callback().wireName())
            .order(delivery.notice.order())
            .test(false)
            .attempts(0)
            .status(CallbackRow.Status.WAITING)
            .nextAttemptAt(delivery.due)
            .build();
    world.act(Origin.GATEWAY, () -> world.tables().callbacks.put(row.callbackId(), row) == null);
  }

  void cancelled(Delivery delivery) {
    note(delivery, row -> row.status(CallbackRow.Status.CANCELLED).nextAttemptAt(Optional.empty()));
  }

  /** Changes the row of a callback; false when the world does not know it any more. */
  private boolean note(Delivery delivery, UnaryOperator<ImmutableCallbackRow.Builder> change) {
    return world.act(
        Origin.GATEWAY,
        () ->
            world
                    .tables()
                    .callbacks
                    .computeIfPresent(
                        delivery.id,
                        (id, row) -> change.apply(ImmutableCallbackRow.builder().from(row)).build())
                != null);
  }
}
