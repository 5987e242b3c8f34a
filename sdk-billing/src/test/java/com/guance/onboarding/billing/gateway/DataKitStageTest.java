package com.guance.onboarding.billing.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.guance.onboarding.Answers;
import com.guance.onboarding.OnboardingFlow;
import com.guance.onboarding.Progress;
import com.guance.onboarding.billing.SiteHosts;
import com.guance.onboarding.billing.Sites;
import com.guance.onboarding.billing.api.StubServer;
import com.guance.onboarding.billing.datakit.InstallCommands;
import com.guance.onboarding.billing.datakit.InstallOptions;
import com.guance.onboarding.billing.datakit.Platform;
import com.guance.onboarding.billing.datakit.TokenCheck;
import com.guance.onboarding.domain.BillingAccountId;
import com.guance.onboarding.domain.Fact;
import com.guance.onboarding.domain.OnboardingId;
import com.guance.onboarding.domain.OnboardingRequest;
import com.guance.onboarding.domain.OrderKey;
import com.guance.onboarding.domain.PersonTask;
import com.guance.onboarding.domain.Secret;
import com.guance.onboarding.domain.Site;
import com.guance.onboarding.domain.TaskKind;
import com.guance.onboarding.domain.WorkspaceId;
import com.guance.onboarding.error.NotFoundException;
import com.guance.onboarding.error.PermissionException;
import com.guance.onboarding.error.Refusal;
import com.guance.onboarding.spi.BillingGateway;
import com.guance.onboarding.spi.OrderDetails;
import com.guance.onboarding.spi.WorkspaceFinding;
import com.guance.onboarding.spi.WorkspaceFinding.Result;
import com.guance.onboarding.testkit.Emulator;
import com.guance.onboarding.testkit.OnboardingEmulator;
import com.guance.onboarding.transport.HttpSettings;
import com.guance.onboarding.transport.TransportRuntime;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The last stage through the gateway, without an API key: which command to run, whether the dataway
 * takes the token, the first DataKit.
 */
@OnboardingEmulator
final class DataKitStageTest {

  private static final Site CN4 = new Site("cn4");
  private static final OrderKey ORDER = new OrderKey("CS-1", "CS-1-000001");
  private static final String CHECK = "datawayCheckToken";

  private final Emulator emulator;
  private WorkspaceId workspace = new WorkspaceId("none");

  DataKitStageTest(Emulator emulator) {
    this.emulator = emulator;
  }

  @BeforeEach
  void begin() {
    BillingAccountId account =
        emulator
            .given()
            .billingAccount(emulator.buyer().account(), "gcy-ops", "wendy@example.com", "GCY Ltd");
    this.workspace = emulator.given().boundWorkspace(account, "gcy-prod", "zh", "cn4");
  }

  private static Sites sites(URI dataway) {
    return Sites.documented()
        .with(SiteHosts.builder().from(Sites.documented().hosts(CN4)).openway(dataway).build());
  }

  private OnboardingFlow flow(Consumer<BillingCenterSettings.Builder> change) {
    BillingCenterSettings.Builder settings =
        BillingCenterSettings.builder().baseUrl(emulator.billingCenterUri());
    change.accept(settings);
    return flow(BillingCenterGateway.connect(settings.build()));
  }

  private OnboardingFlow flow(BillingGateway gateway) {
    return OnboardingFlow.builder()
        .clock(emulator.clock())
        .orders(
            order ->
                Optional.of(
                    OrderDetails.builder().order(order).buyer(emulator.buyer().account()).build()))
        .billing(gateway)
        .install(InstallCommands.guide(Sites.documented()))
        .build();
  }

  private OnboardingFlow checking(URI dataway) {
    return flow(settings -> settings.sites(sites(dataway)).tokenChecks(TokenCheck::connect));
  }

  private OnboardingId begin(OnboardingFlow flow) {
    return flow.begin(
        OnboardingRequest.of(ORDER)
            .organization("GCY Ltd", "gcy")
            .member("Wendy")
            .terms("2026-01", "Wendy", emulator.clock().instant())
            .build());
  }

  /** People do KooGallery's part; time passes where the flow asks for it. */
  private Progress toTheDataKit(OnboardingFlow flow, OnboardingId id) {
    Progress progress = flow.advance(id);
    for (int i = 0; i < 10 && progress instanceof Progress.Waiting waiting; i++) {
      if (task(waiting, TaskKind.INSTALL_DATAKIT).isPresent()) {
        return progress;
      }
      waiting.tasks().forEach(task -> flow.record(new Fact.Confirmed(id, task.id())));
      progress = flow.advance(id);
    }
    return progress;
  }

