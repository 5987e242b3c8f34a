package com.guance.onboarding;

import static org.assertj.core.api.Assertions.assertThat;

import com.guance.onboarding.domain.Detail;
import com.guance.onboarding.domain.Fact;
import com.guance.onboarding.domain.FactKind;
import com.guance.onboarding.domain.Field;
import com.guance.onboarding.domain.InstanceId;
import com.guance.onboarding.domain.Names;
import com.guance.onboarding.domain.Observed;
import com.guance.onboarding.domain.OnboardingId;
import com.guance.onboarding.domain.OnboardingRequest;
import com.guance.onboarding.domain.OrderKey;
import com.guance.onboarding.domain.PersonTask;
import com.guance.onboarding.domain.Source;
import com.guance.onboarding.domain.Subscription;
import com.guance.onboarding.domain.Subscription.State;
import com.guance.onboarding.spi.Commit;
import com.guance.onboarding.spi.FactInbox;
import com.guance.onboarding.spi.FactRow;
import com.guance.onboarding.spi.Observations;
import com.guance.onboarding.spi.OutboxRow;
import com.guance.onboarding.spi.Retention;
import com.guance.onboarding.store.InMemoryStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An event that cannot be told now is told later, unless there is nothing to tell any more. */
class KeptEventsTest {

  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
  private static final InstanceId INSTANCE = new InstanceId("inst-1");

  private final MovableClock clock = new MovableClock(START);
  private final InMemoryStore store = InMemoryStore.create();
  private final List<String> told = new ArrayList<>();
  private final List<String> changes = new ArrayList<>();
  private boolean down = true;
  private final OnboardingFlow people =
      builder().callbacks(true).subscriptionListener(this::changed).build();

  private OnboardingFlowBuilder builder() {
    return OnboardingFlow.builder()
        .store(store)
        .clock(clock)
        .listener(
            new OnboardingListener() {
              @Override
              public void taskOpened(String eventId, PersonTask task) {
                if (down) {
                  throw new IllegalStateException("no mail server");
                }
                told.add(task.id());
              }
            });
  }

  private void changed(String eventId, OnboardingId id, Subscription now) {
    changes.add(id + " " + now.instance() + " " + now.state());
  }

  private OnboardingId opened() {
    return people.record(Observations.instanceOpened(FlowTest.ORDER, INSTANCE)).get(0);
  }

  /** One whose tasks were handed out while nobody could be told. */
  private OnboardingId untold() {
    OnboardingId id = opened();
    people.advance(id);
    assertThat(told).isEmpty();
    down = false;
    return id;
  }

  private void status(State state) {
    clock.set(clock.instant().plusSeconds(1));
    people.record(Observations.status(INSTANCE, state, clock.instant()));
  }

  private List<String> tasks() {
    return store.outbox(200).stream()
        .map(OutboxRow::eventId)
        .filter(event -> event.startsWith("task:"))
        .toList();
  }

  @Test
  void deliver_taskOfAFrozenOnboarding_isToldOnceItGoesOn() {
    OnboardingId id = untold();
    List<String> untold = tasks();
    status(State.FROZEN);

    people.advance(id);
    people.resumeDue(10);
    assertThat(told).isEmpty();
    assertThat(tasks()).isEqualTo(untold);

    status(State.ACTIVE);
    Progress.Waiting waiting = (Progress.Waiting) people.advance(id);
    people.resumeDue(10);
    assertThat(told)
        .containsExactlyInAnyOrderElementsOf(waiting.tasks().stream().map(PersonTask::id).toList());
    assertThat(tasks()).isEmpty();
  }

  @Test
  void deliver_taskBehindAConflictOfAccounts_isToldWhenThatIsSettled() {
    FakeGateways gateways = new FakeGateways(clock).order(FlowTest.ORDER, "buyer-1");
    OnboardingFlow flow = builder().marketplace(gateways).billing(gateways).build();
    OnboardingId id = flow.begin(OnboardingRequest.of(FlowTest.ORDER).build());
    flow.advance(id);
    down = false;

    claimed(flow, id, "somebody-else");
    flow.advance(id);
    flow.resumeDue(10);
    assertThat(told).noneMatch(task -> task.contains("details"));

    claim(flow, "buyer-1");
    flow.advance(id);
    assertThat(told).contains(id + ".details-organization");
  }

  /** A claim that another node took before anybody had named the buyer. */
  private void claimed(OnboardingFlow flow, OnboardingId id, String account) {
    Observed claim =
        Observed.of(FactKind.ANSWERED, Source.PARTNER)
            .names(Names.of(id))
            .subject(Field.HUAWEI_ACCOUNT_ID.path())
            .with(Detail.ANSWER, account)
            .at(clock.instant())
            .build();
    flow.inbox()
        .receive(claim.names(), opened -> new FactInbox.Incoming(List.of(claim), Optional.empty()));
  }

  private static void claim(OnboardingFlow flow, String account) {
    flow.begin(OnboardingRequest.of(FlowTest.ORDER).with(Field.HUAWEI_ACCOUNT_ID, account).build());
  }

  private void notes(OnboardingId id, String body, FactRow... facts) {
    OtherNode.write(store, id, row -> row.body(body), facts);
  }

