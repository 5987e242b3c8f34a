package com.guance.onboarding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.guance.onboarding.domain.ChargingMode;
import com.guance.onboarding.domain.Fact;
import com.guance.onboarding.domain.FactKind;
import com.guance.onboarding.domain.InstanceId;
import com.guance.onboarding.domain.LookupKey;
import com.guance.onboarding.domain.OnboardingId;
import com.guance.onboarding.domain.OnboardingRequest;
import com.guance.onboarding.domain.OrderKey;
import com.guance.onboarding.domain.Subscription;
import com.guance.onboarding.domain.Subscription.State;
import com.guance.onboarding.spi.FactRow;
import com.guance.onboarding.spi.Observations;
import com.guance.onboarding.spi.OrderDetails;
import com.guance.onboarding.spi.SnapshotRow;
import com.guance.onboarding.store.InMemoryStore;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A node of this version works on a store in which a node of a newer one has begun to write. */
class RollingUpgradeTest {

  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
  private static final OrderKey FIRST = new OrderKey("CS-1", "CS-1-000001");
  private static final OrderKey SECOND = new OrderKey("CS-1", "CS-1-000002");
  private static final InstanceId INSTANCE = new InstanceId("inst-2");
  private static final String STATUS =
      "\"k\":\"STATUS\",\"s\":\"CALLBACK\",\"t\":1767225600000,\"i\":\"inst-2\"";
  private static final FactRow NEWER_STATUS =
      new FactRow(
          "STATUS|@1767225600000#77",
          "{" + STATUS + ",\"v\":{\"STATE\":\"FROZEN\",\"MOOD\":\"grim\"}}");
  private static final FactRow TELEPORTED =
      new FactRow("TELEPORTED|", "{\"k\":\"TELEPORTED\",\"s\":\"CALLBACK\",\"i\":\"inst-2\"}");

  private final InMemoryStore store = InMemoryStore.create();
  private final List<String> ends = new ArrayList<>();
  private final OnboardingFlow flow =
      OnboardingFlow.builder()
          .store(store)
          .clock(new MovableClock(START))
          .callbacks(true)
          .orders(RollingUpgradeTest::details)
          .listener(
              new OnboardingListener() {
                @Override
                public void completed(String eventId, Onboarding onboarding) {
                  ends.add(eventId);
                }
              })
          .build();

  private static Optional<OrderDetails> details(OrderKey order) {
    return Optional.of(
        OrderDetails.builder()
            .order(order)
            .productId("product")
            .chargingMode(ChargingMode.ON_DEMAND)
            .build());
  }

  private SnapshotRow write(OnboardingId id, String notes, String outcome, FactRow... facts) {
    return OtherNode.write(
        store, id, row -> notes(row, notes).outcome(outcome).dueAt(START), facts);
  }

  private static SnapshotRow.Builder notes(SnapshotRow.Builder row, String notes) {
    return notes.isEmpty() ? row : row.body(notes);
  }

  private OnboardingId parked() {
    assertThat(flow.record(Observations.expiry(INSTANCE, START.plusSeconds(60), START))).isEmpty();
    return store.find(new LookupKey.ByInstance(INSTANCE)).get(0);
  }

  private OnboardingId imported() {
    return assertTimeoutPreemptively(
        Duration.ofSeconds(20),
        () -> flow.begin(OnboardingRequest.of(FIRST).existingInstance(INSTANCE).build()));
  }

