package com.guance.onboarding.testkit;

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
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.guance.onboarding.error.StoreException;
import com.guance.onboarding.spi.Commit;
import com.guance.onboarding.spi.CommitResult.Status;
import com.guance.onboarding.spi.OnboardingStore;
import com.guance.onboarding.store.JdbcSettings;
import com.guance.onboarding.store.JdbcStore;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a database does to a store in a bad hour, played on H2 by a data source that fails. */
final class JdbcFailuresTest {

  private static final String CANARY = "wendy@example.com";

  private final FaultySource source = new FaultySource(DatabaseServers.h2());
  private final JdbcSettings settings =
      JdbcSettings.defaults().withTablePrefix(DatabaseServers.freshPrefix());
  private final OnboardingStore store = JdbcStore.create(source.dataSource(), settings);

  /** A commit that writes to every table. */
  private final Commit everything =
      version(snapshot("ob-1", 2).dueAt(StoreRows.at(5)).build())
          .addFacts(fact("A"), fact("B"))
          .addKeys(instance("i-1"), instance("i-2"))
          .addNonces(nonce("n", 60))
          .addAcquire(claim("new", "me", 60))
          .addRelease(claim("old", "me", 60))
          .addOutbox(event("e-1", "ob-1"), event("e-2", "ob-1"))
          .addDelivered("e-0")
          .addAdopted(id("parked-1"))
          .build();

  @BeforeEach
  void storeWhatIsThereBefore() {
    store.commit(
        version("ob-1", 1)
            .addAcquire(claim("old", "me", 60))
            .addOutbox(event("e-0", "ob-1"))
            .build());
    store.commit(
        version(snapshot("parked-1", 1).outcome("PARKED").build()).addFacts(fact("A")).build());
  }

  @Test
  void commit_anyCallFails_nothingIsStoredAndTheSameCommitSucceedsLater() {
    int calls = countCalls();
    assertThat(calls).isGreaterThan(12);

    for (int failing = 0; failing < calls; failing++) {
      for (boolean after : new boolean[] {false, true}) {
        int bad = failing;
        source.arm(
            (number, call, now) ->
                number == bad && now == after && !call.equals("commit")
                    ? new SQLException(CANARY, "XX000")
                    : null);
        if (failing < calls - 1) {
          StoreException failure =
              catchThrowableOfType(StoreException.class, () -> store.commit(everything));
          assertThat(failure).as("call %s", failing).isNotNull();
          assertThat(failure.isRetryable()).isTrue();
          assertThat(failure)
              .hasMessage(
                  "store commit failed: the database refused" + " (SQLState XX000, code 0)");
          assertThat(text(failure)).doesNotContain("wendy");
        }
        source.disarm();
        assertThatNothingIsStored();
        assertThat(source.open()).isZero();
      }
    }

    assertThat(store.commit(everything).stored()).isTrue();
    assertThatEverythingIsStored();
  }

  private int countCalls() {
    source.arm(
        (number, call, after) -> call.equals("commit") ? new SQLException("", "XX000") : null);
    assertThatThrownBy(() -> store.commit(everything)).isInstanceOf(StoreException.class);
    int calls = source.calls().size();
    source.disarm();
    assertThatNothingIsStored();
    return calls;
  }

  @Test
  void commit_connectionCutBeforeTheCommitArrives_canBeRepeated() {
    source.arm(cutInCommit(false));
    StoreException failure =
        catchThrowableOfType(StoreException.class, () -> store.commit(everything));
    source.disarm();

    assertThat(failure.isRetryable()).isTrue();
    assertThat(failure).hasMessageContaining("outcome unknown");
    assertThatNothingIsStored();
    assertThat(store.commit(everything).status()).isEqualTo(Status.STORED);
    assertThatEverythingIsStored();
  }

  @Test
  void commit_connectionCutAfterTheCommitArrived_theRepetitionTellsAndChangesNothing() {
    source.arm(cutInCommit(true));
    StoreException failure =
        catchThrowableOfType(StoreException.class, () -> store.commit(everything));
    source.disarm();

    assertThat(failure).hasMessageContaining("outcome unknown");
    assertThatEverythingIsStored();
    assertThat(store.commit(everything).nonce()).contains(nonce("n", 60));
    assertThatEverythingIsStored();
  }

  private static FaultySource.Fault cutInCommit(boolean arrived) {
    return (number, call, after) ->
        call.equals("commit") && after == arrived ? new SQLException(CANARY, "08006") : null;
  }

  @ParameterizedTest
  @CsvSource({"40P01,0", "40001,1213", "40001,0", "HY000,1020", "90131,90131"})
  void commit_deadlockVictimOrLostRace_isRepeatedInside(String state, int code) {
    int[] left = {3};
    source.arm(
        (number, call, after) ->
            !after && call.contains("_fact (") && left[0]-- > 0
                ? new SQLException(CANARY, state, code)
                : null);

    assertThat(store.commit(everything).stored()).isTrue();

    source.disarm();
    assertThatEverythingIsStored();
  }

