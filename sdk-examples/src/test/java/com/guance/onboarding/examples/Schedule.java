package com.guance.onboarding.examples;

import static org.assertj.core.api.Assertions.assertThat;

import com.guance.onboarding.Onboarding;
import com.guance.onboarding.OnboardingFlow;
import com.guance.onboarding.OnboardingListener;
import com.guance.onboarding.Progress;
import com.guance.onboarding.domain.Branch;
import com.guance.onboarding.domain.Fact;
import com.guance.onboarding.domain.OnboardingId;
import com.guance.onboarding.domain.OnboardingRequest;
import com.guance.onboarding.domain.PersonTask;
import com.guance.onboarding.domain.TaskKind;
import com.guance.onboarding.examples.backend.Hands;
import com.guance.onboarding.testkit.EmulatorSettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * One onboarding on three nodes under a seed's faults, deaths, duplicates, reorders and races.
 *
 * <p>All of it on one thread and on virtual time: a race is another node's work in the middle of a
 * commit, so that a seed goes the same way every time.
 */
final class Schedule implements AutoCloseable {

  private static final int NODES = 3;
  private static final int TURNS = 60;
  private static final double KILLED = 0.04;
  private static final double RACED = 0.08;
  private static final List<String> HARMLESS =
      List.of("cut-before", "throttle", "error-500", "unknown-fields");

  /** They have a call arrive twice, which nobody but the remote side can put right. */
  private static final List<String> NEED_KEYS = List.of("duplicate", "cut-after", "malformed");

  /** What a node dies of: nobody catches it, and nothing is cleaned up. */
  private static final class Killed extends Error {
    private static final long serialVersionUID = 1L;

    Killed() {
      super("killed", null, false, false);
    }
  }

  private final Random random;
  private final boolean keys;
  private final Branch branch;
  private final Journey journey;
  private final OnboardingRequest request;
  private final OnboardingId id;
  private final List<OnboardingFlow> nodes = new ArrayList<>();
  private final List<Fact> told = new ArrayList<>();
  private final Set<String> ends = new HashSet<>();
  private final List<String> trace = new ArrayList<>();
  private List<PersonTask> tasks = List.of();
  private boolean calm;
  private int depth;

  Schedule(long seed) {
    this.random = new Random(seed);
    this.keys = random.nextBoolean();
    this.branch = pick(List.of(Branch.values()));
    this.journey =
        new Journey(
            pick(List.of(Hands.values())),
            EmulatorSettings.builder().idempotencyKeys(keys).build());
    this.request = DemoWorld.prepare(journey.emulator, journey.request, branch);
    for (int i = 0; i < NODES; i++) {
      nodes.add(node());
    }
    this.id = journey.flow.begin(request);
    journey
        .emulator
        .buyer()
        .connect(this::hear)
        .callbacks(!journey.hands.marketplace())
        .tie(id, request.order());
  }

  private <T> T pick(List<T> from) {
    return from.get(random.nextInt(from.size()));
  }

  private List<OnboardingId> hear(Fact fact) {
    told.add(fact);
    return List.of();
  }

  private OnboardingFlow node() {
    return journey.newFlow(
        OnboardingFlow.builder().random(new Random(random.nextLong())).listener(listener()),
        MortalStore.over(journey.store, this::fate));
  }

  private OnboardingListener listener() {
    return new OnboardingListener() {
      @Override
      public void completed(String eventId, Onboarding onboarding) {
        ends.add(eventId);
      }
    };
  }

  private void fate(KillPoint point, int number) {
    if (calm) {
      return;
    }
    double chance = random.nextDouble();
    note(point + " " + number + (chance < KILLED ? " killed" : ""));
    if (chance < KILLED) {
      throw new Killed();
    }
    if (chance < KILLED + RACED && depth < 2) {
      turn();
    }
  }

  /** Runs the schedule; what comes of it does not depend on it. */
  void run() {
    for (int i = 0; i < TURNS; i++) {
      turn();
    }
    calm = true;
    told.forEach(fact -> nodes.get(0).record(fact));
    journey.emulator.buyer().connect(nodes.get(0)::record);
    journey.emulator.buyer().tie(id, request.order());
    Progress end = journey.toTheEnd(nodes.get(0), id);
    nodes.forEach(node -> node.resumeDue(10));
    assertThat(end)
        .as("%s %s", branch, nodes.get(0).explain(id))
        .isInstanceOf(Progress.Completed.class);
    for (String list : KillLane.THINGS) {
      assertThat(journey.count(list)).as(list).isEqualTo(1);
    }
    assertThat(ends).as("one completion is told").hasSize(1);
  }

  /** One node, or one person, or the network, does something. */
  private void turn() {
    depth++;
    int node = random.nextInt(NODES);
    try {
      act(nodes.get(node));
    } catch (Killed dead) {
      nodes.set(node, node());
    } finally {
      depth--;
    }
  }

  private void note(String what) {
    trace.add(journey.emulator.clock().instant() + " " + what);
  }

  /** {@return what has happened, in order, with its virtual times, and which calls arrived} */
  List<String> trace() {
    List<String> all = new ArrayList<>(trace);
    journey.emulator.callLog().forEach(call -> all.add(call.toString()));
    return all;
  }

  private void act(OnboardingFlow node) {
    int what = random.nextInt(8);
    note("turn " + what + " with " + tasks.size() + " tasks and " + told.size() + " facts");
    switch (what) {
      case 0 -> node.begin(request);
      case 1 -> plan();
      case 2 -> journey.emulator.clock().advance(Duration.ofSeconds(random.nextInt(90)));
      case 3 -> node.resumeDue(3);
      case 4 -> play();
      case 5 -> tell(node);
      default -> {
        if (node.advance(id, journey::answer) instanceof Progress.Waiting waiting) {
          tasks = waiting.tasks();
        }
      }
    }
  }

  private void plan() {
    journey.emulator.fault(
        pick(keys && random.nextBoolean() ? NEED_KEYS : HARMLESS),
        1 + random.nextInt(3),
        pick(RemoteCalls.of(branch)));
  }

  private void play() {
    if (!tasks.isEmpty()) {
      PersonTask task = pick(tasks);
      if (!task.asksForSecret() && task.kind() != TaskKind.CORRECT) {
        journey.emulator.buyer().playConsole(task, request.order());
      }
    }
  }

  /** Whatever is told comes in any order, and some of it twice. */
  private void tell(OnboardingFlow node) {
    if (!told.isEmpty()) {
      Fact fact = pick(told);
      node.record(fact);
      if (random.nextInt(3) > 0) {
        told.remove(fact);
      }
    }
  }

  @Override
  public void close() {
    journey.close();
  }
}
