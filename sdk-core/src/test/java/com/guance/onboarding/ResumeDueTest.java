package com.guance.onboarding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.guance.onboarding.domain.InvalidInputException;
import com.guance.onboarding.domain.OnboardingId;
import com.guance.onboarding.domain.OnboardingRequest;
import com.guance.onboarding.domain.OrderKey;
import com.guance.onboarding.domain.PersonTask;
import com.guance.onboarding.error.StoreException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One onboarding's trouble with the store is its own: neither the others nor listeners wait. */
class ResumeDueTest {

  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  private final MovableClock clock = new MovableClock(START);
  private final CountingStore store = new CountingStore();
  private final List<OnboardingId> told = new ArrayList<>();
  private boolean listening;
  private final OnboardingFlow flow =
      OnboardingFlow.builder()
          .store(store)
          .clock(clock)
          .listener(
              new OnboardingListener() {
                @Override
                public void taskOpened(String eventId, PersonTask task) {
                  if (!listening) {
                    throw new IllegalStateException("the mail server is down");
                  }
                  told.add(task.onboarding());
                }
              })
          .build();

  private final OnboardingId untold = begin(1);
  private final OnboardingId poisoned = begin(2);
  private final OnboardingId other = begin(3);

  private OnboardingId begin(int number) {
    return flow.begin(
        OnboardingRequest.of(new OrderKey("CS-" + number, "CS-" + number + "-1")).build());
  }

  @BeforeEach
  void leaveAnEventThatNobodyHasTaken() {
    flow.advance(untold);
    assertThat(store.outbox(9)).isNotEmpty();
    listening = true;
  }

  /** The next commit fails, and none after it. */
  private void fail(boolean passes) {
    store.beforeCommit =
        () -> {
          store.beforeCommit = () -> {};
          throw new StoreException("commit", "refused", passes, null);
        };
  }

  @Test
  void resumeDue_storeRefusesOneForGood_theOthersGoOn() {
    fail(false);

    assertThat(flow.resumeDue(10)).isEqualTo(1);

    assertThat(told).contains(untold, other).doesNotContain(poisoned);
    assertThat(flow.resumeDue(10)).isZero();
    clock.set(START.plus(LeftAlone.WHILE));
    assertThat(flow.resumeDue(10)).isEqualTo(1);
    assertThat(told).contains(poisoned);
  }

  @Test
  void resumeDue_storeFailsForAll_isThrownAndListenersAreToldAllTheSame() {
    fail(true);

    assertThatThrownBy(() -> flow.resumeDue(10)).isInstanceOf(StoreException.class);

    assertThat(told).contains(untold).doesNotContain(poisoned, other);
    assertThat(flow.resumeDue(10)).isEqualTo(2);
  }

  @Test
  void resumeDue_allThatIsDueWhileOneIsLeftAlone_advancesTheOthers() {
    fail(false);

    assertThat(flow.resumeDue(Integer.MAX_VALUE)).isEqualTo(1);
    OnboardingId late = begin(4);

    assertThat(flow.resumeDue(Integer.MAX_VALUE)).isEqualTo(1);
    assertThat(told).contains(late).doesNotContain(poisoned);
  }

  @Test
  void resumeDue_lessThanNone_isRefused() {
    assertThatThrownBy(() -> flow.resumeDue(-1))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage("limit must be at least 0");
    assertThat(told).isEmpty();
  }
}