  private static Optional<PersonTask> task(Progress progress, TaskKind kind) {
    return progress instanceof Progress.Waiting waiting
        ? waiting.tasks().stream().filter(task -> task.kind() == kind).findFirst()
        : Optional.empty();
  }

  private Progress later(OnboardingFlow flow, OnboardingId id, Progress progress) {
    Instant next = ((Progress.Waiting) progress).notBefore().orElseThrow();
    emulator.clock().advance(Duration.between(emulator.clock().instant(), next).plusMillis(1));
    return flow.advance(id, Answers.none());
  }

  @Test
  void advance_dataKitToInstall_showsTheMaskedCommandsOfTheSite() {
    try (OnboardingFlow flow = flow(settings -> {})) {
      OnboardingId id = begin(flow);

      PersonTask install = task(toTheDataKit(flow, id), TaskKind.INSTALL_DATAKIT).orElseThrow();

      SiteHosts cn4 = Sites.documented().hosts(CN4);
      String linux = InstallCommands.masked(cn4, Platform.LINUX, InstallOptions.none());
      assertThat(install.commands())
          .containsOnlyKeys("linux", "macos", "windows", "kubernetes")
          .containsEntry("linux", linux);
      assertThat(install.commands().values()).allMatch(line -> line.contains("cn4-openway"));
      assertThat(install.commands().values()).allMatch(line -> line.contains("***"));
      assertThat(install.textEn()).contains(linux);
      assertThat(install.textZh()).contains(linux);

      Secret token;
      try (BillingCenterGateway gateway =
          BillingCenterGateway.connect(
              BillingCenterSettings.builder().baseUrl(emulator.billingCenterUri()).build())) {
        token = gateway.installToken(workspace);
      }
      assertThat(install.commands().toString() + install.textEn() + install.textZh())
          .doesNotContain(token.reveal());
      assertThat(
              InstallCommands.of(cn4, token)
                  .command(Platform.LINUX, InstallOptions.none())
                  .reveal())
          .isEqualTo(linux.replace("***", token.reveal()));
    }
  }

  @Test
  void advance_datawayTakesTheToken_asksOnceAndWaitsForTheDataKit() {
    try (OnboardingFlow flow = checking(emulator.datawayUri())) {
      OnboardingId id = begin(flow);
      Progress waiting = toTheDataKit(flow, id);
      assertThat(emulator.remoteCalls(CHECK)).isOne();
      assertThat(task(waiting, TaskKind.MEND_WORKSPACE)).isEmpty();

      waiting = later(flow, id, waiting);
      emulator.buyer().guance().reportDataKit(emulator.buyer().guance().dataToken(workspace), "h1");

      assertThat(later(flow, id, waiting)).isInstanceOf(Progress.Completed.class);
      assertThat(emulator.remoteCalls(CHECK)).isOne();
      assertThat(emulator.remoteCalls("getInstallToken")).isOne();
    }
  }

  @Test
  void advance_datawayDoesNotKnowTheToken_isATaskUntilItDoes() {
    try (StubServer dataway = new StubServer();
        OnboardingFlow flow = checking(dataway.address())) {
      dataway.answer(403, "{\"errorCode\":\"kodo.tokenNotFound\"}");
      OnboardingId id = begin(flow);

      Progress waiting = toTheDataKit(flow, id);

      PersonTask mend = task(waiting, TaskKind.MEND_WORKSPACE).orElseThrow();
      assertThat(mend.textEn()).contains("does not know its token");
      assertThat(((Progress.Waiting) waiting).problem().orElseThrow().code())
          .isEqualTo("TOKEN_NOT_FOUND");
      assertThat(flow.explain(id).toString() + mend.textEn()).doesNotContain("tkn_");

      dataway.answer(200, "{\"code\":200}");
      flow.record(new Fact.Confirmed(id, mend.id()));
      Progress mended = flow.advance(id);

      assertThat(task(mended, TaskKind.MEND_WORKSPACE)).isEmpty();
      assertThat(((Progress.Waiting) mended).problem()).isEmpty();
      assertThat(task(mended, TaskKind.INSTALL_DATAKIT)).isPresent();
    }
  }

  @Test
  void advance_tokenRefusedButADataKitReports_completes() {
    try (StubServer dataway = new StubServer();
        OnboardingFlow flow = checking(dataway.address())) {
      dataway.answer(403, "{\"errorCode\":\"kodo.tokenNotFound\"}");

      assertThat(withADataKit(flow)).isInstanceOf(Progress.Completed.class);
    }
  }

  @Test
  void explain_datawayCannotBeAsked_saysSoAndGoesOn() {
    try (StubServer dataway = new StubServer();
        OnboardingFlow flow = checking(dataway.address())) {
      dataway.answer(400, "no json");
      OnboardingId id = begin(flow);

      Progress waiting = toTheDataKit(flow, id);

      assertThat(task(waiting, TaskKind.MEND_WORKSPACE)).isEmpty();
      assertThat(flow.explain(id).remarks()).contains("Guance does not say the workspace's TOKEN");
    }
  }

