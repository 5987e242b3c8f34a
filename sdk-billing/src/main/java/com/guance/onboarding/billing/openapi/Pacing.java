package com.guance.onboarding.billing.openapi;

import com.guance.onboarding.domain.Secret;
import com.guance.onboarding.domain.WorkspaceId;
import com.guance.onboarding.transport.Sleeper;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Keeps calls within the documented limits: 20 a minute for one key, 200 a minute for one
 * workspace. Callers are served in the order in which they came; whoever cannot be served within
 * the call's deadline is told so at once, without waiting.
 *
 * <p>Share one pacing between all clients of a process; it is thread-safe and starts no thread. It
 * knows this process only: several processes with one key are told by the throttling of Guance
 * itself, after which everyone here waits too: whoever has the key, or whoever calls on the
 * workspace if that is the limit that Guance names.
 */
public final class Pacing {

  /** The documented window, and a second more because a call takes time to arrive. */
  private static final Duration WINDOW = Duration.ofSeconds(61);

  private static final int PER_KEY = 20;
  private static final int PER_WORKSPACE = 200;

  private final int perKey;
  private final int perWorkspace;
  private final ReentrantLock lock = new ReentrantLock(true);
  private final Map<Object, Lane> lanes = new HashMap<>();

  private Pacing(int perKey, int perWorkspace) {
    this.perKey = perKey;
    this.perWorkspace = perWorkspace;
  }

  /** {@return a new pacing with the documented limits} */
  public static Pacing documented() {
    return new Pacing(PER_KEY, PER_WORKSPACE);
  }

  /**
   * A new pacing with limits of your own, for a deployment that has others or to leave room for
   * other processes.
   *
   * @param perKey how many calls a minute with one key
   * @param perWorkspace how many calls a minute on one workspace
   * @return the pacing
   */
  public static Pacing of(int perKey, int perWorkspace) {
    if (perKey < 1 || perWorkspace < 1) {
      throw new IllegalArgumentException("a pacing must let at least one call a minute pass");
    }
    return new Pacing(perKey, perWorkspace);
  }

  /**
   * Waits for a call's turn.
   *
   * @return zero if the call may be sent now; else how long it would have had to wait, which is
   *     longer than it can
   */
  Duration await(Caller caller, Duration patience, Clock clock, Sleeper sleeper)
      throws InterruptedException {
    long latest = clock.millis() + patience.toMillis();
    Turn turn = take(caller, latest, clock.millis());
    long wait = turn.at - clock.millis();
    while (turn.state == Turn.State.WAITING) {
      if (wait > 0) {
        pause(turn, wait, sleeper);
      }
      wait = check(turn, latest, clock);
    }
    return turn.state == Turn.State.SENT
        ? Duration.ZERO
        : Duration.ofMillis(Math.max(1, turn.at - clock.millis()));
  }

  /**
   * Guance has throttled this caller: nobody with its key goes before the time is over.
   *
   * @param wholeWorkspace whether Guance has named the limit of the workspace: then nobody of the
   *     workspace goes, whatever the key
   */
  void rest(Caller caller, boolean wholeWorkspace, Duration time, Clock clock) {
    lock.lock();
    try {
      long until = clock.millis() + time.toMillis();
      List<Lane> mine = lanes(caller, clock.millis());
      mine.subList(0, wholeWorkspace ? mine.size() : 1).forEach(lane -> lane.restUntil(until));
    } finally {
      lock.unlock();
    }
  }

  private Turn take(Caller caller, long latest, long now) {
    lock.lock();
    try {
      List<Lane> mine = lanes(caller, now);
      long at = now;
      for (Lane lane : mine) {
        at = Math.max(at, lane.earliest(now));
      }
      Turn turn = new Turn(at, mine);
      if (at > latest) {
        turn.end(Turn.State.REFUSED);
      } else {
        turn.queue();
      }
      return turn;
    } finally {
      lock.unlock();
    }
  }

  private void pause(Turn turn, long millis, Sleeper sleeper) throws InterruptedException {
    try {
      sleeper.sleep(Duration.ofMillis(millis));
    } catch (InterruptedException e) {
      lock.lock();
      try {
        turn.end(Turn.State.REFUSED);
      } finally {
        lock.unlock();
      }
      throw e;
    }
  }

  /** Lets the turn go if its time has really come; gives the wait that is left otherwise. */
  private long check(Turn turn, long latest, Clock clock) {
    lock.lock();
    try {
      long now = clock.millis();
      turn.at = Math.max(turn.at, turn.notBefore(now));
      if (turn.at > latest) {
        turn.end(Turn.State.REFUSED);
      } else if (now >= turn.at) {
        turn.at = now;
        turn.end(Turn.State.SENT);
      }
      return turn.at - now;
    } finally {
      lock.unlock();
    }
  }

  private List<Lane> lanes(Caller caller, long now) {
    if (lanes.size() > 64) {
      lanes.values().removeIf(lane -> lane.isIdle(now));
    }
    List<Lane> mine = new ArrayList<>(2);
    mine.add(lane(caller.key(), perKey));
    caller.workspace().ifPresent(id -> mine.add(lane(id, perWorkspace)));
    return mine;
  }

  private Lane lane(Object name, int limit) {
    return lanes.computeIfAbsent(name, ignored -> new Lane(limit, WINDOW.toMillis()));
  }

  /** Who calls: a key, and the workspace it belongs to where that is known. */
  record Caller(Secret key, Optional<WorkspaceId> workspace) {}
}
