package com.guance.onboarding.examples;

import com.guance.onboarding.Onboarding;
import com.guance.onboarding.OnboardingFlow;
import com.guance.onboarding.OnboardingFlowBuilder;
import com.guance.onboarding.Progress;
import com.guance.onboarding.billing.Sites;
import com.guance.onboarding.billing.datakit.InstallCommands;
import com.guance.onboarding.billing.gateway.BillingCenterGateway;
import com.guance.onboarding.billing.gateway.BillingCenterSettings;
import com.guance.onboarding.domain.Branch;
import com.guance.onboarding.domain.Field;
import com.guance.onboarding.domain.OnboardingId;
import com.guance.onboarding.domain.OnboardingRequest;
import com.guance.onboarding.domain.PersonTask;
import com.guance.onboarding.domain.Secret;
import com.guance.onboarding.domain.TaskKind;
import com.guance.onboarding.examples.backend.Hands;
import com.guance.onboarding.huawei.gateway.JointOperationsGateway;
import com.guance.onboarding.huawei.gateway.JointOperationsSettings;
import com.guance.onboarding.store.InMemorySecretStore;
import com.guance.onboarding.testkit.Emulator;
import com.guance.onboarding.testkit.EmulatorSettings;
import com.guance.onboarding.testkit.RemoteCall;
import com.guance.onboarding.transport.TransportRuntime;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** One customer, an emulator and a flow in one process. */
final class Demo {

  /** More rounds than any branch with any fault needs. */
  private static final int ROUNDS = 200;

  private static final String DELAY = "delay";
  private static final Duration PATIENCE = Duration.ofSeconds(1);
  private static final Duration IMPATIENCE = Duration.ofMillis(300);

  private final Emulator emulator;
  private final OnboardingFlow flow;
  private final Plan plan;
  private final Narrator narrator;
  private final Set<String> played = new HashSet<>();

  private Demo(Emulator emulator, OnboardingFlow flow, Plan plan, Narrator narrator) {
    this.emulator = emulator;
    this.flow = flow;
    this.plan = plan;
    this.narrator = narrator;
  }

  /** What to show. */
  record Plan(RequestFile request, Branch branch, Hands hands, Optional<String> fault) {

    /** How long a call may take; who wants to see late answers does not wait long for them. */
    Duration patience() {
      return fault.filter(DELAY::equals).map(late -> IMPATIENCE).orElse(PATIENCE);
    }
  }

  /** What came of it. */
  record Result(Onboarding onboarding, boolean completed, List<RemoteCall> calls) {}

  static Result run(Plan plan, Consumer<String> out) {
    return run(plan, out, world -> {});
  }

  /** The same, and shows the world as it is in the end. */
  static Result run(Plan plan, Consumer<String> out, Consumer<Emulator> world) {
    Set<String> operations = plan.fault().isPresent() ? operations(plan) : Set.of();
    return run(plan, new Narrator(plan, out), operations, world);
  }

  /** What the customer's way calls: told by a rehearsal in which nothing goes wrong. */
  private static Set<String> operations(Plan plan) {
    Set<String> operations = new LinkedHashSet<>();
    run(plan, new Narrator(plan, line -> {}), Set.of(), end -> {}).calls().stream()
        .map(RemoteCall::operation)
        .forEach(operations::add);
    return operations;
  }

  private static Result run(
      Plan plan, Narrator narrator, Set<String> toBeHit, Consumer<Emulator> end) {
    EmulatorSettings settings =
        EmulatorSettings.builder().longDelay(plan.patience().plusMillis(100)).build();
    try (Emulator emulator = Emulator.start(settings)) {
      DemoWatch watch = new DemoWatch(emulator, narrator, toBeHit);
      try (OnboardingFlow flow = flow(emulator, plan, watch)) {
        watch.over(flow);
        narrator.started(emulator.baseUri());
        emulator.buyer().connect(flow::record).callbacks(!plan.hands().marketplace());
        OnboardingRequest request = DemoWorld.prepare(emulator, plan.request(), plan.branch());
        narrator.replaced(request);
        plan.fault().ifPresent(profile -> toBeHit.forEach(one -> emulator.fault(profile, 1, one)));
        Result result = new Demo(emulator, flow, plan, narrator).customer(flow.begin(request));
        end.accept(emulator);
        return result;
      }
    }
  }

