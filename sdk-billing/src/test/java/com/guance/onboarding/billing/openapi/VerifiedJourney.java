package com.guance.onboarding.billing.openapi;

import com.guance.onboarding.Answers;
import com.guance.onboarding.OnboardingFlow;
import com.guance.onboarding.OnboardingFlowBuilder;
import com.guance.onboarding.Progress;
import com.guance.onboarding.billing.SiteHosts;
import com.guance.onboarding.billing.Sites;
import com.guance.onboarding.billing.gateway.BillingCenterGateway;
import com.guance.onboarding.billing.gateway.BillingCenterSettings;
import com.guance.onboarding.domain.OnboardingId;
import com.guance.onboarding.domain.OnboardingRequest;
import com.guance.onboarding.domain.OrderKey;
import com.guance.onboarding.domain.PersonTask;
import com.guance.onboarding.domain.Site;
import com.guance.onboarding.domain.TaskKind;
import com.guance.onboarding.domain.WorkspaceId;
import com.guance.onboarding.spi.OrderDetails;
import com.guance.onboarding.store.InMemorySecretStore;
import com.guance.onboarding.testkit.Emulator;
import com.guance.onboarding.transport.TransportRuntime;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** One customer whose consoles people work in, and Guance's public APIs to confirm it. */
final class VerifiedJourney implements AutoCloseable {

  final Emulator emulator;
  final InMemorySecretStore keys = InMemorySecretStore.create();
  final OnboardingFlow flow;
  final OrderKey order;
  final OnboardingId id;
  final Set<TaskKind> leftAlone = EnumSet.noneOf(TaskKind.class);
  private final Set<String> played = new HashSet<>();

  /** Where site cn4 answers: the OpenAPI, and the dataway. */
  record Addresses(URI openApi, URI dataway) {}

  VerifiedJourney(Emulator emulator) {
    this(emulator, new Addresses(emulator.openApiUri(), emulator.datawayUri()), builder -> builder);
  }

  VerifiedJourney(
      Emulator emulator, Addresses addresses, UnaryOperator<OnboardingFlowBuilder> change) {
    this.emulator = emulator;
    this.flow =
        change
            .apply(
                OnboardingFlow.builder()
                    .clock(emulator.clock())
                    .verification(verifier(addresses), keys))
            .build();
    emulator.buyer().connect(flow::record).callbacks(false);
    this.order = emulator.buyer().purchase();
    this.id =
        flow.begin(
            OnboardingRequest.of(order)
                .organization("GCY Ltd", "gcy")
                .member("Wendy")
                .registerBillingAccount("gcy-ops", "wendy@example.com")
                .enterprise("GCY Ltd")
                .terms("2026-01", "Wendy", emulator.clock().instant())
                .createWorkspace("gcy-prod", "zh", "cn4")
                .build());
  }

  /** The same where the Billing Center gateway does what people would have to do. */
  static VerifiedJourney withGateway(Emulator emulator) {
    return new VerifiedJourney(
        emulator,
        new Addresses(emulator.openApiUri(), emulator.datawayUri()),
        builder ->
            builder
                .billing(
                    BillingCenterGateway.connect(
                        BillingCenterSettings.builder()
                            .baseUrl(emulator.billingCenterUri())
                            .build()))
                .orders(
                    order ->
                        Optional.of(
                            OrderDetails.builder()
                                .order(order)
                                .buyer(emulator.buyer().account())
                                .build())));
  }

  TransportRuntime runtime() {
    return TransportRuntime.builder()
        .clock(emulator.clock())
        .sleeper(emulator.clock().sleeper())
        .build();
  }

  private OpenApiVerifier verifier(Addresses addresses) {
    SiteHosts hosts =
        SiteHosts.builder()
            .site(new Site("cn4"))
            .openApi(addresses.openApi())
            .openway(addresses.dataway())
            .build();
    return OpenApiVerifier.of(
        VerifierSettings.builder().sites(Sites.documented().with(hosts)).build(), runtime());
  }

  WorkspaceId workspace() {
    return flow.get(id).workspace().orElseThrow().id();
  }

  Progress run() {
    return run(emulator.buyer()::answer);
  }

  /** Advances, plays people once for each task, passes time, until it ends or nobody moves. */
  Progress run(Answers answers) {
    Progress progress = flow.advance(id, answers);
    for (int i = 0; i < 40 && progress instanceof Progress.Waiting waiting; i++) {
      if (!people(waiting) && !pass(waiting)) {
        return progress;
      }
      progress = flow.advance(id, answers);
    }
    return progress;
  }

  private boolean people(Progress.Waiting waiting) {
    boolean acted = false;
    for (PersonTask task : waiting.tasks()) {
      boolean open = !task.asksForSecret() && !leftAlone.contains(task.kind());
      if (open && played.add(task.id())) {
        emulator.buyer().playConsole(task, order);
        acted = true;
      }
    }
    return acted;
  }

  private boolean pass(Progress.Waiting waiting) {
    Instant now = emulator.clock().instant();
    Optional<Instant> next = waiting.notBefore().filter(at -> !at.isBefore(now));
    next.ifPresent(at -> emulator.clock().advance(Duration.between(now, at).plusMillis(1)));
    return next.isPresent();
  }

  @Override
  public void close() {
    flow.close();
  }
}
