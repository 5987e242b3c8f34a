package com.guance.onboarding;

import com.guance.onboarding.Explanation.Turn;
import com.guance.onboarding.domain.PersonTask;
import com.guance.onboarding.domain.Problem;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Says whose turn it is, and tells one thing that is waited for from another. */
final class Turns {

  private Turns() {}

  static Turn of(Optional<Progress.Waiting> waiting, Notes notes) {
    return waiting
        .map(now -> new Turn(who(now), notes.waitingSince(name(now)), notes.counts()))
        .orElseGet(() -> new Turn(Turn.Who.NOBODY, Optional.empty(), Map.of()));
  }

  private static Turn.Who who(Progress.Waiting waiting) {
    if (!waiting.tasks().isEmpty()) {
      return Turn.Who.PERSON;
    }
    return waiting.events().isEmpty() ? Turn.Who.FLOW : Turn.Who.KOOGALLERY;
  }

  /** The same for as long as the same things are waited for, and in every process. */
  static String name(Progress.Waiting waiting) {
    Set<String> names = new LinkedHashSet<>();
    for (PersonTask task : waiting.tasks()) {
      names.add(task.kind().name());
    }
    names.addAll(new TreeSet<>(waiting.events()));
    return names.isEmpty()
        ? waiting.problem().map(Problem::code).orElse("time")
        : String.join("+", names);
  }
}
