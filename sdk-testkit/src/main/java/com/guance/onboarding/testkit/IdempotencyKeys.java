package com.guance.onboarding.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Remembers what was answered to each key; guarded by the world's lock.
 *
 * <p>Only effects are remembered: a refused call may be repeated with the same key and corrected
 * values. Passwords and codes are no part of the comparison and are not kept.
 */
final class IdempotencyKeys {

  static final Duration RETENTION = Duration.ofDays(30);

  private static final int KEY_LENGTH = 256;
  private static final List<String> SECRETS =
      List.of("password", "initialPassword", "code", "verificationId");

  private final Map<String, Entry> entries = new HashMap<>();
  private final World world;

  IdempotencyKeys(World world) {
    this.world = world;
  }

  private record Asked(Map<String, String> path, ObjectNode body) {}

  private record Entry(Asked asked, Answer answer, Instant at) {}

  Answer once(Route route, Optional<String> key, Call call, Supplier<Answer> effect) {
    if (route.keys() == Route.Keys.NONE || !world.settings().idempotencyKeys()) {
      return effect.get();
    }
    String given =
        key.filter(value -> !value.isBlank() && value.length() <= KEY_LENGTH)
            .orElseThrow(() -> Refused.malformed("Idempotency-Key", "1 to 256 characters"));
    return route.keys() == Route.Keys.REFERENCE
        ? effect.get()
        : replayed(route.operation() + " " + given, call, effect);
  }

  private Answer replayed(String key, Call call, Supplier<Answer> effect) {
    ObjectNode body = call.body().node().deepCopy();
    strip(body);
    Asked asked = new Asked(call.path(), body);
    Entry known = entries.get(key);
    if (known != null && known.at().plus(RETENTION).isAfter(world.now())) {
      if (!known.asked().equals(asked)) {
        throw Refused.conflict("IDEMPOTENCY_KEY_REUSED", "the key belongs to another request");
      }
      return known.answer();
    }
    Answer answer = effect.get();
    entries.put(key, new Entry(asked, answer, world.now()));
    return answer;
  }

  void clear() {
    entries.clear();
  }

  private static void strip(JsonNode node) {
    if (node instanceof ObjectNode object) {
      object.remove(SECRETS);
    }
    node.forEach(IdempotencyKeys::strip);
  }
}
