package com.guance.onboarding.examples;

import com.guance.onboarding.Answers;
import com.guance.onboarding.OnboardingFlow;
import com.guance.onboarding.OnboardingFlowBuilder;
import com.guance.onboarding.Progress;
import com.guance.onboarding.billing.gateway.BillingCenterGateway;
import com.guance.onboarding.billing.gateway.BillingCenterSettings;
import com.guance.onboarding.domain.Branch;
import com.guance.onboarding.domain.Field;
import com.guance.onboarding.domain.OnboardingId;
import com.guance.onboarding.domain.OnboardingRequest;
import com.guance.onboarding.domain.OrderKey;
import com.guance.onboarding.domain.PersonTask;
import com.guance.onboarding.domain.Secret;
import com.guance.onboarding.domain.TaskKind;
import com.guance.onboarding.examples.backend.Hands;
import com.guance.onboarding.huawei.gateway.JointOperationsGateway;
import com.guance.onboarding.huawei.gateway.JointOperationsSettings;
import com.guance.onboarding.spi.OnboardingStore;
import com.guance.onboarding.store.InMemoryStore;
import com.guance.onboarding.testkit.Emulator;
import com.guance.onboarding.testkit.EmulatorSettings;
import com.guance.onboarding.testkit.NewOrder;
import com.guance.onboarding.transport.TransportRuntime;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/** One emulator, one store, and as many flows over them as a test wants. */
final class Journey implements AutoCloseable {

  static final String PASSWORD = "Aa1!-canary-password";

  /** More than a call takes on any machine, so that none is taken for lost and sent again. */
  private static final Duration PATIENT = Duration.ofMinutes(1);

  private static final Duration LONG_DELAY = Duration.ofMillis(250);

  final Emulator emulator;
  final OnboardingStore store = InMemoryStore.create();
  final Hands hands;
  final OnboardingFlow flow;
  final RequestFile request = RequestFile.sample();
  private final Duration attemptTimeout;

  /** Spreads the waits of all calls, every time alike. */
  private final Random random = new Random(1);

  private final Set<String> played = new HashSet<>();

  Journey(Hands hands) {
    this(hands, EmulatorSettings.builder().build());
  }

  Journey(Hands hands, EmulatorSettings settings) {
    this(hands, settings, PATIENT);
  }

  /** One that takes a call for lost when the fault {@code delay} holds its answer back. */
  static Journey impatient(Hands hands) {
    return new Journey(
        hands, EmulatorSettings.builder().longDelay(LONG_DELAY).build(), LONG_DELAY.dividedBy(2));
  }

  private Journey(Hands hands, EmulatorSettings settings, Duration attemptTimeout) {
    this.hands = hands;
    this.attemptTimeout = attemptTimeout;
    this.emulator = Emulator.start(settings);
    this.flow = newFlow();
    emulator.buyer().connect(flow::record).callbacks(!hands.marketplace());
  }

  /** Another process on the same store. */
  OnboardingFlow newFlow() {
    return newFlow(OnboardingFlow.builder());
  }

  OnboardingFlow newFlow(OnboardingFlowBuilder builder) {
    return newFlow(builder, store);
  }

  /** The same over a store that stands before the store. */
  OnboardingFlow newFlow(OnboardingFlowBuilder builder, OnboardingStore front) {
    builder.store(front).clock(emulator.clock()).callbacks(!hands.marketplace());
    if (hands.marketplace()) {
      builder.marketplace(marketplace());
    }
    if (hands.billing()) {
      builder.billing(billing());
    }
    return builder.build();
  }

  JointOperationsGateway marketplace() {
    return JointOperationsGateway.connect(
        JointOperationsSettings.builder()
            .baseUrl(emulator.baseUri())
            .http(http -> http.attemptTimeout(attemptTimeout))
            .build(),
        runtime());
  }

  BillingCenterGateway billing() {
    return BillingCenterGateway.connect(
        BillingCenterSettings.builder()
            .baseUrl(emulator.baseUri())
            .http(http -> http.attemptTimeout(attemptTimeout))
            .build(),
        runtime());
  }

