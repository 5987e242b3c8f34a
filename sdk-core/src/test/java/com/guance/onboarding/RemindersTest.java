package com.guance.onboarding;

import static org.assertj.core.api.Assertions.assertThat;

import com.guance.onboarding.domain.Fact;
import com.guance.onboarding.domain.OnboardingId;
import com.guance.onboarding.domain.OnboardingRequest;
import com.guance.onboarding.domain.OrderKey;
import com.guance.onboarding.domain.PersonTask;
import com.guance.onboarding.domain.Secret;
import com.guance.onboarding.domain.TaskKind;
import com.guance.onboarding.error.TransportException;
import com.guance.onboarding.store.InMemoryStore;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** People are told again of what they have not done: once in an interval, whoever comes by. */
class RemindersTest {

  private static final Instant START = Instant.parse("2026-03-01T08:00:00Z");
  private static final Duration INTERVAL = Duration.ofDays(2);

  private final MovableClock clock = new MovableClock(START);
  private final InMemoryStore store = InMemoryStore.create();
  private final List<String> eventIds = new ArrayList<>();
  private final List<String> reminded = new ArrayList<>();
  private final OnboardingFlow flow = builder().listener(ears()).build();
  private final OnboardingId id =
      flow.begin(OnboardingRequest.of(new OrderKey("CS-1", "CS-1-000001")).build());

  private OnboardingFlowBuilder builder() {
    return OnboardingFlow.builder().store(store).clock(clock).remindAfter(INTERVAL);
  }

  private OnboardingListener ears() {
    return new OnboardingListener() {
      @Override
      public void taskReminded(String eventId, PersonTask task) {
        eventIds.add(eventId);
        reminded.add(task.id());
      }
    };
  }

  private List<String> open(Progress progress) {
    return ((Progress.Waiting) progress).tasks().stream().map(PersonTask::id).toList();
  }

  private Instant after(int intervals) {
    return START.plus(INTERVAL.multipliedBy(intervals));
  }

  @Test
  void advance_openTasks_isDueAtTheReminderAndTellsThemOnceInAnInterval() {
    Progress.Waiting waiting = (Progress.Waiting) flow.advance(id);
    assertThat(waiting.tasks()).isNotEmpty();
    assertThat(waiting.notBefore()).contains(after(1));
    assertThat(reminded).isEmpty();

    clock.set(after(1).minusMillis(1));
    assertThat(flow.resumeDue(10)).isZero();
    flow.advance(id);
    assertThat(reminded).as("too early").isEmpty();

    clock.set(after(1));
    assertThat(flow.resumeDue(10)).isOne();
    assertThat(reminded).containsExactlyElementsOf(open(waiting));
    flow.advance(id);
    assertThat(flow.resumeDue(10)).isZero();
    assertThat(reminded).as("once").hasSameSizeAs(waiting.tasks());

    clock.set(after(2));
    flow.resumeDue(10);
    assertThat(reminded).hasSize(2 * waiting.tasks().size());
    assertThat(eventIds).as("each is an event of its own").doesNotHaveDuplicates();
  }

  @Test
  void advance_taskIsDone_nobodyIsRemindedOfIt() {
    List<String> open = open(flow.advance(id));
    String done = open.get(0);
    flow.record(new Fact.Confirmed(id, done, Map.of()));
    List<String> left = open(flow.advance(id));
    assertThat(left).doesNotContain(done);

    clock.set(after(1));
    flow.resumeDue(10);

    assertThat(reminded).containsExactlyInAnyOrderElementsOf(left);
  }

  @Test
  void advance_cancelledMeanwhile_nobodyIsReminded() {
    flow.advance(id);
    flow.cancel(id, "changed his mind");

    clock.set(after(1));
    assertThat(flow.resumeDue(10)).isZero();
    assertThat(reminded).isEmpty();
  }

  @Test
  void resumeDue_byANodeWithoutListener_theOtherNodeTells() {
    List<String> open = open(flow.advance(id));
    OnboardingFlow deaf = builder().build();

    clock.set(after(1));
    assertThat(deaf.resumeDue(10)).isOne();
    assertThat(reminded).isEmpty();
    assertThat(flow.resumeDue(10)).isZero();

    assertThat(reminded).containsExactlyElementsOf(open);
  }

  @Test
  void advance_settingIsNew_theIntervalBeginsWithTheNextLook() {
    OnboardingFlow before = OnboardingFlow.builder().store(store).clock(clock).build();
    assertThat(((Progress.Waiting) before.advance(id)).notBefore()).isEmpty();

    clock.set(after(5));
    flow.advance(id);
    assertThat(reminded).isEmpty();
    clock.set(after(6));
    flow.resumeDue(10);
    assertThat(reminded).isNotEmpty();
  }

  /** A flow of its own, with gateways whose steps need passwords and codes. */
  private OnboardingFlow nightly(FakeGateways gateways, Duration interval) {
    return builder()
        .store(InMemoryStore.create())
        .listener(ears())
        .marketplace(gateways.order(FlowTest.ORDER, "buyer-1"))
        .billing(gateways)
        .remindAfter(interval)
        .build();
  }

  @Test
  void advance_answeredEveryNightInVain_isStillRemindedInTime() {
    FakeGateways gateways = new FakeGateways(clock);
    OnboardingFlow nightly = nightly(gateways, INTERVAL);
    OnboardingId one = nightly.begin(FlowTest.request().build());
    List<String> open = open(nightly.advance(one));
    gateways.beforeEffect =
        () -> {
          gateways.members.clear();
          throw TransportException.unanswered("fake", "add member", "cut", null);
        };

    clock.set(START.plus(Duration.ofDays(1)));
    Progress answered = nightly.advance(one, FlowTest.answers());
    assertThat(open(answered)).as("its step rests").isEmpty();
    clock.set(after(1));
    nightly.advance(one);

    assertThat(reminded).hasSize(1).containsExactlyElementsOf(open);
  }

  @Test
  void advance_onlyOneOfTwoSecretsIsAnswered_isStillRemindedOfBoth() {
    Duration interval = Duration.ofMinutes(4);
    OnboardingFlow nightly = nightly(new FakeGateways(clock), interval);
    OnboardingId one = nightly.begin(FlowTest.request().build());
    nightly.advance(
        one,
        task -> task.id().endsWith(Slugs.MEMBER_PASSWORD) ? FlowTest.answers().to(task) : none());
    List<String> open = open(nightly.advance(one));
    assertThat(open).as("a code and a password").hasSize(2);

    clock.set(START.plus(interval.dividedBy(2)));
    Progress answered =
        nightly.advance(
            one,
            task -> task.kind() == TaskKind.SET_PASSWORD ? FlowTest.answers().to(task) : none());
    assertThat(open(answered)).hasSize(1);
    clock.set(START.plus(interval));
    nightly.advance(one);

    assertThat(reminded).containsExactlyElementsOf(open);
  }

  private static Optional<Map<String, Secret>> none() {
    return Optional.empty();
  }
}
