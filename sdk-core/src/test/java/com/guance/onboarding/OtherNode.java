package com.guance.onboarding;

import static org.assertj.core.api.Assertions.assertThat;

import com.guance.onboarding.domain.OnboardingId;
import com.guance.onboarding.spi.Commit;
import com.guance.onboarding.spi.FactRow;
import com.guance.onboarding.spi.OnboardingStore;
import com.guance.onboarding.spi.SnapshotRow;
import java.util.function.UnaryOperator;

/** Another node, perhaps of a newer version, on the same store. */
final class OtherNode {

  private OtherNode() {}

  /** Stores the next version of an onboarding, as of when it was changed last. */
  static SnapshotRow write(
      OnboardingStore store,
      OnboardingId id,
      UnaryOperator<SnapshotRow.Builder> change,
      FactRow... facts) {
    SnapshotRow old = store.load(id).orElseThrow();
    SnapshotRow row =
        change.apply(SnapshotRow.builder().from(old).version(old.version() + 1)).build();
    Commit commit =
        Commit.builder()
            .now(old.changedAt())
            .id(id)
            .expectedVersion(old.version())
            .snapshot(row)
            .addFacts(facts)
            .build();
    assertThat(store.commit(commit).stored()).isTrue();
    return row;
  }
}
