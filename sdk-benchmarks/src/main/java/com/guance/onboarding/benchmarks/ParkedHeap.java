package com.guance.onboarding.benchmarks;

import com.guance.onboarding.OnboardingFlow;
import com.guance.onboarding.Progress;
import com.guance.onboarding.domain.Fact;
import com.guance.onboarding.domain.InstanceId;
import com.guance.onboarding.domain.OnboardingId;
import com.guance.onboarding.domain.OrderKey;
import com.guance.onboarding.domain.PersonTask;
import com.guance.onboarding.domain.Stage;
import com.guance.onboarding.spi.Observations;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.util.Locale;

/**
 * What an onboarding costs in memory while it waits for people: the sample request, parked at App
 * Binding, its facts included. Wants a heap of its own.
 */
final class ParkedHeap {

  static final int LIMIT = 4 << 10;

  private static final int PARKED = 20_000;

  private ParkedHeap() {}

  /** Bytes for each. */
  static double bytesEach() {
    OnboardingFlow flow = OnboardingFlow.builder().build();
    for (int i = 0; i < 200; i++) {
      park(flow, i);
    }
    long before = used();
    for (int i = 200; i < 200 + PARKED; i++) {
      park(flow, i);
    }
    double each = (used() - before) / (double) PARKED;
    flow.close();
    return each;
  }

  /** Bought, asked for, and organization and member told to be there: it is the click's turn. */
  static OnboardingId park(OnboardingFlow flow, int number) {
    String line = String.format(Locale.ROOT, "CS26112%08dAB", number);
    OrderKey order = new OrderKey(line, line + "-000001");
    flow.record(Observations.instanceOpened(order, new InstanceId("inst-" + line)));
    OnboardingId id = flow.begin(Customer.request(order));
    if (flow.advance(id) instanceof Progress.Waiting waiting) {
      for (PersonTask task : waiting.tasks()) {
        if (task.stage() == Stage.ORGANIZATION || task.stage() == Stage.MEMBER) {
          flow.record(new Fact.Confirmed(id, task.id()));
        }
      }
    }
    flow.advance(id);
    if (flow.get(id).stage() != Stage.APP_BINDING) {
      throw new IllegalStateException("it waits at " + flow.get(id).stage());
    }
    return id;
  }

  private static long used() {
    MemoryMXBean memory = ManagementFactory.getMemoryMXBean();
    for (int i = 0; i < 3; i++) {
      memory.gc();
    }
    return memory.getHeapMemoryUsage().getUsed();
  }
}
