package com.guance.onboarding.huawei.callback;

import com.guance.onboarding.error.CallbackException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets verified requests in, typed, and sends the others away with as few words as possible. */
final class Gate {

  private static final Logger LOG = LoggerFactory.getLogger(Gate.class);

  private final int maxBodyBytes;
  private final CallbackVerifier verifier;
  private final Replies replies;

  Gate(CallbackSettings settings, KeyRing keyRing, Replies replies) {
    this.maxBodyBytes = settings.maxBodyBytes();
    this.verifier = new CallbackVerifier(settings, keyRing);
    this.replies = replies;
  }

  /** What became of a request at the gate. */
  sealed interface Passage permits Admitted, Refused {}

  /**
   * It is in.
   *
   * @param verified the request
   * @param event what it says
   */
  record Admitted(Verified verified, CallbackEvent event) implements Passage {}

  /**
   * It is out.
   *
   * @param reply what it is told
   */
  record Refused(CallbackReply reply) implements Passage {}

  Passage admit(CallbackRequest request) {
    Route route = Route.of(request.path());
    if (!request.method().equals("POST")) {
      return new Refused(replies.methodNotAllowed(route));
    }
    if (request.body().length > maxBodyBytes) {
      return new Refused(replies.tooLarge(route));
    }
    try {
      Verified verified = verifier.verify(request, route);
      return new Admitted(verified, EventDecoder.decode(verified));
    } catch (CallbackException e) {
      LOG.warn("{}", e.getMessage()); // words of ours only, nothing of the request
      return new Refused(replies.refusal(route, Checks.code(e)));
    }
  }
}
