package com.guance.onboarding.examples;

import static org.assertj.core.api.Assertions.assertThat;

import com.guance.onboarding.Progress;
import com.guance.onboarding.domain.Branch;
import com.guance.onboarding.domain.Fact;
import com.guance.onboarding.domain.OnboardingId;
import com.guance.onboarding.domain.OnboardingRequest;
import com.guance.onboarding.domain.OrderKey;
import com.guance.onboarding.examples.backend.Hands;
import com.guance.onboarding.spi.Commit;
import com.guance.onboarding.spi.FactRow;
import com.guance.onboarding.spi.SnapshotRow;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** This version meets what a newer one has written: it leaves that alone and works on the rest. */
class NewerVersionTest {

  private static final String NEWER_NOTES = "{\"f\":99,\"o\":\"WAITING\",\"x\":[1]}";
  private static final OrderKey OTHER = new OrderKey("CS-OTHER", "CS-OTHER-000001");

  private static SnapshotRow append(
      Journey journey, OnboardingId id, Function<String, String> notes, FactRow... facts) {
    SnapshotRow old = journey.store.load(id).orElseThrow();
    SnapshotRow row =
        SnapshotRow.builder()
            .from(old)
            .version(old.version() + 1)
            .body(notes.apply(old.body()))
            .build();
    Commit commit =
        Commit.builder()
            .now(journey.emulator.clock().instant())
            .id(id)
            .expectedVersion(old.version())
            .snapshot(row)
            .addFacts(facts)
            .build();
    assertThat(journey.store.commit(commit).stored()).isTrue();
    return row;
  }

  @Test
  void advance_unknownFact_isLeftAloneWithAProblemAndTheOthersGoOn() {
    try (Journey journey = new Journey(Hands.GATEWAYS)) {
      OnboardingId newer = journey.begin(Branch.REGISTER);
      SnapshotRow row =
          append(
              journey,
              newer,
              notes -> notes,
              new FactRow("TELEPORTED:1", "{\"k\":\"TELEPORTED\",\"s\":\"READ\",\"z\":1}"));
      List<FactRow> facts = journey.store.facts(newer);
      OnboardingId other = journey.flow.begin(OnboardingRequest.of(OTHER).build());

      assertThat(problem(journey.flow.advance(newer))).isEqualTo("NEWER_VERSION");
      assertThat(journey.flow.resumeDue(10)).isEqualTo(1);

      assertThat(journey.store.load(newer)).contains(row);
      assertThat(journey.store.facts(newer)).isEqualTo(facts);
      assertThat(journey.store.load(other).orElseThrow().version()).isGreaterThan(1);
      assertThat(journey.flow.explain(newer).toString()).contains("NEWER_VERSION");
      assertThat(journey.emulator.remoteCalls("createOrganization")).isZero();
    }
  }

  @Test
  void advance_newerNotes_areLeftAloneAndKeptWordForWordWhenAFactComes() {
    try (Journey journey = new Journey(Hands.GATEWAYS)) {
      OnboardingId newer = journey.begin(Branch.REGISTER);
      SnapshotRow row = append(journey, newer, notes -> NEWER_NOTES);

      assertThat(problem(journey.flow.advance(newer, journey::answer))).isEqualTo("NEWER_VERSION");
      assertThat(journey.store.load(newer)).contains(row);

      journey.flow.record(new Fact.Confirmed(newer, newer + ".install-datakit"));

      SnapshotRow after = journey.store.load(newer).orElseThrow();
      assertThat(after.version()).isEqualTo(row.version() + 1);
      assertThat(after.body()).isEqualTo(NEWER_NOTES);
    }
  }

  private static String problem(Progress progress) {
    return ((Progress.Waiting) progress).problem().orElseThrow().code();
  }
}