  @Test
  void deliver_taskOfANewerVersion_waitsForThatVersion() {
    OnboardingId id = untold();
    String own = store.load(id).orElseThrow().body();
    List<String> untold = tasks();
    notes(id, "{\"f\":99,\"o\":\"WAITING\"}");

    people.resumeDue(10);
    people.resumeDue(10);
    assertThat(told).isEmpty();
    assertThat(tasks()).isEqualTo(untold);

    notes(id, own);
    people.resumeDue(10);
    assertThat(told).isNotEmpty();
  }

  @Test
  void deliver_changeOfASubscriptionThatANewerVersionKnowsBetter_waitsForThatVersion() {
    OnboardingId id = opened();
    status(State.FROZEN);
    FactRow newer = new FactRow("TELEPORTED|", "{\"k\":\"TELEPORTED\",\"s\":\"CALLBACK\"}");
    notes(id, store.load(id).orElseThrow().body(), newer);

    people.resumeDue(10);

    assertThat(changes).isEmpty();
    assertThat(store.outbox(10)).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"BILLING_ACCOUNT", "DATAKIT"})
  void deliver_taskOfAStageThatIsOpenAgainAndToCome_isKept(String stage) {
    OnboardingId id = opened();
    store(id, 1, "\"s\":\"" + stage + "\"");
    down = false;

    people.resumeDue(10);
    assertThat(told).isNotEmpty();
    assertThat(tasks()).containsExactly("task:old0");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"s\":\"PURCHASE\"", "\"s\":\"UNHEARD_OF\"", "\"x\":1"})
  void deliver_taskThatIsDone_isForgotten(String stage) {
    OnboardingId id = opened();
    store(id, 1, stage);
    down = false;

    people.resumeDue(10);
    assertThat(tasks()).isEmpty();
  }

  private void store(OnboardingId id, int count, String stage) {
    Commit.Builder commit = Commit.builder().now(START);
    String body = "{\"e\":\"task\",\"w\":\"" + START + "\",\"t\":\"gone\"," + stage + "}";
    IntStream.range(0, count)
        .mapToObj(i -> new OutboxRow("task:old" + i, id, body))
        .forEach(commit::addOutbox);
    store.commit(commit.build());
  }

  @Test
  void deliver_taskThatWasDoneMeanwhile_isForgotten() {
    OnboardingId id = untold();
    String done = tasks().get(0).substring("task:".length());
    people.record(new Fact.Confirmed(id, done));

    people.resumeDue(10); // goes on where the failures ended the last call
    people.resumeDue(10);

    assertThat(told).isNotEmpty().doesNotContain(done);
    assertThat(tasks()).isEmpty();
  }

  @Test
  void deliver_taskOfAFrozenOnboardingThatEnds_isForgotten() {
    OnboardingId id = untold();
    status(State.FROZEN);
    people.resumeDue(10);
    people.cancel(id, "changed his mind");

    people.resumeDue(10);

    assertThat(told).isEmpty();
    assertThat(tasks()).isEmpty();
  }

  @Test
  void deliver_taskThatStaysHidden_isGoneAfterThirtyDays() {
    untold();
    List<String> untold = tasks();
    status(State.FROZEN);

    clock.set(START.plus(Retention.PARKED));
    people.resumeDue(10);
    people.resumeDue(10);
    assertThat(tasks()).isEqualTo(untold);
    clock.set(START.plus(Retention.PARKED).plusMillis(1));
    people.resumeDue(10);
    people.resumeDue(10);
    assertThat(tasks()).isEmpty();
    assertThat(told).isEmpty();
  }

  @Test
  void deliver_whatIsKept_standsInNobodysWay() {
    OnboardingId frozen = untold();
    status(State.FROZEN);
    people.resumeDue(10);
    store(frozen, 40, "\"s\":\"DATAKIT\"");
    OnboardingId other = people.begin(OnboardingRequest.of(new OrderKey("CS-2", "1")).build());

    people.advance(other);
    assertThat(told).as("more than three were kept").isNotEmpty();

    told.clear();
    IntStream.range(0, 3).forEach(i -> store(frozen, 140, "\"s\":\"DATAKIT\""));
    people.advance(people.begin(OnboardingRequest.of(new OrderKey("CS-3", "1")).build()));
    assertThat(told).as("so many are not all read in one call").isEmpty();
    people.resumeDue(10);
    people.resumeDue(10);
    assertThat(told).isNotEmpty().allMatch(task -> !task.startsWith(frozen.value()));
    assertThat(tasks()).hasSizeGreaterThan(140);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void deliver_changeThatWaitedForItsInstance_isToldOfTheOneThatAdoptsIt(boolean offeredBefore) {
    status(State.FROZEN);
    if (offeredBefore) {
      people.resumeDue(10);
    }
    OnboardingId id = opened();

    people.resumeDue(10);
    people.resumeDue(10);

    assertThat(changes).containsExactly(id + " " + INSTANCE + " FROZEN");
  }

  @Test
  void deliver_changeBeforeNewInstance_waitsForIt() {
    OnboardingId id = people.begin(OnboardingRequest.of(FlowTest.ORDER).build());
    people.record(
        Observed.of(FactKind.STATUS, Source.CALLBACK)
            .names(Names.builder().order(FlowTest.ORDER).build())
            .with(Detail.STATE, "FROZEN")
            .at(START)
            .build());

    people.resumeDue(10);
    assertThat(changes).isEmpty();
    opened();
    people.resumeDue(10);

    assertThat(changes).containsExactly(id + " " + INSTANCE + " FROZEN");
    assertThat(store.outbox(10)).noneMatch(row -> row.eventId().startsWith("subscription"));
  }
}