  @Test
  void commit_lostRaceWhileCommitting_isRepeatedInside() {
    int[] left = {2};
    source.arm(
        (number, call, after) ->
            !after && call.equals("commit") && left[0]-- > 0
                ? new SQLException(CANARY, "40001")
                : null);

    assertThat(store.commit(everything).stored()).isTrue();

    source.disarm();
    assertThatEverythingIsStored();
  }

  @Test
  void commit_losesEveryRace_givesUp() {
    source.arm(
        (number, call, after) -> call.contains("_key ") ? new SQLException(CANARY, "40001") : null);

    StoreException failure =
        catchThrowableOfType(StoreException.class, () -> store.commit(everything));

    source.disarm();
    assertThat(failure.isRetryable()).isTrue();
    assertThat(source.calls().stream().filter("connect"::equals)).hasSizeBetween(2, 100);
    assertThatNothingIsStored();
  }

  @ParameterizedTest
  @CsvSource({
    "08001,0,no connection to the database",
    "25006,0,the database is read-only",
    "HY000,1290,the database is read-only",
    "53100,0,'the database is out of disk, memory or connections'",
    "HY000,1114,'the database is out of disk, memory or connections'",
    "57014,0,the database took too long",
    "HY000,1205,the database took too long"
  })
  void anyCall_databaseInABadState_isSaidInOurWordsAndPasses(String state, int code, String words) {
    source.arm((number, call, after) -> new SQLException(CANARY, state, code));
    StoreException writing =
        catchThrowableOfType(StoreException.class, () -> store.commit(everything));
    StoreException reading =
        catchThrowableOfType(StoreException.class, () -> store.load(id("ob-1")));
    source.disarm();

    String codes = " (SQLState " + state + ", code " + code + ")";
    assertThat(writing).hasMessage("store commit failed: " + words + codes);
    assertThat(reading).hasMessage("store load failed: " + words + codes);
    assertThat(writing.isRetryable()).isTrue();
    assertThat(text(writing) + text(reading)).doesNotContain("wendy");
    assertThat(store.commit(everything).stored()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "22001,0,false",
    "23502,0,false",
    "42501,0,false",
    "42000,1142,false",
    "42000,1226,true"
  })
  void anyCall_refusedForGood_saysThatItDoesNotPass(String state, int code, boolean passes) {
    source.arm((number, call, after) -> new SQLException(CANARY, state, code));

    assertThat(catchThrowableOfType(StoreException.class, () -> store.load(id("ob-1"))))
        .returns(passes, StoreException::isRetryable);
    assertThat(catchThrowableOfType(StoreException.class, () -> store.commit(everything)))
        .returns(passes, StoreException::isRetryable);
  }

  @Test
  void read_anyCallFails_givesTheConnectionBack() {
    source.arm((number, call, after) -> after ? new SQLException(CANARY, "XX000") : null);
    assertThatThrownBy(() -> store.due(StoreRows.at(9), 5)).isInstanceOf(StoreException.class);
    source.disarm();

    assertThat(store.due(StoreRows.at(9), 5)).isEmpty();
    assertThat(store.commit(commit().addDelivered("e-0").build()).stored()).isTrue();
  }

  private void assertThatNothingIsStored() {
    assertThat(store.load(id("ob-1")).orElseThrow().version()).isEqualTo(1);
    assertThat(store.facts(id("ob-1"))).isEmpty();
    assertThat(store.facts(id("parked-1"))).containsExactly(fact("A"));
    assertThat(store.find(instance("i-1"))).isEmpty();
    assertThat(store.nonce("n")).isEmpty();
    assertThat(store.claim("new")).isEmpty();
    assertThat(store.claim("old")).isPresent();
    assertThat(store.outbox(9)).containsExactly(event("e-0", "ob-1"));
  }

  private void assertThatEverythingIsStored() {
    assertThat(store.load(id("ob-1")).orElseThrow().version()).isEqualTo(2);
    assertThat(store.facts(id("ob-1"))).containsExactly(fact("A"), fact("B"));
    assertThat(store.facts(id("parked-1"))).isEmpty();
    assertThat(store.find(instance("i-2"))).containsExactly(id("ob-1"));
    assertThat(store.nonce("n")).contains(nonce("n", 60));
    assertThat(store.claim("new")).isPresent();
    assertThat(store.claim("old")).isEmpty();
    assertThat(store.outbox(9)).containsExactly(event("e-1", "ob-1"), event("e-2", "ob-1"));
  }

  private static String text(Throwable failure) {
    StringWriter text = new StringWriter();
    failure.printStackTrace(new PrintWriter(text));
    return text.toString();
  }
}
