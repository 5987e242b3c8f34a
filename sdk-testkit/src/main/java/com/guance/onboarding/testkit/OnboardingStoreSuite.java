package com.guance.onboarding.testkit;

import static com.guance.onboarding.testkit.StoreRows.claim;
import static com.guance.onboarding.testkit.StoreRows.commit;
import static com.guance.onboarding.testkit.StoreRows.event;
import static com.guance.onboarding.testkit.StoreRows.fact;
import static com.guance.onboarding.testkit.StoreRows.id;
import static com.guance.onboarding.testkit.StoreRows.instance;
import static com.guance.onboarding.testkit.StoreRows.nonce;
import static com.guance.onboarding.testkit.StoreRows.version;
import static org.assertj.core.api.Assertions.assertThat;

import com.guance.onboarding.spi.Commit;
import com.guance.onboarding.spi.CommitResult;
import com.guance.onboarding.spi.CommitResult.Status;
import com.guance.onboarding.spi.OnboardingStore;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

/**
 * Everything that an {@link OnboardingStore} promises, as tests: a store that passes may carry a
 * flow.
 *
 * <p>Write a test class that extends this one and opens the store. JUnit makes an instance for each
 * test; the first {@link #open()} of an instance must find nothing stored, later ones of the same
 * instance what the test has stored, if the store outlives the process.
 *
 * <p>One thing it cannot do: cut a commit in its middle, because the interface has no seam there.
 * It repeats a commit as a caller does after an unknown outcome, and races commits against each
 * other. Whoever writes a store over a network lets, besides, each call to the other side fail
 * before and after it has arrived, and looks for all of the commit or nothing.
 */
public abstract class OnboardingStoreSuite extends StoreSuiteRemovals {

  private static final int THREADS = 8;
  private static final int ROUNDS = 10;

  /** For subclasses. */
  protected OnboardingStoreSuite() {}

  /**
   * Opens the store under test.
   *
   * @return the store; the suite closes it
   */
  protected abstract OnboardingStore open();

  @Override
  final OnboardingStore opening() {
    return open();
  }

  @Test
  void race_forAVersion_exactlyOneWins() throws Exception {
    for (int round = 1; round <= ROUNDS; round++) {
      long next = round;
      List<CommitResult> results =
          race(i -> version("ob-1", next).addFacts(fact(next + " by " + i)));

      assertThat(results).filteredOn(CommitResult::stored).hasSize(1);
      assertThat(results).filteredOn(one -> one.status() == Status.STALE).hasSize(THREADS - 1);
    }
    assertThat(store().load(id("ob-1")).orElseThrow().version()).isEqualTo(ROUNDS);
    assertThat(store().facts(id("ob-1"))).hasSize(ROUNDS);
  }

  @Test
  void race_forAClaim_exactlyOneHoldsIt() throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      String key = "claim-" + round / 2; // every second round meets one that has ended
      long now = 100L * round;
      List<CommitResult> results =
          race(i -> commit(now).addAcquire(claim(key, "owner-" + i, now + 50)));

      assertThat(results).filteredOn(CommitResult::stored).hasSize(1);
      String owner = store().claim(key).orElseThrow().owner();
      assertThat(results.get(Integer.parseInt(owner.substring(6))).stored()).isTrue();
      assertThat(results)
          .filteredOn(one -> !one.stored())
          .allSatisfy(one -> assertThat(one.claim().orElseThrow().owner()).isEqualTo(owner));
    }
  }

  @Test
  void race_ofOneNonce_exactlyOneIsStored() throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      String key = "nonce-" + round;
      List<CommitResult> results =
          race(i -> commit("ob-" + i).addFacts(fact(key)).addNonces(nonce(key, 60)));

      assertThat(results).filteredOn(CommitResult::stored).hasSize(1);
      assertThat(results)
          .filteredOn(one -> !one.stored())
          .allSatisfy(one -> assertThat(one.nonce()).contains(nonce(key, 60)));
    }
    int facts = 0;
    for (int i = 0; i < THREADS; i++) {
      facts += store().facts(id("ob-" + i)).size();
    }
    assertThat(facts).isEqualTo(ROUNDS);
  }

  @Test
  void race_ofOneFactWithoutSnapshot_exactlyOneIsNew() throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      String key = "fact-" + round;
      List<CommitResult> results = race(i -> commit("ob-1").addFacts(fact(key), fact(key + i)));

      assertThat(results).allMatch(CommitResult::stored);
      assertThat(results).filteredOn(one -> one.newFacts().contains(key)).hasSize(1);
    }
    assertThat(store().facts(id("ob-1"))).hasSize(ROUNDS * (THREADS + 1)).doesNotHaveDuplicates();
  }

  @Test
  void race_ofAdoptionAndALateFact_noFactIsLost() throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      String id = "ob-" + round;
      String parked = "parked-" + round;
      stored(version(id, 1));
      stored(version(parked, 1).addFacts(fact("A")));

      List<CommitResult> results =
          race(
              i ->
                  i % 2 == 0
                      ? version(id, 2).addFacts(fact("A")).addAdopted(id(parked))
                      : version(parked, 2).addFacts(fact("late")));

      boolean late = results.stream().skip(1).anyMatch(one -> one.newFacts().contains("late"));
      assertThat(store().facts(id(parked)).contains(fact("late"))).isEqualTo(late);
      assertThat(store().facts(id(late ? parked : id))).contains(fact("A"));
    }
  }

  @Test
  void race_ofStrangers_nobodyIsInTheWay() throws Exception {
    for (int round = 1; round <= ROUNDS; round++) {
      long next = round;
      List<CommitResult> results =
          race(
              i ->
                  version("ob-" + i, next)
                      .addFacts(fact("F-" + next))
                      .addKeys(instance("shared"), instance("own-" + i))
                      .addAcquire(claim("c-" + i, "me", 60))
                      .addNonces(nonce(next + "-" + i, 60))
                      .addOutbox(event(next + "-" + i, "ob-" + i)));

      assertThat(results).allMatch(CommitResult::stored);
    }
    assertThat(store().find(instance("shared"))).hasSize(THREADS);
    assertThat(store().outbox(1000)).hasSize(THREADS * ROUNDS).doesNotHaveDuplicates();
  }

  @Test
  void commit_repeatedAfterAnUnknownOutcome_isNotStoredTwice() {
    Commit commit =
        version("ob-1", 1)
            .addFacts(fact("A"))
            .addAcquire(claim("c", "me", 60))
            .addOutbox(event("e", "ob-1"))
            .build();
    store().commit(commit);
    stored(commit().addDelivered("e"));

    assertThat(store().commit(commit).status()).isEqualTo(Status.STALE);

    assertThat(store().facts(id("ob-1"))).containsExactly(fact("A"));
    assertThat(store().outbox(9)).isEmpty();
  }

  /** Starts all commits at one moment and waits for their results, in the order of the threads. */
  private List<CommitResult> race(IntFunction<Commit.Builder> commits) throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(THREADS);
    try {
      CyclicBarrier start = new CyclicBarrier(THREADS);
      List<Future<CommitResult>> running = new ArrayList<>(THREADS);
      for (int i = 0; i < THREADS; i++) {
        Commit commit = commits.apply(i).build();
        Callable<CommitResult> run =
            () -> {
              start.await();
              return store().commit(commit);
            };
        running.add(pool.submit(run));
      }
      List<CommitResult> results = new ArrayList<>(THREADS);
      for (Future<CommitResult> one : running) {
        results.add(one.get());
      }
      return results;
    } finally {
      pool.shutdownNow();
    }
  }
}
