package com.guance.onboarding.examples;

import com.guance.onboarding.OnboardingFlow;
import com.guance.onboarding.OnboardingFlowBuilder;
import com.guance.onboarding.billing.gateway.BillingCenterGateway;
import com.guance.onboarding.billing.gateway.BillingCenterSettings;
import com.guance.onboarding.domain.Secret;
import com.guance.onboarding.examples.backend.Hands;
import com.guance.onboarding.huawei.gateway.JointOperationsGateway;
import com.guance.onboarding.huawei.gateway.JointOperationsSettings;
import com.guance.onboarding.spi.OnboardingStore;
import com.guance.onboarding.spi.Sealer;
import com.guance.onboarding.store.AesGcmSealer;
import com.guance.onboarding.store.KeyRing;
import com.guance.onboarding.testkit.SettableClock;
import com.guance.onboarding.transport.TransportRuntime;
import java.net.URI;
import java.time.Clock;
import java.util.Map;

/** The flow as every process of a test builds it: the same key ring, the same emulator. */
final class WorkerFlow {

  private static final KeyRing KEYS =
      KeyRing.of("k1", Map.of("k1", Secret.of("MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=")));

  private WorkerFlow() {}

  static Sealer sealer() {
    return AesGcmSealer.of(KEYS);
  }

  static OnboardingFlowBuilder builder(
      OnboardingStore store, Hands hands, URI emulator, SettableClock clock) {
    return builder(
        store,
        hands,
        emulator,
        clock,
        TransportRuntime.builder().clock(clock).sleeper(clock.sleeper()).build());
  }

  /** The same, where time is not the test's to pass. */
  static OnboardingFlowBuilder builder(
      OnboardingStore store, Hands hands, URI emulator, Clock clock, TransportRuntime runtime) {
    OnboardingFlowBuilder builder =
        OnboardingFlow.builder().store(store).sealer(sealer()).clock(clock);
    if (hands.marketplace()) {
      builder.marketplace(
          JointOperationsGateway.connect(
              JointOperationsSettings.builder().baseUrl(emulator).build(), runtime));
    }
    if (hands.billing()) {
      builder.billing(
          BillingCenterGateway.connect(
              BillingCenterSettings.builder().baseUrl(emulator).build(), runtime));
    }
    return builder;
  }
}
