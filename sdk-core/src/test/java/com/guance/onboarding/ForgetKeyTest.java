package com.guance.onboarding;

import static org.assertj.core.api.Assertions.assertThat;

import com.guance.onboarding.domain.ChargingMode;
import com.guance.onboarding.domain.InstanceId;
import com.guance.onboarding.domain.OnboardingId;
import com.guance.onboarding.domain.OrderKey;
import com.guance.onboarding.domain.Secret;
import com.guance.onboarding.spi.Observations;
import com.guance.onboarding.spi.OrderDetails;
import com.guance.onboarding.spi.Retention;
import com.guance.onboarding.spi.WorkspaceVerifier;
import com.guance.onboarding.store.InMemorySecretStore;
import com.guance.onboarding.store.InMemoryStore;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A key that was to be forgotten is nowhere, by whatever name its onboarding is called. */
class ForgetKeyTest {

  private static final Instant START = Instant.parse("2026-03-01T08:00:00Z");

  private final MovableClock clock = new MovableClock(START);
  private final InMemoryStore store = InMemoryStore.create();
  private final InMemorySecretStore keys = InMemorySecretStore.create();
  private final OnboardingFlow flow =
      OnboardingFlow.builder()
          .store(store)
          .clock(clock)
          .callbacks(true)
          .verification(new Nobody(), keys)
          .orders(
              order ->
                  Optional.of(
                      OrderDetails.builder()
                          .order(order)
                          .productId("p")
                          .chargingMode(ChargingMode.ON_DEMAND)
                          .build()))
          .build();

  private final OnboardingId subscription = opened(1);
  private final OnboardingId line = opened(2);

  private OnboardingId opened(int number) {
    OnboardingId id =
        flow.record(
                Observations.instanceOpened(
                    new OrderKey("CS-1", "CS-1-00000" + number), new InstanceId("inst-" + number)))
            .get(0);
    flow.advance(id);
    return id;
  }

  @BeforeEach
  void keepAKey() {
    keys.put("workspace-key:" + subscription, Secret.of("k"));
    assertThat(flow.get(line).id()).isEqualTo(subscription);
  }

  private Optional<Secret> key() {
    return keys.get("workspace-key:" + subscription);
  }

  private void pruneAll() {
    flow.cancel(subscription, "over");
    clock.set(START.plus(Duration.ofDays(4_000)));
    store.prune(new Retention(clock.instant(), Retention.PARKED, Retention.PARKED));
    assertThat(store.load(subscription)).isEmpty();
  }

  @Test
  void forgetKey_ofAnotherLineOfTheSubscription_forgetsTheSubscriptionsKey() {
    flow.forgetKey(line);

    assertThat(key()).isEmpty();
  }

  @Test
  void forgetKey_afterTheOnboardingWasPruned_forgetsItAllTheSame() {
    pruneAll();

    flow.forgetKey(subscription);
    flow.forgetKey(subscription);

    assertThat(key()).isEmpty();
  }

  @Test
  void forgetKey_ofALineWhoseSubscriptionWasPruned_forgetsItAllTheSame() {
    pruneAll();
    assertThat(store.load(line)).as("waits, so it is not pruned").isPresent();

    flow.forgetKey(line);

    assertThat(key()).isEmpty();
  }

  /** Asks nobody. */
  private static final class Nobody implements WorkspaceVerifier {
    @Override
    public Seen verify(Expected expected, Secret key) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Optional<String> firstHost(Expected expected, Secret key) {
      throw new UnsupportedOperationException();
    }
  }
}
