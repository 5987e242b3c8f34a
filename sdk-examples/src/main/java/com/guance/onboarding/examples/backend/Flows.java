package com.guance.onboarding.examples.backend;

import com.guance.onboarding.OnboardingFlow;
import com.guance.onboarding.OnboardingFlowBuilder;
import com.guance.onboarding.billing.gateway.BillingCenterGateway;
import com.guance.onboarding.billing.gateway.BillingCenterSettings;
import com.guance.onboarding.huawei.gateway.JointOperationsGateway;
import com.guance.onboarding.huawei.gateway.JointOperationsSettings;
import java.net.URI;
import java.time.Clock;

/** Makes the flow: which gateways there are decides who does the steps. */
final class Flows {

  private Flows() {}

  /**
   * A flow over a store.
   *
   * <p>Orders are read from the Joint Operations gateway also where people do the console's steps:
   * who bought an order must come from a source that can be trusted.
   */
  static OnboardingFlow over(OnboardingFlowBuilder store, URI emulator, Hands hands, Clock clock) {
    OnboardingFlowBuilder flow = store.clock(clock).callbacks(true);
    JointOperationsGateway marketplace =
        JointOperationsGateway.connect(JointOperationsSettings.builder().baseUrl(emulator).build());
    if (hands.marketplace()) {
      flow.marketplace(marketplace);
    } else {
      flow.orders(marketplace);
    }
    if (hands.billing()) {
      flow.billing(
          BillingCenterGateway.connect(BillingCenterSettings.builder().baseUrl(emulator).build()));
    }
    return flow.build();
  }
}
