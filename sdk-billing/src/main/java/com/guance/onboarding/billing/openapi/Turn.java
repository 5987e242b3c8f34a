package com.guance.onboarding.billing.openapi;

import java.util.ArrayList;
import java.util.List;

/** One call's place in its lanes. Guarded by the lock of {@link Pacing}. */
final class Turn {

  /** What became of it. */
  enum State {
    WAITING,
    SENT,
    REFUSED
  }

  long at;
  State state = State.WAITING;
  private List<Lane> lanes;
  private List<Distance> distances = List.of();

  Turn(long at, List<Lane> lanes) {
    this.at = at;
    this.lanes = lanes;
  }

  void queue() {
    List<Distance> found = new ArrayList<>(lanes.size());
    for (Lane lane : lanes) {
      Turn guard = lane.add(this);
      if (guard != null) {
        found.add(new Distance(guard, lane.window()));
      }
    }
    distances = found;
  }

  /** The plan was made before others went; this looks at when they really did. */
  long notBefore(long now) {
    long time = Long.MIN_VALUE;
    for (Lane lane : lanes) {
      time = Math.max(time, lane.restUntil());
    }
    for (Distance distance : distances) {
      time = Math.max(time, distance.end(now));
    }
    return time;
  }

  /** Lets go of those before it, which would otherwise be kept in memory one by one for ever. */
  void end(State how) {
    state = how;
    lanes = List.of();
    distances = List.of();
  }

  /** How far one call stays behind another. */
  private record Distance(Turn guard, long window) {

    long end(long now) {
      return switch (guard.state) {
        case SENT -> guard.at + window;
        case WAITING -> Math.max(now, guard.at) + window;
        case REFUSED -> Long.MIN_VALUE;
      };
    }
  }
}
