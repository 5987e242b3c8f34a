package com.guance.onboarding;

import static org.assertj.core.api.Assertions.assertThat;

import com.guance.onboarding.domain.AppId;
import com.guance.onboarding.domain.Names;
import com.guance.onboarding.domain.OnboardingId;
import com.guance.onboarding.domain.OnboardingRequest;
import com.guance.onboarding.domain.OrderKey;
import com.guance.onboarding.domain.PersonTask;
import com.guance.onboarding.domain.TenantId;
import com.guance.onboarding.spi.Commit;
import com.guance.onboarding.spi.FactInbox;
import com.guance.onboarding.spi.NonceRow;
import com.guance.onboarding.spi.OutboxRow;
import com.guance.onboarding.spi.Retention;
import com.guance.onboarding.spi.StaffListener;
import com.guance.onboarding.store.InMemoryStore;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Events that nobody takes hide no others, and lists of staff do not lie about for ever. */
class OutboxTest {

  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
  private static final OrderKey ORDER = new OrderKey("CS-1", "CS-1-000001");

  private final MovableClock clock = new MovableClock(START);
  private final InMemoryStore store = InMemoryStore.create();
  private final List<OnboardingId> told = new ArrayList<>();
  private final List<OnboardingId> completed = new ArrayList<>();

  private OnboardingFlow flow() {
    return builder().listener(listener()).build();
  }

  private OnboardingFlowBuilder builder() {
    return OnboardingFlow.builder().store(store).clock(clock).callbacks(true);
  }

  private OnboardingListener listener() {
    return new OnboardingListener() {
      @Override
      public void taskOpened(String eventId, PersonTask task) {
        told.add(task.onboarding());
      }

      @Override
      public void completed(String eventId, Onboarding onboarding) {
        completed.add(onboarding.id());
      }
    };
  }

  private OnboardingFlow staffFlow(StaffListener listener) {
    return builder().staffListener(listener).build();
  }

  private static void receiveList(OnboardingFlow flow) {
    NonceRow nonce = new NonceRow("n-1", START.plusSeconds(120), "");
    Names names =
        Names.builder().order(ORDER).tenant(new TenantId("t")).app(new AppId("a")).build();
    flow.begin(OnboardingRequest.of(ORDER).build());
    flow.inbox()
        .receive(
            names,
            opened ->
                new FactInbox.Incoming(
                    List.of(), Optional.of(nonce), Optional.of("{\"name\":\"wendy\"}")));
  }

  @Test
  void deliver_thousandsThatNobodyTakesAreOlder_theNextCallsReadOn() {
    OnboardingId id = flow().begin(OnboardingRequest.of(ORDER).build());
    store(id, "staff", 4_000, "{\"e\":\"staff\"}");

    OnboardingFlow flow = flow();
    flow.advance(id);
    assertThat(told).as("not all is looked at in one call").isEmpty();
    flow.resumeDue(1);
    flow.resumeDue(1);

    assertThat(told).contains(id);
    assertThat(store.outbox(9_000)).as("kept for a node that takes lists").hasSize(4_000);
  }

  private void store(OnboardingId id, String kind, int count, String body) {
    Commit.Builder commit = Commit.builder().now(START);
    IntStream.range(0, count)
        .mapToObj(i -> new OutboxRow(kind + ":" + i, id, body))
        .forEach(commit::addOutbox);
    store.commit(commit.build());
  }

  @Test
  void deliver_listenerFails_isOfferedThreeInACallAndTheNextCallsReadOn() {
    OnboardingId id = flow().begin(OnboardingRequest.of(ORDER).build());
    store(id, "staff", 150, "{\"e\":\"staff\"}");
    store(id, "end", 7, "{\"e\":\"COMPLETED\"}");
    List<String> offered = new ArrayList<>();
    List<String> taken = new ArrayList<>();
    boolean[] down = {true};
    OnboardingFlow flow =
        builder()
            .listener(
                new OnboardingListener() {
                  @Override
                  public void completed(String eventId, Onboarding onboarding) {
                    offered.add(eventId);
                    if (down[0]) {
                      throw new IllegalStateException("no mail server");
                    }
                    taken.add(eventId);
                  }

                  @Override
                  public void taskOpened(String eventId, PersonTask task) {
                    taken.add("task");
                  }
                })
            .build();

    flow.advance(id);
    assertThat(offered).containsExactly("end:0", "end:1", "end:2");
    flow.resumeDue(1);
    assertThat(offered).hasSize(6).endsWith("end:3", "end:4", "end:5");
    assertThat(taken).isEmpty();
    flow.resumeDue(1);
    assertThat(offered).hasSize(7);
    assertThat(taken).as("behind all that fails").containsOnly("task");

    down[0] = false;
    flow.resumeDue(1);
    flow.resumeDue(1);
    assertThat(taken).filteredOn(one -> one.startsWith("end:")).hasSize(7).doesNotHaveDuplicates();
  }

