package com.guance.onboarding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.exc.InvalidDefinitionException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.guance.onboarding.domain.Detail;
import com.guance.onboarding.domain.Fact;
import com.guance.onboarding.domain.FactKind;
import com.guance.onboarding.domain.HuaweiAccountId;
import com.guance.onboarding.domain.InvalidInputException;
import com.guance.onboarding.domain.Names;
import com.guance.onboarding.domain.Observed;
import com.guance.onboarding.domain.OnboardingId;
import com.guance.onboarding.domain.OnboardingRequest;
import com.guance.onboarding.domain.OrderKey;
import com.guance.onboarding.domain.Source;
import com.guance.onboarding.spi.FactRow;
import com.guance.onboarding.spi.Observations;
import com.guance.onboarding.store.InMemoryStore;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a partner's web layer, or a person, says in place of KooGallery and Guance. */
class ForgedFactsTest {

  private static final OrderKey ORDER = FlowTest.ORDER;
  private static final HuaweiAccountId STRANGER = new HuaweiAccountId("stranger");

  private final MovableClock clock = new MovableClock(Instant.parse("2026-01-01T00:00:00Z"));
  private final InMemoryStore store = InMemoryStore.create();
  private final OnboardingFlow flow =
      OnboardingFlow.builder().store(store).clock(clock).callbacks(true).build();
  private final OnboardingId id = flow.begin(OnboardingRequest.of(ORDER).build());

  private Observed forged(FactKind kind, Source source) {
    Observed.Builder fact =
        Observed.of(kind, source)
            .names(Names.builder().onboarding(id).order(ORDER).account(STRANGER).build())
            .subject(STRANGER.value())
            .at(clock.instant());
    for (Detail detail : Detail.values()) {
      fact.with(detail, "true");
    }
    return fact.build();
  }

  @ParameterizedTest
  @EnumSource(FactKind.class)
  void record_anyKindFromAPersonOrThePartner_isRefusedAndProvesNothing(FactKind kind) {
    List<FactRow> before = store.facts(id);
    for (Source source : List.of(Source.PERSON, Source.PARTNER, Source.UNKNOWN)) {
      assertThatThrownBy(() -> flow.record(forged(kind, source)))
          .as("%s by %s", kind, source)
          .isInstanceOf(InvalidInputException.class)
          .hasMessageStartingWith("source must be");
    }

    assertThat(store.facts(id)).isEqualTo(before);
    flow.advance(id);
    Onboarding onboarding = flow.get(id);
    assertThat(onboarding.huaweiAccount()).isEmpty();
    assertThat(onboarding.branch()).isEmpty();
    assertThat(onboarding.stages()).noneMatch(StageStatus::verified);
  }

  @ParameterizedTest
  @EnumSource(
      value = Source.class,
      names = {"PERSON", "PARTNER", "UNKNOWN"})
  void accountProven_onAWord_isRefused(Source source) {
    assertThatThrownBy(() -> Observations.accountProven(ORDER, STRANGER, source))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Observations.accountProven(id, STRANGER, source))
        .isInstanceOf(IllegalArgumentException.class);
  }

  /** A controller that binds what a browser sends gets no fact that could prove anything. */
  @ParameterizedTest
  @EnumSource(FactKind.class)
  void json_boundToAFact_makesNoObservation(FactKind kind) {
    JsonMapper binding = JsonMapper.builder().build();
    String json = "{\"kind\":\"" + kind + "\",\"source\":\"CALLBACK\"}";

    assertThatThrownBy(() -> binding.readValue(json, Observed.class))
        .isInstanceOf(InvalidDefinitionException.class);
    assertThatThrownBy(() -> binding.readValue(json, Fact.class))
        .isInstanceOf(InvalidDefinitionException.class);
  }
}
