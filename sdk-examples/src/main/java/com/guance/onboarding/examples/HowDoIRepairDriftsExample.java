package com.guance.onboarding.examples;

import com.guance.onboarding.OnboardingFlow;
import com.guance.onboarding.Reconciliation;
import com.guance.onboarding.domain.OnboardingId;
import com.guance.onboarding.domain.OnboardingRequest;
import com.guance.onboarding.domain.OrderKey;
import com.guance.onboarding.huawei.gateway.JointOperationsGateway;
import com.guance.onboarding.huawei.gateway.JointOperationsSettings;
import com.guance.onboarding.testkit.Emulator;

/**
 * How do I repair drifts? Compare what we have recorded with what is, look at the drifts, repair
 * those you agree with.
 */
final class HowDoIRepairDriftsExample {

  private HowDoIRepairDriftsExample() {}

  static Reconciliation run() {
    try (Emulator emulator = Emulator.start();
        OnboardingFlow flow =
            OnboardingFlow.builder()
                .marketplace(
                    JointOperationsGateway.connect(
                        JointOperationsSettings.builder().baseUrl(emulator.baseUri()).build()))
                .clock(emulator.clock())
                .build()) {
      OrderKey order = emulator.buyer().purchase();
      OnboardingId id =
          flow.begin(
              OnboardingRequest.of(order).organization("GCY Ltd", "gcy").member("Wendy").build());
      flow.advance(id, emulator.buyer()::answer);

      emulator.meddling().unbind(order); // the buyer unbinds it, and the callback is lost

      Reconciliation report = flow.reconcile(id); // reads both sides, changes nothing
      report.drifts().forEach(drift -> System.out.println(drift + ": " + drift.remedy()));

      Reconciliation repaired = flow.repair(id, report.repairable()); // records what it has read
      flow.advance(id, emulator.buyer()::answer); // the stage is open again: it is bound again
      return repaired;
    }
  }
}