  private static OnboardingFlow flow(Emulator emulator, Plan plan, DemoWatch watch) {
    Hands hands = plan.hands();
    TransportRuntime runtime =
        TransportRuntime.builder()
            .clock(emulator.clock())
            .sleeper(emulator.clock().sleeper())
            .build();
    OnboardingFlowBuilder flow =
        OnboardingFlow.builder()
            .clock(emulator.clock())
            .observer(watch)
            .callbacks(!hands.marketplace())
            .install(InstallCommands.guide(Sites.documented()))
            .verification(
                DemoWorld.verifier(emulator, runtime, plan.patience()),
                InMemorySecretStore.create());
    if (hands.marketplace()) {
      flow.marketplace(
          JointOperationsGateway.connect(
              JointOperationsSettings.builder()
                  .baseUrl(emulator.baseUri())
                  .http(http -> http.attemptTimeout(plan.patience()))
                  .build(),
              runtime));
    }
    if (hands.billing()) {
      flow.billing(
          BillingCenterGateway.connect(
              BillingCenterSettings.builder()
                  .baseUrl(emulator.baseUri())
                  .http(http -> http.attemptTimeout(plan.patience()))
                  .build(),
              runtime));
    }
    return flow.build();
  }

  private Result customer(OnboardingId id) {
    Progress progress = flow.advance(id, this::answer);
    for (int round = 0; round < ROUNDS; round++) {
      narrator.stages(flow.get(id));
      if (!(progress instanceof Progress.Waiting waiting)) {
        break;
      }
      if (!people(waiting) && !time(waiting)) {
        break;
      }
      progress = flow.advance(id, this::answer);
    }
    narrator.ended(progress);
    return new Result(flow.get(id), progress instanceof Progress.Completed, emulator.callLog());
  }

  /** The robot does each console act once, and makes up no other values; whether it acted. */
  private boolean people(Progress.Waiting waiting) {
    boolean acted = false;
    for (PersonTask task : waiting.tasks()) {
      if (!task.asksForSecret() && task.kind() != TaskKind.CORRECT && played.add(task.id())) {
        narrator.plays(task);
        emulator.buyer().playConsole(task, plan.request().order());
        narrator.stages(flow.get(task.onboarding()));
        acted = true;
      }
    }
    return acted;
  }

  /** Passes the time that the flow asks for, without anybody waiting. */
  private boolean time(Progress.Waiting waiting) {
    Instant now = emulator.clock().instant();
    Optional<Instant> next = waiting.notBefore().filter(at -> !at.isBefore(now));
    next.ifPresent(
        at -> {
          narrator.waits(Duration.between(now, at));
          emulator.clock().advance(Duration.between(now, at).plusMillis(1));
        });
    return next.isPresent();
  }

  /** The person at the keyboard: nobody else sees what is typed. */
  private Optional<Map<String, Secret>> answer(PersonTask task) {
    Optional<Map<String, Secret>> typed = typed(task);
    typed.ifPresent(secrets -> narrator.types(task));
    return typed;
  }

  /** Reads the mail, makes up passwords. */
  private Optional<Map<String, Secret>> typed(PersonTask task) {
    if (task.kind() == TaskKind.CREATE_API_KEY) {
      return emulator.buyer().answer(task);
    }
    if (task.kind() == TaskKind.SET_PASSWORD) {
      return Optional.of(Map.of("password", Secret.of("Aa1!" + task.id().hashCode())));
    }
    if (task.kind() == TaskKind.ENTER_CODE) {
      Field address =
          switch (task.stage()) {
            case BILLING_ACCOUNT -> Field.BILLING_EMAIL;
            default -> Field.WORKSPACE_EMAIL;
          };
      String mailbox =
          plan.request()
              .value(address)
              .orElseGet(() -> plan.request().require(Field.BILLING_EMAIL));
      return emulator.mail().code(mailbox).map(code -> Map.of("code", code));
    }
    return Optional.empty();
  }
}
