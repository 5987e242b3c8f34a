package com.guance.onboarding.billing.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.guance.onboarding.billing.api.AccessKey;
import com.guance.onboarding.billing.api.DqlQuery;
import com.guance.onboarding.domain.BillingAccountId;
import com.guance.onboarding.domain.HuaweiAccountId;
import com.guance.onboarding.domain.Language;
import com.guance.onboarding.domain.Secret;
import com.guance.onboarding.domain.WorkspaceId;
import com.guance.onboarding.error.AuthenticationException;
import com.guance.onboarding.error.RateLimitedException;
import com.guance.onboarding.error.UnavailableException;
import com.guance.onboarding.testkit.Emulator;
import com.guance.onboarding.testkit.OnboardingEmulator;
import com.guance.onboarding.transport.HttpSettings;
import com.guance.onboarding.transport.TransportRuntime;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The client against an OpenAPI that somebody else has written from the same documents. */
@OnboardingEmulator
final class OpenApiEmulatorTest {

  private static final HuaweiAccountId BUYER = new HuaweiAccountId("buyer-1");

  private final Emulator emulator;
  private final List<GuanceOpenApi> open = new ArrayList<>();
  private WorkspaceId workspace = new WorkspaceId("wksp_none");
  private GuanceOpenApi api;

  OpenApiEmulatorTest(Emulator emulator) {
    this.emulator = emulator;
    this.api = client(Secret.of("wsak_none"), settings -> settings);
  }

  @BeforeEach
  void commercialWorkspace() {
    BillingAccountId account =
        emulator.buyer().guance().register(BUYER, "gcy-ops", "wendy@example.com");
    workspace = emulator.given().boundWorkspace(account, "gcy-prod", "zh", "cn4");
    api = client(emulator.buyer().guance().createApiKey(workspace), settings -> settings);
  }

  @AfterEach
  void close() {
    open.forEach(GuanceOpenApi::close);
  }

  private interface Change {
    OpenApiSettings.Builder of(OpenApiSettings.Builder settings);
  }

  private GuanceOpenApi client(Secret key, Change change) {
    OpenApiSettings.Builder settings =
        OpenApiSettings.builder()
            .http(HttpSettings.builder().baseUrl(emulator.openApiUri()).build())
            .key(() -> key);
    TransportRuntime runtime =
        TransportRuntime.builder()
            .clock(emulator.clock())
            .sleeper(emulator.clock().sleeper())
            .build();
    GuanceOpenApi client = GuanceOpenApi.connect(change.of(settings).build(), runtime);
    open.add(client);
    return client;
  }

  @Test
  void workspace_commercial_isReadWithTokenAndPlan() {
    for (int shape = 0; shape < 2; shape++) {
      Workspace seen = api.workspace();
      assertThat(seen.id()).isEqualTo(workspace);
      assertThat(seen.version()).contains(PlanVersion.COMMERCIAL);
      assertThat(seen.billingState()).contains(BillingState.NORMAL);
      assertThat(seen.locked()).contains(false);
      assertThat(seen.language()).contains(Language.ZH);
      assertThat(seen.dataToken().map(Secret::reveal))
          .contains(emulator.buyer().guance().dataToken(workspace).reveal());
    }
  }

  @Test
  void createWorkspace_withKey_isFreeAndItsKeyOpensIt() {
    CreatedWorkspace created =
        api.createWorkspace(
            NewWorkspace.builder().name("second").language(Language.EN).keyName("sdk").build());
    GuanceOpenApi second = client(created.key().orElseThrow().id(), settings -> settings);

    Workspace seen = second.modifyWorkspace("second-renamed", Optional.of("made by a test"));

    assertThat(seen.id()).isEqualTo(created.workspace().id());
    assertThat(seen.name()).contains("second-renamed");
    assertThat(seen.version()).contains(PlanVersion.FREE);
    assertThat(second.members().toList())
        .singleElement()
        .matches(Member::isOwner)
        .matches(owner -> owner.email().orElseThrow().equals("wendy@example.com"));
  }

  @Test
  void lists_inBothShapes_areTheSame() {
    AccessKey added = api.addAccessKey("another");
    List<String> first = api.accessKeys().map(key -> key.id().reveal()).toList();
    List<String> second = api.accessKeys().map(key -> key.id().reveal()).toList();
    api.invite(List.of("tom@example.com"), List.of("general"));

    assertThat(first).hasSize(2).contains(added.id().reveal()).isEqualTo(second);
    assertThat(emulator.rows("invitations")).hasSize(1);
  }

  @Test
  void bills_afterThreeDays_haveARowForEachAndSayWhoSettles() {
    emulator.clock().advance(Duration.ofDays(2));
    LocalDate today = LocalDate.ofInstant(emulator.clock().instant(), ZoneOffset.UTC);

    List<BillRow> rows = api.billDetails(today.minusDays(30), today).toList();

    assertThat(rows).hasSize(3);
    assertThat(rows.get(0).cloudAccount()).contains(BUYER.value());
    assertThat(rows.get(0).settlement()).contains("huawei");
    assertThat(rows.get(0).fromCash()).isEmpty();
    assertThat(api.balance().cash()).isPresent();
    assertThat(api.billSummary()).containsKeys("日志", "应用性能").doesNotContainKey("网络");
  }

