package com.guance.onboarding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.guance.onboarding.domain.BillingChoice;
import com.guance.onboarding.domain.Fact;
import com.guance.onboarding.domain.Field;
import com.guance.onboarding.domain.InvalidInputException;
import com.guance.onboarding.domain.LookupKey;
import com.guance.onboarding.domain.OnboardingId;
import com.guance.onboarding.domain.OnboardingRequest;
import com.guance.onboarding.domain.OrderKey;
import com.guance.onboarding.domain.PersonTask;
import com.guance.onboarding.domain.Secret;
import com.guance.onboarding.domain.Stage;
import com.guance.onboarding.domain.TaskKind;
import com.guance.onboarding.error.Refusal;
import com.guance.onboarding.error.TransportException;
import com.guance.onboarding.error.UnavailableException;
import com.guance.onboarding.store.InMemoryStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FlowTest {

  static final OrderKey ORDER = new OrderKey("CS-1", "CS-1-000001");

  final MovableClock clock = new MovableClock(Instant.parse("2026-01-01T00:00:00Z"));
  final InMemoryStore store = InMemoryStore.create();
  final FakeGateways gateways = new FakeGateways(clock).order(ORDER, "buyer-1");
  final OnboardingFlow flow = newFlow();

  OnboardingFlow newFlow() {
    return OnboardingFlow.builder()
        .store(store)
        .clock(clock)
        .marketplace(gateways)
        .billing(gateways)
        .build();
  }

  static OnboardingRequest.Builder request() {
    return OnboardingRequest.of(ORDER)
        .organization("GCY Ltd", "gcy")
        .member("Wendy")
        .registerBillingAccount("gcy-ops", "wendy@example.com")
        .enterprise("GCY Ltd")
        .terms("2026-01", "Wendy", Instant.parse("2026-01-01T00:00:00Z"))
        .createWorkspace("gcy-prod", "zh", "cn4");
  }

  /** The same request, silent about some fields. */
  static OnboardingRequest without(Field... fields) {
    OnboardingRequest.Builder some = OnboardingRequest.of(ORDER);
    request()
        .build()
        .answers()
        .forEach(
            (field, value) -> {
              if (!List.of(fields).contains(field)) {
                some.with(field, value);
              }
            });
    return some.build();
  }

  static Answers answers() {
    return task ->
        switch (task.kind()) {
          case ENTER_CODE -> Optional.of(Map.of("code", Secret.of("123456")));
          case SET_PASSWORD -> Optional.of(Map.of("password", Secret.of("Aa1!aaaa")));
          default -> Optional.empty();
        };
  }

  /** Passes the time that the flow asks for. */
  Progress toTheEnd(OnboardingId id) {
    Progress progress = flow.advance(id, answers());
    for (int i = 0; i < 40 && progress instanceof Progress.Waiting waiting; i++) {
      waiting.notBefore().ifPresent(clock::set);
      progress = flow.advance(id, answers());
    }
    return progress;
  }

  @Test
  void advance_everythingKnown_completesWithOneOfEachEffect() {
    OnboardingId id = flow.begin(request().build());

    Progress progress = toTheEnd(id);

    assertThat(progress).isInstanceOf(Progress.Completed.class);
    Onboarding onboarding = ((Progress.Completed) progress).onboarding();
    assertThat(onboarding.stage()).isEqualTo(Stage.COMPLETED);
    assertThat(onboarding.dataKitHost()).contains("host-1");
    assertThat(onboarding.stages()).allMatch(StageStatus::verified);
    assertThat(gateways.effects)
        .containsExactly(
            "organization",
            "member",
            "binding",
            "authorization",
            "code",
            "billing account",
            "enterprise",
            "workspace",
            "workspace binding");
    assertThat(flow.advance(id)).isEqualTo(new Progress.Completed(onboarding, false));
  }

  @Test
  void advance_nobodyAnswers_handsOutEachTaskOnce() {
    OnboardingId id = flow.begin(request().build());

    Progress.Waiting first = (Progress.Waiting) flow.advance(id);
    assertThat(first.tasks()).extracting("kind").containsExactly(TaskKind.SET_PASSWORD);
    assertThat(first.newTasks()).hasSize(1);
    Progress.Waiting second = (Progress.Waiting) flow.advance(id);
    assertThat(second.tasks()).hasSize(1);
    assertThat(second.newTasks()).isEmpty();
  }

  @Test
  void advance_wrongCode_keepsTheTaskAndSaysWhy() {
    OnboardingId id = flow.begin(request().build());
    Answers wrong =
        task ->
            task.kind() == TaskKind.ENTER_CODE
                ? Optional.of(Map.of("code", Secret.of("000000")))
                : answers().to(task);

    Progress.Waiting waiting = (Progress.Waiting) flow.advance(id, wrong);

    assertThat(waiting.problem().orElseThrow().code()).isEqualTo("CODE_WRONG");
    assertThat(waiting.tasks()).extracting("kind").contains(TaskKind.ENTER_CODE);
    assertThat(toTheEnd(id)).isInstanceOf(Progress.Completed.class);
    assertThat(gateways.count("code")).isEqualTo(1);
  }

  @Test
  void record_secretAsAWord_isRefusedAndSaysWhereItBelongs() {
    OnboardingId id = flow.begin(request().build());
    flow.advance(id);
    Map<String, String> typed =
        Map.of("code", "canary", "password", "canary", "keyId", "canary", "host", "canary");

    typed.forEach(
        (name, value) ->
            assertThatThrownBy(
                    () -> flow.record(new Fact.Confirmed(id, id + ".task", Map.of(name, value))))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageStartingWith(name + " is ")
                .hasMessageContaining(
                    name.equals("host") ? "not asked for here" : "advance(id, answers)")
                .hasMessageNotContaining("canary"));

    assertThat(flow.explain(id).toString()).doesNotContain("TASK_CONFIRMED");
  }

  @Test
  void advance_shortNameTaken_asksForAnotherAndGoesOn() {
    OnboardingId id = flow.begin(request().with(Field.ORGANIZATION_SHORT_NAME, "taken").build());

    Progress.Waiting waiting = (Progress.Waiting) flow.advance(id, answers());
    assertThat(waiting.tasks()).extracting("kind").containsExactly(TaskKind.CORRECT);
    assertThat(waiting.problem().orElseThrow().field()).contains("organization.shortName");

    flow.begin(request().build());
    assertThat(toTheEnd(id)).isInstanceOf(Progress.Completed.class);
  }

  @Test
  void advance_claimedToBeBoundAndIsNot_isAProblemOfTheChoice() {
    OnboardingId id =
        flow.begin(
            request().with(Field.BILLING_CHOICE, BillingChoice.ALREADY_BOUND.code()).build());

    Progress.Waiting waiting = (Progress.Waiting) flow.advance(id, answers());

    assertThat(waiting.tasks()).extracting("kind").containsExactly(TaskKind.CORRECT);
    assertThat(waiting.tasks().get(0).inputs().get(0).options())
        .containsExactly("register", "bind");
    assertThat(waiting.problem().orElseThrow().code()).isEqualTo("HUAWEI_ACCOUNT_NOT_BOUND");
    assertThat(waiting.problem().orElseThrow().field()).contains("billing.choice");
    flow.begin(request().build());
    assertThat(toTheEnd(id)).isInstanceOf(Progress.Completed.class);
  }

  @Test
  void advance_effectDoneAndAnswerLost_looksBeforeItRepeats() {
    OnboardingId id = flow.begin(request().build());
    gateways.afterEffect =
        () -> {
          gateways.afterEffect = () -> {};
          throw TransportException.unanswered("fake", "create organization", "cut", null);
        };

    Progress.Waiting waiting = (Progress.Waiting) flow.advance(id, answers());
    assertThat(waiting.notBefore()).isPresent();
    clock.set(waiting.notBefore().orElseThrow());

    assertThat(toTheEnd(id)).isInstanceOf(Progress.Completed.class);
    assertThat(gateways.count("organization")).isEqualTo(1);
  }

  @Test
  void advance_everyEffectFailsOnceBeforeAndAfter_nothingIsDoubled() {
    OnboardingId id = flow.begin(request().build());
    int[] calls = {0};
    Runnable fail =
        () -> {
          if (calls[0]++ % 2 == 0) {
            throw new UnavailableException(
                Refusal.of("fake", "call").status(503).code("DOWN").build());
          }
        };
    gateways.afterEffect = fail;

    assertThat(toTheEnd(id)).isInstanceOf(Progress.Completed.class);
    assertThat(gateways.effects).doesNotHaveDuplicates();
  }

  @Test
  void withdrawn_beforeTheEnd_isAbandonedAndNamesWhatIsLeft() {
    OnboardingId id = flow.begin(request().build());
    flow.advance(id);

    Progress progress = flow.cancel(id, "customer unsubscribed");

    assertThat(progress).isInstanceOf(Progress.Abandoned.class);
    assertThat(((Progress.Abandoned) progress).leftBehind()).contains("organization gcy");
    assertThat(flow.resumeDue(10)).isZero();
  }

  @Test
  void people_withoutGatewaysAndCallbacks_theirWordEndsTheFlow() {
    OnboardingFlow people = OnboardingFlow.builder().clock(clock).build();
    OnboardingId id = people.begin(request().build());
    Progress progress = people.advance(id);
    for (int i = 0; i < 20 && progress instanceof Progress.Waiting waiting; i++) {
      waiting.tasks().forEach(task -> people.record(new Fact.Confirmed(id, task.id())));
      progress = people.advance(id);
    }
    assertThat(progress).isInstanceOf(Progress.Completed.class);
    assertThat(((Progress.Completed) progress).onboarding().stages())
        .noneMatch(StageStatus::verified);
    assertThat(people.find(new LookupKey.ByOrder(ORDER))).hasSize(1);
  }

  @Test
  void listener_thatFails_isToldAgainWithTheSameEventId() {
    List<String> events = new ArrayList<>();
    OnboardingFlow listening =
        OnboardingFlow.builder()
            .store(store)
            .clock(clock)
            .listener(
                new OnboardingListener() {
                  @Override
                  public void taskOpened(String eventId, PersonTask task) {
                    events.add(eventId);
                    if (events.size() == 1) {
                      throw new IllegalStateException("the mail server is down");
                    }
                  }
                })
            .build();
    OnboardingId id = listening.begin(OnboardingRequest.of(ORDER).build());
    listening.advance(id);
    listening.resumeDue(10);
    listening.advance(id);
    listening.resumeDue(10);

    assertThat(events).hasSize(5);
    assertThat(events.stream().distinct()).hasSize(4);
  }

  @Test
  void explain_stepThatWasTried_countsAsPeopleSpeak() {
    gateways.orders.clear();
    OnboardingId id = flow.begin(request().build());

    flow.advance(id);
    assertThat(flow.explain(id).remarks()).contains("read order was tried once");

    clock.set(((Progress.Waiting) flow.advance(id)).notBefore().orElseThrow());
    flow.advance(id);
    assertThat(flow.explain(id).remarks()).contains("read order was tried 2 times");
  }

  @Test
  void explain_waiting_saysWhoActsNext() {
    OnboardingId id = flow.begin(request().build());
    flow.advance(id);

    Explanation explanation = flow.explain(id);

    assertThat(explanation.actsNext()).contains("SET_PASSWORD");
    assertThat(explanation.toString()).contains("ORGANIZATION by SDK").doesNotContain("wendy@");
  }
}
