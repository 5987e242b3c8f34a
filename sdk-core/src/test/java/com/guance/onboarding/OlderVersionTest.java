package com.guance.onboarding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.guance.onboarding.domain.OnboardingId;
import com.guance.onboarding.domain.OnboardingRequest;
import com.guance.onboarding.domain.OrderKey;
import com.guance.onboarding.domain.Stage;
import com.guance.onboarding.error.StoreException;
import com.guance.onboarding.spi.Commit;
import com.guance.onboarding.spi.FactRow;
import com.guance.onboarding.spi.SnapshotRow;
import com.guance.onboarding.store.InMemoryStore;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** This version meets rows as an earlier one wrote them: it reads them and brings them forward. */
class OlderVersionTest {

  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
  private static final OnboardingId ID = OrderIds.of(FlowTest.ORDER);

  private final MovableClock clock = new MovableClock(START);
  private final InMemoryStore store = InMemoryStore.create();
  private final FakeGateways gateways = new FakeGateways(clock).order(FlowTest.ORDER, "buyer-1");
  private final OnboardingFlow flow =
      OnboardingFlow.builder()
          .store(store)
          .clock(clock)
          .marketplace(gateways)
          .billing(gateways)
          .build();

  private void stored(String notes, List<FactRow> facts) {
    SnapshotRow row =
        SnapshotRow.builder()
            .id(ID)
            .version(1)
            .stage("ORDERED")
            .outcome("WAITING")
            .dueAt(START)
            .changedAt(START)
            .body(notes)
            .build();
    Commit commit =
        Commit.builder()
            .now(START)
            .id(ID)
            .expectedVersion(0)
            .snapshot(row)
            .addAllFacts(facts)
            .build();
    assertThat(store.commit(commit).stored()).isTrue();
  }

  private static List<FactRow> ordered() {
    return List.of(
        new FactRow(
            "ORDERED|", "{\"k\":\"ORDERED\",\"s\":\"PARTNER\",\"o\":[\"CS-1\",\"CS-1-000001\"]}"));
  }

  @Test
  void advance_notesWithoutWhatCameLater_areReadAndWrittenInTheFormatOfToday() {
    stored(
        "{\"f\":1,\"o\":\"WAITING\",\"t\":{\"read order\":[3,0]},\"h\":[\"" + ID + ".x\"]}",
        ordered());

    assertThat(flow.explain(ID).turn().attempts()).containsEntry("read order", 3);
    assertThat(flow.explain(ID).turn().since()).isEmpty();
    flow.begin(FlowTest.request().build());
    flow.advance(ID);

    assertThat(flow.get(ID).stage()).isEqualTo(Stage.MEMBER);
    assertThat(flow.explain(ID).turn().since()).contains(START);
    assertThat(store.load(ID).orElseThrow().body()).contains(ID + ".x").contains("\"w\":");
  }

  @Test
  void advance_notesFromBeforeFormatsHadNumbers_countAsTheFirst() {
    stored("{\"o\":\"WAITING\"}", ordered());

    assertThat(flow.advance(ID)).isInstanceOf(Progress.Waiting.class);

    assertThat(store.load(ID).orElseThrow().body()).contains("\"f\":" + NotesCodec.FORMAT);
  }

  @Test
  void advance_rowsThatNoVersionWrote_areRefusedAndLeftAsTheyAre() {
    stored("<notes/>", ordered());
    SnapshotRow before = store.load(ID).orElseThrow();

    assertThatThrownBy(() -> flow.advance(ID))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("not the JSON that was stored")
        .hasMessageNotContaining("<notes/>");

    assertThat(store.load(ID)).contains(before);
  }

  @Test
  void resumeDue_oneRowCannotBeRead_theOthersGoOn() {
    stored("<notes/>", ordered());
    OrderKey other = new OrderKey("CS-2", "CS-2-000001");
    gateways.order(other, "buyer-2");
    OnboardingId second = flow.begin(OnboardingRequest.of(other).build());

    assertThat(flow.resumeDue(10)).isEqualTo(1);

    assertThat(flow.get(second).stage()).isEqualTo(Stage.ORGANIZATION);
    assertThat(flow.resumeDue(10)).isZero();
  }

  @Test
  void resumeDue_whatWasWrongHasPassed_itGoesOnAMinuteLater() {
    stored("<notes/>", ordered());
    assertThat(flow.resumeDue(10)).isZero();
    SnapshotRow mended =
        SnapshotRow.builder()
            .id(ID)
            .version(2)
            .stage("ORDERED")
            .outcome("WAITING")
            .dueAt(START)
            .changedAt(START)
            .body("{\"f\":1,\"o\":\"WAITING\"}")
            .build();
    store.commit(Commit.builder().now(START).id(ID).expectedVersion(1).snapshot(mended).build());

    clock.set(START.plus(LeftAlone.WHILE).minusMillis(1));
    assertThat(flow.resumeDue(10)).isZero();
    clock.set(START.plus(LeftAlone.WHILE));
    assertThat(flow.resumeDue(10)).isEqualTo(1);
  }

  @Test
  void repair_whatANewerVersionHasWritten_isLeftAloneWithAProblem() {
    FactRow newer = new FactRow("TELEPORTED|", "{\"k\":\"TELEPORTED\",\"s\":\"READ\"}");
    stored("{\"f\":1,\"o\":\"WAITING\"}", List.of(ordered().get(0), newer));
    SnapshotRow before = store.load(ID).orElseThrow();

    Reconciliation report = flow.reconcile(ID);
    Reconciliation repaired = flow.repair(ID, java.util.Set.of("PURCHASE-UNRECORDED-0"));

    assertThat(report.problem().orElseThrow().code()).isEqualTo("NEWER_VERSION");
    assertThat(repaired.problem().orElseThrow().code()).isEqualTo("NEWER_VERSION");
    assertThat(report.comparisons()).isEmpty();
    assertThat(store.load(ID)).contains(before);
  }
}