  @Test
  void firstHost_dataKitReportsOnCommand_isSeenFromThenOn() {
    assertThat(api.firstHost(Duration.ofHours(1))).isEmpty();
    assertThat(api.firstHost(Duration.ofHours(1))).isEmpty();

    Secret token = emulator.buyer().guance().dataToken(workspace);
    emulator.buyer().guance().reportDataKit(token, "web-1");
    emulator.clock().advance(Duration.ofSeconds(1));

    assertThat(api.firstHost(Duration.ofHours(1))).contains("web-1");
    assertThat(
            api.query(
                    DqlQuery.builder()
                        .text("L::*:(message)")
                        .start(emulator.clock().instant().minusSeconds(60))
                        .end(emulator.clock().instant())
                        .build())
                .texts("message"))
        .isEmpty();
  }

  @Test
  void call_unknownKey_isABadKeyAndNothingElse() {
    GuanceOpenApi stranger = client(Secret.of("wsak_stranger"), settings -> settings);

    assertThatThrownBy(stranger::workspace)
        .isInstanceOf(AuthenticationException.class)
        .hasMessageContaining("ft.InvalidAPIKey")
        .hasMessageContaining("request TRACE-");
  }

  @Test
  void call_withoutPacing_isThrottledAfterTwentyAndRecoversByWaiting() {
    GuanceOpenApi eager =
        client(
            emulator.buyer().guance().createApiKey(workspace),
            settings ->
                settings
                    .pacing(Pacing.of(1000, 1000))
                    .deadline(Duration.ofSeconds(15))
                    .throttledWait(Duration.ofSeconds(20)));
    for (int i = 0; i < 20; i++) {
      eager.balance();
    }
    assertThatThrownBy(eager::balance)
        .isInstanceOf(RateLimitedException.class)
        .hasMessageContaining("ft.TriggerApiAkCurrentLimiting");

    emulator.clock().advance(Duration.ofMinutes(1));

    assertThat(eager.balance().cash()).isPresent();
  }

  /** As many keys as it takes to reach the limit of the workspace before that of any key. */
  private List<GuanceOpenApi> clientsWithTenKeys(Change change) {
    List<GuanceOpenApi> clients = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      clients.add(client(emulator.buyer().guance().createApiKey(workspace), change));
    }
    return clients;
  }

  @Test
  void call_tenKeysOfOneWorkspaceWithoutPacing_areThrottledAtTheWorkspacesLimit() {
    Change eager =
        settings -> settings.pacing(Pacing.of(1000, 1000)).deadline(Duration.ofSeconds(15));
    List<GuanceOpenApi> clients = clientsWithTenKeys(eager);
    for (int i = 0; i < 200; i++) {
      clients.get(i % 10).balance();
    }
    GuanceOpenApi eleventh = client(emulator.buyer().guance().createApiKey(workspace), eager);

    assertThatThrownBy(eleventh::balance)
        .isInstanceOf(RateLimitedException.class)
        .hasMessageContaining("ft.TriggerApiWorkspaceCurrentLimiting");
  }

  @Test
  void call_throttledAtTheWorkspacesLimit_otherKeysOfTheWorkspaceWaitWithoutAsking() {
    Pacing shared = Pacing.of(1000, 1000);
    Change eager =
        settings ->
            settings
                .workspace(workspace)
                .pacing(shared)
                .throttledWait(Duration.ofSeconds(20))
                .deadline(Duration.ofSeconds(15));
    List<GuanceOpenApi> clients = clientsWithTenKeys(eager);
    for (int i = 0; i < 200; i++) {
      clients.get(i % 10).balance();
    }
    GuanceOpenApi eleventh = client(emulator.buyer().guance().createApiKey(workspace), eager);
    GuanceOpenApi twelfth = client(emulator.buyer().guance().createApiKey(workspace), eager);
    assertThatThrownBy(eleventh::balance).isInstanceOf(RateLimitedException.class);
    int asked = emulator.remoteCalls("openApiGetBalance");

    assertThatThrownBy(twelfth::balance)
        .isInstanceOf(RateLimitedException.class)
        .hasMessageContaining("client-side-pacing");
    assertThat(emulator.remoteCalls("openApiGetBalance")).isEqualTo(asked);
  }

  @Test
  void call_tenKeysOfOneWorkspacePaced_neverReachTheWorkspacesLimit() {
    Pacing shared = Pacing.documented();
    List<GuanceOpenApi> clients =
        clientsWithTenKeys(settings -> settings.workspace(workspace).pacing(shared));
    Instant begin = emulator.clock().instant();

    for (int i = 0; i < 230; i++) {
      assertThat(clients.get(i % 10).balance().cash()).isPresent();
    }

    assertThat(Duration.between(begin, emulator.clock().instant()))
        .isGreaterThanOrEqualTo(Duration.ofSeconds(61));
    assertThat(emulator.remoteCalls("openApiGetBalance")).isEqualTo(230);
  }

  @Test
  void call_faults_areSurvivedOrTyped() {
    emulator.fault("throttle", 1, "openApiGetWorkspace");
    assertThat(api.workspace().id()).isEqualTo(workspace);
    emulator.fault("unknown-fields", 1, "openApiGetWorkspace");
    assertThat(api.workspace().id()).isEqualTo(workspace);
    emulator.fault("cut-before", 1, "openApiGetWorkspace");
    assertThat(api.workspace().id()).isEqualTo(workspace);
    emulator.fault("error-500", 9, "openApiGetWorkspace");
    assertThatThrownBy(api::workspace).isInstanceOf(UnavailableException.class);
  }
}