  private static String problem(Progress progress) {
    return ((Progress.Waiting) progress).problem().orElseThrow().code();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "STATUS|@1767225600000#77; {\"k\":\"STATUS\",\"s\":\"CALLBACK\",\"t\":1767225600000,"
            + "\"i\":\"inst-2\",\"v\":{\"STATE\":\"FROZEN\",\"MOOD\":\"grim\"}}",
        "RELEASED|; {\"k\":\"RELEASED\",\"s\":\"CALLBACK\",\"i\":\"inst-2\",\"v\":{\"FEE\":\"9\"}}",
        "RELEASED|; {\"k\":\"RELEASED\",\"s\":\"CALLBACK\",\"i\":\"inst-2\",\"y\":\"a name\"}",
        "RELEASED|; {\"k\":\"RELEASED\",\"s\":\"CALLBACK\",\"i\":\"inst-2\",\"p\":{\"AGE\":\"9\"}}",
        "RELEASED|; {\"k\":\"RELEASED\",\"s\":\"STARS\",\"i\":\"inst-2\"}",
        "TELEPORTED|; {\"k\":\"TELEPORTED\",\"s\":\"CALLBACK\",\"i\":\"inst-2\"}"
      })
  void begin_parkedFactOfANewerVersion_staysParkedForThatVersion(String key, String body) {
    OnboardingId parked = parked();
    write(parked, "", "PARKED", new FactRow(key, body));
    List<FactRow> before = store.facts(parked);

    OnboardingId id = imported();

    assertThat(store.facts(parked)).isEqualTo(before).hasSize(2);
    assertThat(store.facts(id)).extracting(FactRow::key).doesNotContain(key);
    assertThat(flow.get(id).subscription().orElseThrow().state()).isEqualTo(State.ACTIVE);
  }

  @Test
  void begin_parkedFactThatANewerVersionNamesOtherwise_isAdoptedUnderThatName() {
    OnboardingId parked = parked();
    String body = "{\"k\":\"RELEASED\",\"s\":\"CALLBACK\",\"i\":\"inst-2\"}";
    write(parked, "", "PARKED", new FactRow("RELEASED/", body));

    OnboardingId id = imported();

    assertThat(store.facts(parked)).isEmpty();
    assertThat(store.facts(id)).extracting(FactRow::key).contains("RELEASED/");
    assertThat(flow.get(id).subscription().orElseThrow().state()).isEqualTo(State.RELEASED);
  }

  /** Two lines of one subscription. */
  private OnboardingId subscription() {
    OnboardingId first =
        flow.record(Observations.instanceOpened(FIRST, new InstanceId("inst-1"))).get(0);
    flow.advance(first);
    return first;
  }

  private OnboardingId line() {
    OnboardingId second = flow.record(Observations.instanceOpened(SECOND, INSTANCE)).get(0);
    flow.advance(second);
    return second;
  }

  @Test
  void advance_lineWithAFactOfANewerVersion_handsNothingOver() {
    OnboardingId first = subscription();
    OnboardingId second = line();
    SnapshotRow row = write(second, "", "WAITING", TELEPORTED);
    List<FactRow> before = store.facts(first);

    assertThat(problem(flow.advance(second))).isEqualTo("NEWER_VERSION");
    assertThat(flow.reconcile(second).problem().orElseThrow().code()).isEqualTo("NEWER_VERSION");

    assertThat(store.facts(first)).isEqualTo(before);
    assertThat(store.load(second)).contains(row);
    assertThat(flow.advance(first)).isNotEqualTo(flow.advance(second));
  }

  @Test
  void advance_lineWithADetailOfANewerVersion_isDueForThatVersionUntilItHasHandedItOver() {
    OnboardingId first = subscription();
    OnboardingId second = line();
    SnapshotRow row = write(second, "", "WAITING", NEWER_STATUS);
    List<FactRow> before = store.facts(first);

    assertThat(problem(flow.advance(second))).isEqualTo("NEWER_VERSION");
    assertThat(store.facts(first)).isEqualTo(before);
    assertThat(store.load(second)).contains(row);
    assertThat(flow.explain(first).toString()).doesNotContain("NEWER_VERSION");

    write(first, "", "WAITING", NEWER_STATUS);
    assertThat(problem(flow.advance(second))).isEqualTo("SUBSCRIPTION_FROZEN");
    assertThat(store.load(second).orElseThrow().dueAt()).isNotEqualTo(Optional.of(START));
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"f\":99,\"o\":\"COMPLETED\"}", "{\"f\":1,\"o\":\"COMPLETED\"}"})
  void advance_completedByANewerVersionThatHasMoreToDo_staysDueForIt(String notes) {
    OnboardingId id = flow.begin(OnboardingRequest.of(FIRST).build());
    SnapshotRow row = write(id, notes, "COMPLETED", TELEPORTED);

    assertThat(problem(flow.advance(id))).isEqualTo("NEWER_VERSION");
    assertThat(flow.resumeDue(10)).isZero();
    assertThat(store.load(id)).contains(row);
    assertThat(flow.explain(id).toString()).contains("COMPLETED").contains("NEWER_VERSION");

    flow.record(new Fact.Confirmed(id, id + ".install-datakit"));
    SnapshotRow after = store.load(id).orElseThrow();
    assertThat(after.version()).isEqualTo(row.version() + 1);
    assertThat(after.dueAt()).contains(START);
    assertThat(after.outcome()).isEqualTo("COMPLETED");
    assertThat(after.body()).isEqualTo(notes);
  }

  @Test
  void advance_importedAndNotesOfANewerVersion_isNeitherSavedNorTold() {
    OnboardingId id = imported();
    flow.advance(id);
    ends.clear();
    SnapshotRow row = write(id, "{\"f\":99,\"o\":\"COMPLETED\"}", "COMPLETED");

    flow.advance(id);
    flow.advance(id);
    flow.resumeDue(10);

    assertThat(store.load(id)).contains(row);
    assertThat(ends).isEmpty();
    assertThat(store.outbox(10)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 99})
  void record_outcomeOfANewerVersion_isKeptAsItWas(int format) {
    OnboardingId id = flow.record(Observations.instanceOpened(FIRST, INSTANCE)).get(0);
    String notes = "{\"f\":" + format + ",\"o\":\"SUSPENDED\"}";
    SnapshotRow row = write(id, notes, "SUSPENDED");

    flow.record(Observations.status(INSTANCE, State.FROZEN, START));

    SnapshotRow after = store.load(id).orElseThrow();
    assertThat(after.version()).isEqualTo(row.version() + 1);
    assertThat(after.outcome()).isEqualTo("SUSPENDED");
    assertThat(after.body()).isEqualTo(notes);
    assertThat(problem(flow.advance(id))).isEqualTo("NEWER_VERSION");
    assertThat(store.load(id)).contains(after);
    assertThat(flow.get(id).subscription().map(Subscription::state)).contains(State.FROZEN);
    assertThat(flow.reader().observed(new LookupKey.ByInstance(INSTANCE), Set.of(FactKind.STATUS)))
        .hasSize(1);
  }
}