  @Test
  void resumeDue_whereNobodyHearsAnything_removesAllThatIsTooOldAtOnce() {
    OnboardingId id = flow().begin(OnboardingRequest.of(ORDER).build());
    store(id, "staff", 350, "{\"e\":\"staff\",\"w\":\"" + START + "\"}");
    String young = "{\"e\":\"staff\",\"w\":\"" + START.plusSeconds(60) + "\"}";
    store(id, "young", 150, young);
    OnboardingFlow deaf = builder().build();

    clock.set(START.plus(Retention.PARKED).plusMillis(1));
    deaf.resumeDue(1);

    assertThat(store.outbox(1_000))
        .extracting(OutboxRow::eventId)
        .hasSize(150)
        .allMatch(event -> event.startsWith("young:"));
  }

  @Test
  void deliver_listThatNobodyTakes_isGoneAfterThirtyDays() {
    receiveList(staffFlow((eventId, list) -> {}));
    OnboardingFlow without = flow();

    clock.set(START.plus(Retention.PARKED));
    without.resumeDue(1);
    assertThat(staff()).hasSize(1);
    clock.set(START.plus(Retention.PARKED).plusMillis(1));
    without.resumeDue(1);
    assertThat(staff()).isEmpty();
  }

  @Test
  void deliver_listThatAListenerRefuses_isGoneAfterThirtyDays() {
    List<String> offered = new ArrayList<>();
    OnboardingFlow flow =
        staffFlow(
            (eventId, list) -> {
              offered.add(eventId);
              throw new IllegalStateException("no");
            });
    receiveList(flow);

    flow.resumeDue(1);
    assertThat(staff()).hasSize(1);
    clock.set(START.plus(Retention.PARKED).plus(Duration.ofDays(1)));
    flow.resumeDue(1);
    assertThat(staff()).isEmpty();
    assertThat(offered).as("offered to the last").hasSize(2);
  }

  @Test
  void deliver_onANodeThatHearsSomethingElse_theEventWaitsForTheOneThatHearsIt() {
    OnboardingFlow flow = flow();
    OnboardingId id = flow.begin(OnboardingRequest.of(ORDER).build());
    OnboardingFlow other = builder().subscriptionListener((eventId, one, now) -> {}).build();
    Commit.Builder commit = Commit.builder().now(START);
    commit.addOutbox(new OutboxRow("end:" + id, id, "{\"e\":\"COMPLETED\"}"));
    commit.addOutbox(new OutboxRow("newer:" + id, id, "{\"e\":\"of a newer version\"}"));
    store.commit(commit.build());

    other.advance(id);
    other.resumeDue(1);
    assertThat(store.outbox(10)).hasSize(2);
    flow.resumeDue(1);

    assertThat(completed).containsExactly(id);
    assertThat(store.outbox(10)).extracting(OutboxRow::eventId).containsExactly("newer:" + id);
  }

  @Test
  void deliver_taskThatNoNodeHears_isGoneAfterThirtyDays() {
    OnboardingFlow flow = flow();
    OnboardingId id = flow.begin(OnboardingRequest.of(ORDER).build());
    OnboardingFlow leaving =
        builder()
            .listener(
                new OnboardingListener() {
                  @Override
                  public void taskOpened(String eventId, PersonTask task) {
                    throw new IllegalStateException("no");
                  }
                })
            .build();
    leaving.advance(id);
    OnboardingFlow other = builder().subscriptionListener((eventId, one, now) -> {}).build();
    assertThat(store.outbox(10)).isNotEmpty();

    clock.set(START.plus(Retention.PARKED));
    other.resumeDue(1);
    leaving.resumeDue(1);
    assertThat(store.outbox(10)).as("kept").isNotEmpty();
    clock.set(START.plus(Retention.PARKED).plusMillis(1));
    leaving.resumeDue(1);
    assertThat(store.outbox(10)).as("told again for as long as somebody hears").isNotEmpty();
    other.resumeDue(1);
    assertThat(store.outbox(10)).isEmpty();
  }

  @Test
  void resumeDue_whereNobodyHearsAnything_removesOldLists() {
    receiveList(staffFlow((eventId, list) -> {}));
    OnboardingFlow deaf = builder().build();

    deaf.resumeDue(1);
    clock.set(START.plus(Retention.PARKED).plusMillis(1));
    deaf.resumeDue(1);
    assertThat(staff()).isEmpty();
  }

  private List<OutboxRow> staff() {
    return store.outbox(100).stream().filter(row -> row.eventId().startsWith("staff:")).toList();
  }
}
