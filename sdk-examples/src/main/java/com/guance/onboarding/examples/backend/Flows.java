package com.guance.onboarding.examples.backend;

import com.guance.onboarding.OnboardingFlow;
import com.guance.onboarding.OnboardingFlowBuilder;
import com.guance.onboarding.billing.SiteHosts;
import com.guance.onboarding.billing.Sites;
import com.guance.onboarding.billing.datakit.InstallCommands;
import com.guance.onboarding.billing.datakit.TokenCheck;
import com.guance.onboarding.billing.gateway.BillingCenterGateway;
import com.guance.onboarding.billing.gateway.BillingCenterSettings;
import com.guance.onboarding.domain.Secret;
import com.guance.onboarding.huawei.gateway.JointOperationsGateway;
import com.guance.onboarding.huawei.gateway.JointOperationsSettings;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Supplier;

/** Makes the flow: which gateways there are decides who does the steps. */
final class Flows {

  private Flows() {}

  /**
   * A flow over a store.
   *
   * <p>Orders are read from the Joint Operations gateway also where people do the console's steps:
   * who bought an order must come from a source that can be trusted.
   */
  static OnboardingFlow over(
      OnboardingFlowBuilder store, BackendSettings.World world, Hands hands, Clock clock) {
    URI emulator = world.emulator();
    Optional<Supplier<Secret>> bearer = world.gatewayToken().map(token -> () -> token);
    OnboardingFlowBuilder flow =
        store
            .clock(clock)
            .callbacks(true)
            .install(InstallCommands.guide(Sites.documented()))
            .sites(Sites.documented().all().stream().map(SiteHosts::site).toList());
    JointOperationsGateway marketplace =
        JointOperationsGateway.connect(
            JointOperationsSettings.builder().baseUrl(emulator).bearer(bearer).build());
    if (hands.marketplace()) {
      flow.marketplace(marketplace);
    } else {
      flow.orders(marketplace);
    }
    if (hands.billing()) {
      flow.billing(
          BillingCenterGateway.connect(
              BillingCenterSettings.builder()
                  .baseUrl(emulator)
                  .bearer(bearer)
                  .tokenChecks(site -> dataway(site, emulator))
                  .build()));
    }
    return flow.build();
  }

  /** The dataway of every site is the emulator's. */
  private static TokenCheck dataway(SiteHosts site, URI emulator) {
    return TokenCheck.connect(SiteHosts.builder().from(site).openway(emulator).build());
  }
}