  private static TokenCheck once(SiteHosts site) {
    return TokenCheck.connect(
        HttpSettings.builder().baseUrl(site.openway()).maxAttempts(1).build(),
        TransportRuntime.system());
  }

  @Test
  void advance_datawayCannotBeAskedAtFirst_isAskedAgain() {
    try (StubServer dataway = new StubServer();
        OnboardingFlow flow =
            flow(
                settings ->
                    settings.sites(sites(dataway.address())).tokenChecks(DataKitStageTest::once))) {
      dataway.answer(500, "oops");
      OnboardingId id = begin(flow);
      Progress waiting = toTheDataKit(flow, id);
      assertThat(task(waiting, TaskKind.MEND_WORKSPACE)).isEmpty();

      dataway.answer(200, "{\"code\":403,\"errorCode\":\"kodo.tokenNotFound\"}");
      for (int i = 0; i < 5 && task(waiting, TaskKind.MEND_WORKSPACE).isEmpty(); i++) {
        waiting = later(flow, id, waiting);
      }

      assertThat(task(waiting, TaskKind.MEND_WORKSPACE).orElseThrow().textEn())
          .contains("does not know its token");
    }
  }

  /** The gateway fails, or answers what nobody can read: the DataKit is waited for all the same. */
  @ParameterizedTest
  @ValueSource(strings = {"error-500", "malformed"})
  void advance_tokenIsNotGivenOut_completesWithTheDataKit(String fault) {
    try (OnboardingFlow flow =
        flow(
            settings ->
                settings
                    .sites(sites(emulator.datawayUri()))
                    .tokenChecks(TokenCheck::connect)
                    .http(http -> http.maxAttempts(1)))) {
      emulator.fault(fault, 100, "getInstallToken");

      assertThat(withADataKit(flow)).isInstanceOf(Progress.Completed.class);

      assertThat(emulator.remoteCalls(CHECK)).isZero();
    }
  }

  @Test
  void advance_tokenIsNotForThisPartner_completesWithTheDataKit() {
    BillingCenterSettings settings =
        BillingCenterSettings.builder()
            .baseUrl(emulator.billingCenterUri())
            .tokenChecks(TokenCheck::connect)
            .build();
    AtomicInteger refused = new AtomicInteger();
    try (OnboardingFlow flow =
        flow(tellingNoToken(BillingCenterGateway.connect(settings), refused))) {
      assertThat(withADataKit(flow)).isInstanceOf(Progress.Completed.class);
    }
    assertThat(refused).hasPositiveValue();
  }

  /** The same gateway, which refuses to read the token. */
  private static BillingGateway tellingNoToken(BillingGateway gateway, AtomicInteger refused) {
    return (BillingGateway)
        Proxy.newProxyInstance(
            BillingGateway.class.getClassLoader(),
            new Class<?>[] {BillingGateway.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("checkToken")) {
                refused.incrementAndGet();
                throw new PermissionException(
                    Refusal.of("billing-center", "read token").status(403).build());
              }
              Object result = method.invoke(gateway, arguments);
              return result instanceof BillingGateway bound
                  ? tellingNoToken(bound, refused)
                  : result;
            });
  }

  private Progress withADataKit(OnboardingFlow flow) {
    OnboardingId id = begin(flow);
    Progress waiting = toTheDataKit(flow, id);
    emulator.buyer().guance().reportDataKit(emulator.buyer().guance().dataToken(workspace), "h1");
    for (int i = 0; i < 5 && waiting instanceof Progress.Waiting; i++) {
      waiting = later(flow, id, waiting);
    }
    return waiting;
  }

  @Test
  void finding_noTokenOrNoSuchSite_isNoObstacle() {
    TokenChecks checks =
        new TokenChecks(
            Sites.documented(), Optional.of(TokenCheck::connect), Optional.of(Duration.ofDays(1)));

    WorkspaceFinding hidden =
        checks.finding(
            CN4,
            () -> {
              throw new NotFoundException(Refusal.of("billing-center", "read token").build());
            });
    WorkspaceFinding nowhere = checks.finding(new Site("mars1"), () -> Secret.of("tkn_1"));

    assertThat(hidden.result()).isEqualTo(Result.UNVERIFIED);
    assertThat(hidden.problem().orElseThrow().rule()).contains("does not tell the token");
    assertThat(nowhere.result()).isEqualTo(Result.UNVERIFIED);
    assertThat(nowhere.problem().orElseThrow().rule()).contains("dataway is not known");
  }
}
