package com.guance.onboarding.testkit;

import static com.guance.onboarding.testkit.StoreRows.at;
import static com.guance.onboarding.testkit.StoreRows.claim;
import static com.guance.onboarding.testkit.StoreRows.commit;
import static com.guance.onboarding.testkit.StoreRows.event;
import static com.guance.onboarding.testkit.StoreRows.fact;
import static com.guance.onboarding.testkit.StoreRows.id;
import static com.guance.onboarding.testkit.StoreRows.instance;
import static com.guance.onboarding.testkit.StoreRows.nonce;
import static com.guance.onboarding.testkit.StoreRows.snapshot;
import static com.guance.onboarding.testkit.StoreRows.version;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.guance.onboarding.spi.ClaimRow;
import com.guance.onboarding.spi.Commit;
import com.guance.onboarding.spi.CommitResult;
import com.guance.onboarding.spi.CommitResult.Status;
import com.guance.onboarding.spi.SnapshotRow;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** First part of the store suite: what a commit asks before it stores anything. */
abstract class StoreSuiteConditions extends OpenedStore {

  @Test
  void commit_firstSnapshot_isReadBackAsItWas() {
    SnapshotRow row = snapshot("ob-1", 1).dueAt(at(60)).build();

    CommitResult result = store(version(row));

    assertThat(result.stored()).isTrue();
    assertThat(result.newFacts()).isEmpty();
    assertThat(store().load(id("ob-1"))).contains(row);
    assertThat(store().load(id("ob-2"))).isEmpty();
    assertThat(store().facts(id("ob-2"))).isEmpty();
  }

  @Test
  void commit_nextVersion_replacesTheSnapshot() {
    stored(version(snapshot("ob-1", 1).dueAt(at(60)).build()));
    SnapshotRow second =
        snapshot("ob-1", 2).stage("WORKSPACE").outcome("COMPLETED").changedAt(at(9)).build();

    stored(version(second));

    assertThat(store().load(id("ob-1"))).contains(second);
  }

  @Test
  void commit_finerThanAMillisecond_isCutOff() {
    SnapshotRow row =
        snapshot("ob-1", 1).dueAt(at(1).plusNanos(999_999)).changedAt(at(2).plusNanos(1)).build();

    stored(version(row).addAcquire(new ClaimRow("c", "me", at(3).plusNanos(999_999))));

    assertThat(store().load(id("ob-1")).orElseThrow().dueAt()).contains(at(1));
    assertThat(store().load(id("ob-1")).orElseThrow().changedAt()).isEqualTo(at(2));
    assertThat(store().claim("c")).contains(claim("c", "me", 3));
  }

  @Test
  void commit_anotherVersion_isStaleAndStoresNothing() {
    stored(version("ob-1", 1).addOutbox(event("e-1", "ob-1")).addAcquire(claim("a", "me", 60)));

    CommitResult result =
        store(
            version("ob-1", 3)
                .addFacts(fact("F"))
                .addKeys(instance("i-1"))
                .addNonces(nonce("n", 60))
                .addAcquire(claim("b", "me", 60))
                .addRelease(claim("a", "me", 60))
                .addOutbox(event("e-2", "ob-1"))
                .addDelivered("e-1"));

    assertThat(result).isEqualTo(CommitResult.stale());
    assertThat(store().load(id("ob-1")).orElseThrow().version()).isEqualTo(1);
    assertThat(store().facts(id("ob-1"))).isEmpty();
    assertThat(store().find(instance("i-1"))).isEmpty();
    assertThat(store().nonce("n")).isEmpty();
    assertThat(store().claim("b")).isEmpty();
    assertThat(store().claim("a")).contains(claim("a", "me", 60));
    assertThat(store().outbox(10)).containsExactly(event("e-1", "ob-1"));
  }

  @Test
  void commit_firstSnapshotTwice_theSecondIsStale() {
    stored(version("ob-1", 1));

    assertThat(store(version("ob-1", 1)).status()).isEqualTo(Status.STALE);
    assertThat(store(version("ob-2", 2)).status()).isEqualTo(Status.STALE);
    assertThat(store().load(id("ob-2"))).isEmpty();
  }

  @Test
  void commit_callersMistake_isRefusedAndStoresNothing() {
    SnapshotRow row = snapshot("ob-1", 2).build();

    Stream.of(
            commit().addFacts(fact("F")),
            commit().addKeys(instance("i-1")),
            commit().addAdopted(id("parked-1")),
            commit().snapshot(row),
            commit("ob-2").expectedVersion(1).snapshot(row),
            commit("ob-1").expectedVersion(2).snapshot(row),
            version("ob-1", 1).addFacts(fact("F"), fact("F")),
            version("ob-1", 1).addFacts(fact("F".repeat(5000))),
            version("ob-1", 1).addAdopted(id("ob-1")),
            version("ob-1", 1).addAcquire(claim("a", "me", 1)).addRelease(claim("a", "me", 1)))
        .forEach(
            commit ->
                assertThatThrownBy(() -> store(commit))
                    .isInstanceOf(IllegalArgumentException.class));

    assertThat(store().load(id("ob-1"))).isEmpty();
    assertThat(store().facts(id("ob-1"))).isEmpty();
  }

