package com.guance.onboarding.examples;

import com.guance.onboarding.OnboardingFlow;
import com.guance.onboarding.Progress;
import com.guance.onboarding.billing.gateway.BillingCenterGateway;
import com.guance.onboarding.billing.gateway.BillingCenterSettings;
import com.guance.onboarding.domain.OnboardingId;
import com.guance.onboarding.domain.OnboardingRequest;
import com.guance.onboarding.domain.OrderKey;
import com.guance.onboarding.domain.PersonTask;
import com.guance.onboarding.huawei.gateway.JointOperationsGateway;
import com.guance.onboarding.huawei.gateway.JointOperationsSettings;
import com.guance.onboarding.testkit.Emulator;
import java.time.Duration;

/** How do I take a customer from the order to the first DataKit? */
final class HowDoIOnboardACustomerExample {

  private HowDoIOnboardACustomerExample() {}

  static Progress run() {
    try (Emulator emulator = Emulator.start();
        OnboardingFlow flow =
            OnboardingFlow.builder()
                .marketplace(
                    JointOperationsGateway.connect(
                        JointOperationsSettings.builder().baseUrl(emulator.baseUri()).build()))
                .billing(
                    BillingCenterGateway.connect(
                        BillingCenterSettings.builder().baseUrl(emulator.baseUri()).build()))
                .clock(emulator.clock())
                .build()) {
      OrderKey order = emulator.buyer().purchase();

      OnboardingId id =
          flow.begin(
              OnboardingRequest.of(order)
                  .organization("GCY Ltd", "gcy")
                  .member("Wendy")
                  .registerBillingAccount("gcy-ops", "wendy@example.com")
                  .enterprise("GCY Ltd")
                  .terms("2026-01", "Wendy", emulator.clock().instant())
                  .createWorkspace("gcy-prod", "zh", "cn4")
                  .build());

      Progress progress = flow.advance(id, emulator.buyer()::answer);
      while (progress instanceof Progress.Waiting waiting) {
        for (PersonTask task : waiting.newTasks()) {
          emulator.buyer().playConsole(task, order); // in production: mail it, show it as a form
        }
        emulator.clock().advance(Duration.ofMinutes(1)); // in production: resumeDue does it
        progress = flow.advance(id, emulator.buyer()::answer);
      }
      return progress;
    }
  }
}
