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

  void add(String call, byte[] answer) {
    answers.computeIfAbsent(call, first -> new Turns()).answers.add(answer);
  }

  /** The next answer to a call. */
  byte[] next(String call) {
    Turns turns = answers.get(call);
    return turns == null ? UNKNOWN : turns.answer(turns.next.getAndIncrement());
  }

  /** The answer to a call that has been made so many times before. */
  byte[] answer(String call, int turn) {
    Turns turns = answers.get(call);
    return turns == null ? UNKNOWN : turns.answer(turn);
  }

  /** All answers as text. */
  List<String> texts() {
    return answers.values().stream()
        .flatMap(turns -> turns.answers.stream())
        .map(answer -> new String(answer, StandardCharsets.UTF_8))
        .toList();
  }

  private static final class Turns {

    private final List<byte[]> answers = new ArrayList<>(1);
    private final AtomicInteger next = new AtomicInteger();

    byte[] answer(int turn) {
      return answers.get(turn % answers.size());
    }
  }
}
