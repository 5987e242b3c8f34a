package com.guance.onboarding.testkit;

import static com.guance.onboarding.testkit.StoreRows.at;
import static com.guance.onboarding.testkit.StoreRows.claim;
import static com.guance.onboarding.testkit.StoreRows.commit;
import static com.guance.onboarding.testkit.StoreRows.fact;
import static com.guance.onboarding.testkit.StoreRows.id;
import static com.guance.onboarding.testkit.StoreRows.instance;
import static com.guance.onboarding.testkit.StoreRows.nonce;
import static com.guance.onboarding.testkit.StoreRows.snapshot;
import static com.guance.onboarding.testkit.StoreRows.version;
import static org.assertj.core.api.Assertions.assertThat;

import com.guance.onboarding.spi.Commit;
import com.guance.onboarding.spi.CommitResult.Status;
import com.guance.onboarding.spi.Retention;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Third part of the store suite: what goes away, when, and that nothing else does. */
abstract class StoreSuiteRemovals extends StoreSuiteContents {

  @Test
  void adopted_allTaken_parkedFactsAreGone() {
    stored(
        version(snapshot("parked-1", 1).outcome("PARKED").build())
            .addFacts(fact("A"), fact("B"))
            .addKeys(instance("i-1")));
    stored(version("ob-1", 1).addFacts(fact("A")).addKeys(instance("i-1")));

    stored(
        version("ob-1", 2)
            .addFacts(fact("A"), fact("B"))
            .addAdopted(id("parked-1"), id("parked-gone")));

    assertThat(store().facts(id("ob-1"))).containsExactly(fact("A"), fact("B"));
    assertThat(store().facts(id("parked-1"))).isEmpty();
    assertThat(store().load(id("parked-1"))).isEmpty();
    assertThat(store().find(instance("i-1"))).containsExactly(id("ob-1"));
    stored(version("parked-1", 1).addFacts(fact("A")));
  }

  @Test
  void adopted_aFactCameInBetween_isStaleAndNothingIsLost() {
    stored(version("ob-1", 1));
    stored(version("parked-1", 1).addFacts(fact("A"), fact("late")));

    assertThat(store(version("ob-1", 2).addFacts(fact("A")).addAdopted(id("parked-1"))).status())
        .isEqualTo(Status.STALE);

    assertThat(store().facts(id("parked-1"))).containsExactly(fact("A"), fact("late"));
    assertThat(store().facts(id("ob-1"))).isEmpty();
    assertThat(store().load(id("ob-1")).orElseThrow().version()).isEqualTo(1);
  }

  @Test
  void prune_endedBefore_goesAndTheRestStays() {
    stored(ended("ob-done", "COMPLETED", 10).addFacts(fact("A")).addKeys(instance("i-1")));
    stored(ended("ob-gone", "ABANDONED", 10));
    stored(ended("ob-late", "COMPLETED", 20).addKeys(instance("i-1")));
    stored(ended("ob-waits", "WAITING", 1).addFacts(fact("W")));
    stored(ended("ob-newer", "MADE_UP_BY_A_NEWER_VERSION", 1));
    stored(ended("parked-1", "PARKED", 10));
    Retention retention = new Retention(at(120), Duration.ofDays(1), Duration.ofSeconds(100));

    assertThat(store().prune(retention)).isEqualTo(2);
    assertThat(store().prune(retention)).isZero();

    assertThat(store().load(id("ob-done"))).isEmpty();
    assertThat(store().facts(id("ob-done"))).isEmpty();
    assertThat(store().find(instance("i-1"))).containsExactly(id("ob-late"));
    assertThat(store().facts(id("ob-waits"))).containsExactly(fact("W"));
    assertThat(store().load(id("ob-newer"))).isPresent();
    assertThat(store().load(id("parked-1"))).isPresent();
    stored(version("ob-done", 1).addFacts(fact("A")));
  }

  @Test
  void prune_parkedForTooLong_goesAndTheRestStays() {
    stored(ended("parked-1", "PARKED", 10).addFacts(fact("P")).addKeys(instance("i-1")));
    stored(ended("parked-2", "PARKED", 20));
    stored(ended("ob-done", "COMPLETED", 1));
    stored(commit("parked-3").addFacts(fact("Q"))); // without a snapshot, at second 0
    stored(commit("parked-4").addFacts(fact("Q")));
    stored(commit("parked-4").now(at(20)).addFacts(fact("R")));

    assertThat(store().prune(new Retention(at(120), Duration.ofSeconds(100), Duration.ofDays(1))))
        .isEqualTo(2);

    assertThat(store().facts(id("parked-1"))).isEmpty();
    assertThat(store().facts(id("parked-3"))).isEmpty();
    assertThat(store().find(instance("i-1"))).isEmpty();
    assertThat(store().load(id("parked-2"))).isPresent();
    assertThat(store().facts(id("parked-4"))).containsExactly(fact("Q"), fact("R"));
    assertThat(store().load(id("ob-done"))).isPresent();
  }

  @Test
  void prune_noncesAndClaims_areForgottenAnHourAfterTheirEnd() {
    stored(commit(0).addNonces(nonce("old", 19), nonce("new", 20)));
    stored(commit(0).addAcquire(claim("old", "me", 19), claim("new", "me", 20)));

    assertThat(store().prune(new Retention(at(3620), Retention.PARKED, Duration.ofDays(1))))
        .isZero();

    assertThat(store().nonce("old")).isEmpty();
    assertThat(store().nonce("new")).contains(nonce("new", 20));
    assertThat(store().claim("old")).isEmpty();
    assertThat(store().claim("new")).contains(claim("new", "me", 20));
  }

  private static Commit.Builder ended(String id, String outcome, long seconds) {
    return version(snapshot(id, 1).outcome(outcome).changedAt(at(seconds)).build());
  }
}
