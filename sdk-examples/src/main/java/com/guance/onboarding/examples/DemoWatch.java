package com.guance.onboarding.examples;

import com.guance.onboarding.FlowObserver;
import com.guance.onboarding.OnboardingFlow;
import com.guance.onboarding.domain.OnboardingId;
import com.guance.onboarding.testkit.Emulator;
import com.guance.onboarding.testkit.RemoteCall;
import java.time.Duration;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Tells of each step, stage and fault while the flow works. */
final class DemoWatch implements FlowObserver {

  private final Emulator emulator;
  private final Narrator narrator;
  private final Set<String> toBeHit;
  private final Set<String> failed = new HashSet<>();
  private Optional<OnboardingFlow> flow = Optional.empty();
  private int calls;

  /**
   * Watches an emulator.
   *
   * @param toBeHit the operations whose next call goes wrong
   */
  DemoWatch(Emulator emulator, Narrator narrator, Set<String> toBeHit) {
    this.emulator = emulator;
    this.narrator = narrator;
    this.toBeHit = new HashSet<>(toBeHit);
  }

  /** Reads the stages from this flow. */
  void over(OnboardingFlow watched) {
    flow = Optional.of(watched);
  }

  /** What a step has brought is stored when the next one starts. */
  @Override
  public void stepStarted(OnboardingId id, String step, int attempt) {
    stages(id);
    if (failed.remove(step)) {
      narrator.again(step);
    }
  }

  @Override
  public void stepEnded(OnboardingId id, String step, Duration took) {
    faults();
  }

  @Override
  public void stepFailed(OnboardingId id, String step, String code) {
    faults();
    failed.add(step);
    narrator.failed(step, code);
  }

  /** Tells of the stages that are settled by now. */
  void stages(OnboardingId id) {
    flow.ifPresent(one -> narrator.stages(one.get(id)));
  }

  /** Whoever has a fault planned for the first call of each operation knows which calls it hits. */
  private void faults() {
    List<RemoteCall> all = emulator.callLog();
    List<String> made = all.subList(calls, all.size()).stream().map(RemoteCall::operation).toList();
    calls = all.size();
    for (String operation : new LinkedHashSet<>(made)) {
      if (toBeHit.remove(operation)) {
        narrator.hit(operation, Collections.frequency(made, operation) > 1);
      }
    }
  }
}
