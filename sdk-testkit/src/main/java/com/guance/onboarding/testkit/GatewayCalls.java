package com.guance.onboarding.testkit;

import com.guance.onboarding.domain.Secret;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;

/** Carries out one gateway call: token, idempotency key, effect, refusal. */
final class GatewayCalls {

  private final World world;
  private final IdempotencyKeys keys;

  GatewayCalls(World world, IdempotencyKeys keys) {
    this.world = world;
    this.keys = keys;
  }

  /** A call as it came in. */
  record Incoming(
      Route route, Call call, Optional<String> key, Optional<String> token, String requestId) {}

  Answer carryOut(Incoming in) {
    try {
      authenticate(in.token());
      return world.act(
          Origin.GATEWAY, () -> keys.once(in.route(), in.key(), in.call(), () -> effect(in)));
    } catch (Refused refused) {
      return Answer.refused(refused, in.requestId());
    }
  }

  private static Answer effect(Incoming in) {
    return in.route().handler().apply(in.call());
  }

  private void authenticate(Optional<String> given) {
    Optional<Secret> expected = world.settings().token();
    if (expected.isPresent()) {
      byte[] wanted = ("Bearer " + expected.get().reveal()).getBytes(StandardCharsets.UTF_8);
      byte[] got = given.orElse("").getBytes(StandardCharsets.UTF_8);
      if (!MessageDigest.isEqual(wanted, got)) {
        throw Refused.of(401, "UNAUTHENTICATED", "the token is missing or wrong");
      }
    }
  }
}