  TransportRuntime runtime() {
    return TransportRuntime.builder()
        .clock(emulator.clock())
        .sleeper(emulator.clock().sleeper())
        .random(random)
        .build();
  }

  OnboardingId begin(Branch branch) {
    return flow.begin(DemoWorld.prepare(emulator, request, branch));
  }

  OnboardingRequest.Builder sample(Branch branch) {
    return request.request(branch, emulator.clock().instant());
  }

  /** Has the buyer of an onboarding buy once more; what the sample answers is told again, too. */
  OnboardingRequest.Builder buyAgain(OnboardingId first, OrderKey order, boolean multiInstance) {
    emulator
        .buyer()
        .purchase(
            NewOrder.builder()
                .order(order)
                .buyer(flow.get(first).huaweiAccount().orElseThrow())
                .multiInstance(multiInstance)
                .build());
    OnboardingRequest.Builder again = OnboardingRequest.of(order);
    sample(Branch.REGISTER).build().answers().forEach(again::with);
    return again;
  }

  Progress toTheEnd(OnboardingId id) {
    return toTheEnd(id, request.order(), this::answer);
  }

  /** The same, and what it returns and explains on the way. */
  Progress toTheEnd(OnboardingId id, List<String> seen) {
    Progress progress =
        toTheEnd(
            id,
            request.order(),
            task -> {
              seen.add(task.toString());
              seen.add(flow.explain(id).toString());
              return answer(task);
            });
    seen.add(progress.toString());
    seen.add(flow.explain(id).toString());
    seen.add(flow.explain(id).toJson());
    seen.add(flow.get(id).toString());
    return progress;
  }

  /** Advances, plays people, passes time, until it ends or nothing moves any more. */
  Progress toTheEnd(OnboardingId id, OrderKey order, Answers answers) {
    return toTheEnd(flow, id, order, answers);
  }

  /** The same by another node. */
  Progress toTheEnd(OnboardingFlow node, OnboardingId id) {
    return toTheEnd(node, id, request.order(), this::answer);
  }

  Progress toTheEnd(OnboardingFlow node, OnboardingId id, Answers answers) {
    return toTheEnd(node, id, request.order(), answers);
  }

  private Progress toTheEnd(OnboardingFlow node, OnboardingId id, OrderKey order, Answers answers) {
    Progress progress = node.advance(id, answers);
    for (int i = 0; i < 100 && progress instanceof Progress.Waiting waiting; i++) {
      boolean acted = false;
      for (PersonTask task : waiting.tasks()) {
        if (!task.asksForSecret() && task.kind() != TaskKind.CORRECT && played.add(task.id())) {
          emulator.buyer().playConsole(task, order);
          acted = true;
        }
      }
      if (!acted && !pass(waiting)) {
        return progress;
      }
      progress = node.advance(id, answers);
    }
    return progress;
  }

  boolean pass(Progress.Waiting waiting) {
    Instant now = emulator.clock().instant();
    Optional<Instant> next = waiting.notBefore().filter(at -> !at.isBefore(now));
    next.ifPresent(at -> emulator.clock().advance(Duration.between(now, at).plusMillis(1)));
    return next.isPresent();
  }

  Optional<Map<String, Secret>> answer(PersonTask task) {
    return switch (task.kind()) {
      case SET_PASSWORD -> Optional.of(Map.of("password", Secret.of(PASSWORD)));
      case ENTER_CODE ->
          emulator.mail().code("wendy@example.com").map(code -> Map.of("code", code));
      case CREATE_API_KEY -> emulator.buyer().answer(task);
      default -> Optional.empty();
    };
  }

  /** How many things of a kind exist in the emulator's world. */
  /** As the buyer answers, but with this value for what has been refused. */
  Answers correcting(Field field, String value) {
    return task ->
        task.kind() == TaskKind.CORRECT
            ? Optional.of(Map.of(field.path(), Secret.of(value)))
            : answer(task);
  }

  int count(String list) {
    return ((List<?>) Objects.requireNonNull(emulator.state().get(list))).size();
  }

  @Override
  public void close() {
    flow.close();
    emulator.close();
  }
}