  @Test
  void nonce_known_isToldAndNothingIsStored() {
    stored(commit().addNonces(nonce("n", 60)));

    CommitResult result =
        store(version("ob-1", 1).addFacts(fact("F")).addNonces(nonce("new", 60), nonce("n", 90)));

    assertThat(result).isEqualTo(CommitResult.nonceKnown(nonce("n", 60)));
    assertThat(store().nonce("new")).isEmpty();
    assertThat(store().nonce("n")).contains(nonce("n", 60));
    assertThat(store().load(id("ob-1"))).isEmpty();
    assertThat(store().facts(id("ob-1"))).isEmpty();
  }

  @Test
  void nonce_pastItsEnd_isNewAgain() {
    stored(commit(0).addNonces(nonce("n", 60)));

    assertThat(store(commit(59).addNonces(nonce("n", 90))).status()).isEqualTo(Status.NONCE_KNOWN);
    stored(commit(60).addNonces(nonce("n", 120)));

    assertThat(store().nonce("n")).contains(nonce("n", 120));
  }

  @Test
  void claim_free_isTakenAndGivenBack() {
    stored(version("ob-1", 1).addAcquire(claim("a", "me", 45)));
    assertThat(store().claim("a")).contains(claim("a", "me", 45));
    assertThat(store().claim("b")).isEmpty();

    stored(version("ob-1", 2).addRelease(claim("a", "me", 45)));

    assertThat(store().claim("a")).isEmpty();
    stored(version("ob-1", 3).addAcquire(claim("a", "you", 45)));
  }

  @Test
  void claim_aliveOfAnother_isToldAndNothingIsStored() {
    stored(commit().addAcquire(claim("a", "you", 45)));

    CommitResult result =
        store(version("ob-1", 1).addAcquire(claim("free", "me", 45), claim("a", "me", 45)));

    assertThat(result).isEqualTo(CommitResult.claimed(Optional.of(claim("a", "you", 45))));
    assertThat(store().claim("free")).isEmpty();
    assertThat(store().load(id("ob-1"))).isEmpty();
  }

  @Test
  void claim_ofTheSameOwner_isProlonged() {
    stored(commit(0).addAcquire(claim("a", "me", 45)));

    stored(commit(10).addAcquire(claim("a", "me", 45)));
    stored(commit(10).addAcquire(claim("a", "me", 55)));

    assertThat(store().claim("a")).contains(claim("a", "me", 55));
  }

  @Test
  void claim_ended_isTakenOverAndItsOwnerLearnsIt() {
    stored(commit(0).addAcquire(claim("a", "late", 45)));
    assertThat(store().claim("a")).contains(claim("a", "late", 45));

    assertThat(store(commit(44).addAcquire(claim("a", "me", 90))).status())
        .isEqualTo(Status.CLAIMED);
    stored(commit(45).addAcquire(claim("a", "me", 90)));
    CommitResult late =
        store(version("ob-1", 1).addFacts(fact("F")).addRelease(claim("a", "late", 45)));

    assertThat(late).isEqualTo(CommitResult.claimed(store().claim("a")));
    assertThat(store().claim("a")).contains(claim("a", "me", 90));
    assertThat(store().facts(id("ob-1"))).isEmpty();
  }

  @Test
  void claim_givenBackAlready_cannotBeGivenBackAgain() {
    stored(commit(0).addAcquire(claim("a", "me", 45)));
    stored(commit(50).addRelease(claim("a", "me", 45)));

    CommitResult again = store(version("ob-1", 1).addRelease(claim("a", "me", 45)));

    assertThat(again.status()).isEqualTo(Status.CLAIMED);
    assertThat(again.claim()).isEmpty();
    assertThat(store().load(id("ob-1"))).isEmpty();
  }

  @Test
  void commit_severalConditionsFail_theFirstIsTold() {
    stored(version("ob-1", 1).addNonces(nonce("n", 60)).addAcquire(claim("a", "you", 60)));
    Commit.Builder stale = version("ob-1", 1);
    assertThat(store(stale).status()).isEqualTo(Status.STALE);

    stale.addRelease(claim("gone", "me", 60));
    assertThat(store(stale).claim()).isEmpty();
    stale.addAcquire(claim("a", "me", 60));
    assertThat(store(stale).claim()).contains(claim("a", "you", 60));
    stale.addNonces(nonce("n", 60));
    assertThat(store(stale).status()).isEqualTo(Status.NONCE_KNOWN);
  }
}
