package com.guance.onboarding.examples.backend;

import com.guance.onboarding.Answers;
import com.guance.onboarding.domain.OnboardingId;
import com.guance.onboarding.domain.PersonTask;
import com.guance.onboarding.domain.Secret;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What people have typed and no step has used yet.
 *
 * <p>A step may need two answers, a code and a password, and a form gives one at a time. They wait
 * here, in memory only and for a few minutes, until the step has run, or refuses one of them.
 */
final class Keyboard {

  private static final Duration MEMORY = Duration.ofMinutes(10);

  private final LongSupplier nanos;
  private final Map<OnboardingId, Map<String, Typed>> typed = new HashMap<>();

  Keyboard(LongSupplier nanos) {
    this.nanos = nanos;
  }

  private record Typed(Map<String, Secret> values, long at) {}

  synchronized void type(OnboardingId id, String taskId, Map<String, Secret> values) {
    typed
        .computeIfAbsent(id, key -> new HashMap<>())
        .put(taskId, new Typed(Map.copyOf(values), nanos.getAsLong()));
  }

  /** Those for whom something has been typed. */
  synchronized List<OnboardingId> waiting() {
    long oldest = nanos.getAsLong() - MEMORY.toNanos();
    typed.values().forEach(answers -> answers.values().removeIf(one -> one.at() - oldest < 0));
    typed.values().removeIf(Map::isEmpty);
    return List.copyOf(typed.keySet());
  }

  /** What was typed for an onboarding; nobody is at the keyboard if that is nothing. */
  synchronized Answers answers(OnboardingId id) {
    Map<String, Typed> answers = typed.get(id);
    if (answers == null) {
      return Answers.none();
    }
    Map<String, Typed> copy = Map.copyOf(answers);
    return task -> Optional.ofNullable(copy.get(task.id())).map(Typed::values);
  }

  synchronized boolean holds(OnboardingId id) {
    return typed.containsKey(id);
  }

  synchronized boolean holds(OnboardingId id, String taskId) {
    return typed.getOrDefault(id, Map.of()).containsKey(taskId);
  }

  /** Keeps the answers to these tasks and forgets the others. */
  synchronized void keep(OnboardingId id, List<PersonTask> tasks) {
    Set<String> open = tasks.stream().map(PersonTask::id).collect(Collectors.toSet());
    forget(id, taskId -> !open.contains(taskId));
  }

  /** Forgets the answers to these tasks: they were refused. */
  synchronized void drop(OnboardingId id, List<PersonTask> tasks) {
    Set<String> refused = tasks.stream().map(PersonTask::id).collect(Collectors.toSet());
    forget(id, refused::contains);
  }

  synchronized void drop(OnboardingId id, String taskId) {
    forget(id, taskId::equals);
  }

  private void forget(OnboardingId id, Predicate<String> which) {
    Map<String, Typed> answers = typed.get(id);
    if (answers != null) {
      answers.keySet().removeIf(which);
      if (answers.isEmpty()) {
        typed.remove(id);
      }
    }
  }
}
