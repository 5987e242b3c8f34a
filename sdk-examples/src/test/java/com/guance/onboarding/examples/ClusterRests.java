package com.guance.onboarding.examples;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * How long onboardings stand still: those whose node was killed, and beside them those that only
 * wait for their turn. One moves when its nodes have found out or done something. A new version
 * alone is no move: whoever takes over and finds the dead node's claim makes one, too.
 */
final class ClusterRests {

  /**
   * What the work of nodes changes.
   *
   * @param stage the stage
   * @param outcome the outcome
   * @param facts how many facts nodes have read from the sides; what people say is none of theirs
   */
  record Standing(String stage, String outcome, long facts) {}

  /**
   * An onboarding as it was last seen to move.
   *
   * @param standing where it stood
   * @param since when it was first seen there, or when its node was killed, in nanoseconds
   * @param struck whether its node was killed there
   */
  private record Seen(Standing standing, long since, boolean struck) {}

  private final Map<String, Seen> seen = new HashMap<>();
  private Duration longestRest = Duration.ZERO;
  private Duration longestTurn = Duration.ZERO;

  /** Notes where an onboarding stands at a time, in nanoseconds. */
  void look(String id, Standing standing, long now) {
    Seen before = seen.get(id);
    if (before != null) {
      rested(before, now);
    }
    if (before == null || !before.standing().equals(standing)) {
      seen.put(id, new Seen(standing, now, false));
    }
  }

  /** Notes that a node was killed which was at it; each kill begins a lease of its own. */
  void strike(String id, Standing standing, long now) {
    look(id, standing, now);
    seen.put(id, new Seen(standing, now, true));
  }

  /** Notes that there is no more to do. */
  void complete(String id, long now) {
    Seen before = seen.remove(id);
    if (before != null) {
      rested(before, now);
    }
  }

  private void rested(Seen one, long now) {
    Duration rest = Duration.ofNanos(now - one.since());
    if (one.struck()) {
      longestRest = longer(longestRest, rest);
    } else {
      longestTurn = longer(longestTurn, rest);
    }
  }

  private static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) > 0 ? one : other;
  }

  /** How long an onboarding has stood still after its node was killed. */
  Duration longestRest() {
    return longestRest;
  }

  /** How long one has stood still whose node lives: until it was its turn on this machine. */
  Duration longestTurn() {
    return longestTurn;
  }
}
