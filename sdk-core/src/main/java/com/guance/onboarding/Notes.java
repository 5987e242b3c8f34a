package com.guance.onboarding;

import com.guance.onboarding.domain.Field;
import com.guance.onboarding.domain.Outcome;
import com.guance.onboarding.domain.Problem;
import com.guance.onboarding.spi.SnapshotRow;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the flow has to remember besides the facts: which tasks it handed out, how often a step was
 * tried, which answers were used, the last problem. Mutable; one copy for each working call.
 */
final class Notes {

  private final Map<String, Tries> tries = new LinkedHashMap<>();
  private final Set<String> handedOut = new LinkedHashSet<>();
  private final Map<String, Instant> told = new LinkedHashMap<>();
  private final Map<String, Instant> unreached = new LinkedHashMap<>();
  private final Set<Field> used = EnumSet.noneOf(Field.class);
  private Outcome outcome = Outcome.WAITING;
  private Optional<Problem> problem = Optional.empty();
  private Optional<SnapshotRow> newer = Optional.empty();
  private Optional<Wait> wait = Optional.empty();
  private Optional<Instant> orderUnknownSince = Optional.empty();

  /**
   * What is waited for.
   *
   * @param name tells it from other things that are waited for
   * @param since since when
   */
  record Wait(String name, Instant since) {}

  /**
   * How often a step was tried.
   *
   * @param count tries that may have had an effect or failed
   * @param notBefore when the next makes sense
   */
  record Tries(int count, Instant notBefore) {}

  static Notes fresh() {
    return new Notes();
  }

  int count(String step) {
    Tries value = tries.get(step);
    return value == null ? 0 : value.count();
  }

  /** How often each step that is not done yet was tried. */
  Map<String, Integer> counts() {
    Map<String, Integer> counts = new LinkedHashMap<>();
    tries.forEach((step, value) -> counts.put(step, value.count()));
    return counts;
  }

  /** The tries of each step that is not done yet. */
  Map<String, Tries> tries() {
    return tries;
  }

  Instant notBefore(String step) {
    Tries value = tries.get(step);
    return value == null ? Instant.MIN : value.notBefore();
  }

  void tried(String step, Instant notBefore) {
    tries.put(step, new Tries(count(step) + 1, notBefore));
  }

  void wait(String step, Instant notBefore) {
    tries.put(step, new Tries(count(step), notBefore));
  }

  void succeeded(String step) {
    tries.remove(step);
    unreached.remove(step);
  }

  /** Since when each step has had no answer, by its name. */
  Map<String, Instant> unreached() {
    return unreached;
  }

  /** Notes that a step has had no answer, and tells since when. */
  Instant unreached(String step, Instant now) {
    return unreached.computeIfAbsent(step, first -> now);
  }

  /** Notes that a step has had an answer; that it had none before is no problem any more. */
  void reached(String step) {
    if (unreached.remove(step) != null) {
      keepProblemOfBuyer();
    }
  }

  private void keepProblemOfBuyer() {
    problem = problem.filter(other -> other.mender() == Problem.Mender.BUYER);
  }

  /** The tasks that were handed out, by id. */
  Set<String> handedOut() {
    return handedOut;
  }

  boolean handedOut(String taskId) {
    return handedOut.contains(taskId);
  }

  void handOut(String taskId) {
    handedOut.add(taskId);
  }

  /** When somebody was last told of each task, by its id. */
  Map<String, Instant> told() {
    return told;
  }

  /** When somebody was last told of an open task, where people are reminded. */
  Optional<Instant> told(String taskId) {
    return Optional.ofNullable(told.get(taskId));
  }

  void tell(String taskId, Instant now) {
    told.put(taskId, now);
  }

  /** Forgets when others than these were told of; false when there was nothing to forget. */
  boolean keepTold(Collection<String> taskIds) {
    return told.keySet().retainAll(Set.copyOf(taskIds));
  }

  Set<Field> used() {
    return used;
  }

  Outcome outcome() {
    return outcome;
  }

  /** The outcome for the row; what a newer version has put there stays. */
  String outcomeName() {
    return newer.map(SnapshotRow::outcome).orElse(outcome.name());
  }

  void outcome(Outcome value) {
    this.outcome = value;
  }

  Optional<Problem> problem() {
    return problem;
  }

  void problem(Optional<Problem> value) {
    this.problem = value;
  }

  /** What was waited for the last time. */
  Optional<Wait> waiting() {
    return wait;
  }

  /** Notes what is waited for from now on; false when it is the same as before. */
  boolean waits(String name, Instant now) {
    if (wait.filter(same -> same.name().equals(name)).isPresent()) {
      return false;
    }
    wait = Optional.of(new Wait(name, now));
    return true;
  }

  /** Since when a thing is waited for; empty when something else was, the last time. */
  Optional<Instant> waitingSince(String name) {
    return wait.filter(same -> same.name().equals(name)).map(Wait::since);
  }

  /** Notes that nobody knows the order; what failed before it could be asked for is over. */
  void orderUnknown(Instant now) {
    orderUnknownSince = orderUnknownSince.or(() -> Optional.of(now));
    keepProblemOfBuyer();
  }

  /** Since when the order is looked for in vain. */
  Optional<Instant> orderUnknownSince() {
    return orderUnknownSince;
  }

  /** Whether a newer version has written this and it must be left alone. */
  boolean newer() {
    return newer.isPresent();
  }

  /** The row that a newer version has written. */
  Optional<SnapshotRow> newerRow() {
    return newer;
  }

  /** Leaves this to the newer version that has written the row. */
  void leaveTo(SnapshotRow written) {
    newer = Optional.of(written);
  }
}
