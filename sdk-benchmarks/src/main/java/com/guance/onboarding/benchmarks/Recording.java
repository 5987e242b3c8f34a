package com.guance.onboarding.benchmarks;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The answers of one onboarding, by call; a call that was made several times gets its answers in
 * turn, and from the beginning again in the next onboarding.
 */
final class Recording {

  private static final byte[] UNKNOWN =
      CannedServer.answer(
          404,
          "{\"code\":\"NOT_RECORDED\",\"message\":\"nobody asked for this\"}"
              .getBytes(StandardCharsets.UTF_8));

  private final Map<String, Turns> answers = new ConcurrentHashMap<>();

  void add(WireRequest request, byte[] answer) {
    answers.computeIfAbsent(request.call(), call -> new Turns()).answers.add(answer);
  }

  byte[] next(WireRequest request) {
    Turns turns = answers.get(request.call());
    return turns == null ? UNKNOWN : turns.next();
  }

  int calls() {
    return answers.values().stream().mapToInt(turns -> turns.answers.size()).sum();
  }

  private static final class Turns {

    private final List<byte[]> answers = new ArrayList<>(1);
    private final AtomicInteger next = new AtomicInteger();

    byte[] next() {
      return answers.get(next.getAndIncrement() % answers.size());
    }
  }
}
