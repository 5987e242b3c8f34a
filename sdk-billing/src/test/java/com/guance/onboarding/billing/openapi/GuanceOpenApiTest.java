package com.guance.onboarding.billing.openapi;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import com.guance.onboarding.billing.api.AccessKey;
import com.guance.onboarding.billing.api.DqlQuery;
import com.guance.onboarding.billing.api.DqlResult;
import com.guance.onboarding.billing.api.Fixtures;
import com.guance.onboarding.domain.InvalidInputException;
import com.guance.onboarding.domain.Language;
import com.guance.onboarding.domain.Secret;
import com.guance.onboarding.domain.WorkspaceId;
import com.guance.onboarding.transport.HttpSettings;
import com.guance.onboarding.transport.TransportRuntime;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class GuanceOpenApiTest {

  private static final WorkspaceId ID = new WorkspaceId("wksp_00000000000000000000000000000003");

  @RegisterExtension final WireMockExtension guance = WireMockExtension.newInstance().build();

  private final VirtualTime time = new VirtualTime(1);
  private @Nullable GuanceOpenApi opened;

  @AfterEach
  void close() {
    api().close();
  }

  private GuanceOpenApi api() {
    if (opened == null) {
      opened = connect();
    }
    return opened;
  }

  private GuanceOpenApi connect() {
    return GuanceOpenApi.connect(
        OpenApiSettings.builder()
            .http(HttpSettings.builder().baseUrl(URI.create(guance.baseUrl())).build())
            .key(() -> Secret.of("wsak_test"))
            .build(),
        TransportRuntime.builder().clock(time).sleeper(time).build());
  }

  private void answer(String path, String fixture) {
    guance.stubFor(
        any(urlPathEqualTo("/api/v1" + path)).willReturn(okJson(Fixtures.read(fixture))));
  }

  @Test
  void workspace_documentedAnswer_isRead() {
    answer("/workspace/get", "workspace");
    Workspace workspace = api().workspace();
    assertThat(workspace.id()).isEqualTo(ID);
    assertThat(workspace.name()).contains("acme-prod");
    assertThat(workspace.language()).contains(Language.ZH);
    assertThat(workspace.version()).contains(PlanVersion.COMMERCIAL);
    assertThat(workspace.billingState()).contains(BillingState.NORMAL);
    assertThat(workspace.locked()).contains(false);
    assertThat(workspace.lockedAt()).isEmpty();
    assertThat(workspace.memberCount()).hasValue(3);
    assertThat(workspace.createdAt()).contains(Instant.ofEpochSecond(1_700_000_000));
    assertThat(workspace.dataToken()).contains(Secret.of("tkn_00000000000000000000000000000004"));
    assertThat(workspace.isCommercial()).isTrue();
    assertThat(workspace.toString()).doesNotContain("tkn_", "acme");
    guance.verify(
        getRequestedFor(urlEqualTo("/api/v1/workspace/get"))
            .withHeader("DF-API-KEY", equalTo("wsak_test")));
  }

  @Test
  void createWorkspace_withKey_sendsWhatTheDocumentSays() {
    answer("/workspace/create", "workspace-created");
    CreatedWorkspace created =
        api()
            .createWorkspace(
                NewWorkspace.builder()
                    .name("acme-prod")
                    .description("KooGallery order")
                    .language(Language.ZH)
                    .keyName("sdk")
                    .build());
    assertThat(created.workspace().id()).isEqualTo(ID);
    assertThat(created.workspace().isCommercial()).isFalse();
    assertThat(created.ownerAccount()).contains("acnt_00000000000000000000000000000001");
    assertThat(created.key().flatMap(AccessKey::secret)).contains(Secret.of("sampleSecret"));
    assertThat(created.toString()).doesNotContain("sampleSecret", "wsak_", "tkn_");
    guance.verify(
        postRequestedFor(urlEqualTo("/api/v1/workspace/create"))
            .withRequestBody(
                equalToJson(
                    """
                    {"name":"acme-prod","desc":"KooGallery order","needCreateAk":true,
                     "akName":"sdk","language":"zh"}""")));
  }

  @Test
  void modifyWorkspace_newName_isSent() {
    answer("/workspace/modify", "workspace");
    assertThat(api().modifyWorkspace("acme", Optional.empty()).id()).isEqualTo(ID);
    guance.verify(
        postRequestedFor(urlEqualTo("/api/v1/workspace/modify"))
            .withRequestBody(equalToJson("{\"name\":\"acme\"}")));
  }

  @Test
  void members_bothShapes_areRead() {
    answer("/workspace/members/list", "members");
    List<Member> members = api().members().toList();
    assertThat(members).hasSize(2);
    assertThat(members.get(0).isOwner()).isTrue();
    assertThat(members.get(1).roles()).containsExactly("wsAdmin", "general");
    assertThat(members.toString()).doesNotContain("Wendy", "example.com");
    answer("/workspace/members/list", "members-nested");
    assertThat(api().members().filter(Member::isOwner).count()).isEqualTo(1);
  }

  @Test
  void members_threePages_asksForEachWhenItIsWanted() {
    for (int page = 1; page <= 3; page++) {
      guance.stubFor(
          get(urlPathEqualTo("/api/v1/workspace/members/list"))
              .withQueryParam("pageIndex", equalTo("" + page))
              .withQueryParam("pageSize", equalTo("100"))
              .willReturn(okJson(page(page, page == 3 ? 50 : 100))));
    }
    assertThat(api().members().limit(100).count()).isEqualTo(100);
    guance.verify(1, getRequestedFor(urlPathEqualTo("/api/v1/workspace/members/list")));
    assertThat(api().members().map(Member::accountId).distinct().count()).isEqualTo(250);
    guance.verify(4, getRequestedFor(urlPathEqualTo("/api/v1/workspace/members/list")));
  }

  private static String page(int page, int size) {
    StringBuilder items = new StringBuilder();
    for (int i = 0; i < size; i++) {
      items.append(i == 0 ? "" : ",").append("{\"uuid\":\"acnt_" + page + "_" + i + "\"}");
    }
    return "{\"code\":200,\"content\":[" + items + "],\"pageInfo\":{\"totalCount\":\"250\"}}";
  }

  @Test
  void members_sameFullPageForEver_isAProtocolErrorNotALoop() {
    guance.stubFor(
        get(anyUrl())
            .willReturn(
                okJson(page(1, 100).replace("\"totalCount\":\"250\"", "\"pageSize\":100"))));
    assertThatThrownBy(() -> api().members().count())
        .hasMessageContaining("pageInfo.pageIndex does not advance");
  }

  @Test
  void invite_twoPeople_sendsWhatTheDocumentSays() {
    answer("/workspace/member/batch_invitation", "invited");
    api().invite(List.of("wendy@example.com"), List.of("general"));
    guance.verify(
        postRequestedFor(urlEqualTo("/api/v1/workspace/member/batch_invitation"))
            .withRequestBody(
                equalToJson(
                    """
                    {"to":["wendy@example.com"],"roleUUIDs":["general"],"method":"email"}""")));
  }

  @Test
  void accessKeys_addAndList_areRead() {
    answer("/workspace/accesskey/add", "access-key");
    answer("/workspace/accesskey/list", "access-keys");
    AccessKey added = api().addAccessKey("sdk");
    assertThat(added.id()).isEqualTo(Secret.of("wsak_00000000000000000000000000000002"));
    assertThat(api().accessKeys().map(AccessKey::name))
        .containsExactly(Optional.of("sdk"), Optional.of("old"));
  }

  @Test
  void balance_numbersAsText_areExact() {
    answer("/billing/balance/get", "balance");
    assertThat(api().balance())
        .isEqualTo(
            new Balance(
                Optional.of(new BigDecimal("12.5")),
                Optional.of(BigDecimal.ZERO),
                Optional.of(new BigDecimal("-3"))));
  }

  @Test
  void billDetails_noneAndMisspelling_areUnderstood() {
    answer("/billing/detail/list", "bill-details");
    LocalDate day = LocalDate.of(2026, 1, 31);
    BillRow row = api().billDetails(day, day).toList().get(0);
    assertThat(row.fromCoupons()).isEmpty();
    assertThat(row.fromCloudAccount()).contains(new BigDecimal("0.5"));
    assertThat(row.cycle()).contains(BillingCycle.DAY);
    assertThat(row.workspace()).contains(ID);
    assertThat(row.settlement()).contains("huawei");
    assertThat(row.toString()).doesNotContain("0123456789abcdef", "acme");
    guance.verify(
        getRequestedFor(
            urlEqualTo("/api/v1/billing/detail/list?startDate=20260131&endDate=20260131")));
  }

  @Test
  void billSummary_withAndWithoutEnvelope_isRead() {
    answer("/billing/project/summary", "bill-summary");
    assertThat(api().billSummary())
        .containsEntry("日志", new BigDecimal("12.5"))
        .containsEntry("应用性能", new BigDecimal("3.10"))
        .doesNotContainKey("网络");
    guance.stubFor(get(anyUrl()).willReturn(okJson("{\"code\":200,\"content\":{\"日志\":\"1\"}}")));
    assertThat(api().billSummary()).containsEntry("日志", BigDecimal.ONE);
  }

  @Test
  void query_documentedAnswer_isRead() {
    answer("/df/query_data", "query");
    Instant end = Instant.ofEpochMilli(1_700_000_000_000L);
    DqlResult result = api().query(DqlQuery.hosts(end.minusSeconds(60), end));
    assertThat(result.texts("host")).containsExactly("web-1");
    assertThat(result.series().get(0).rows().get(1))
        .containsExactly(1_700_000_000_000L, null, true, "linux", 1.5);
    assertThat(result.running()).isFalse();
    assertThat(result.toString()).doesNotContain("web-1");
    guance.verify(
        getRequestedFor(urlPathEqualTo("/api/v1/df/query_data"))
            .withQueryParam(
                "queries_body",
                equalToJson(
                    """
                    {"queries":[{"qtype":"dql","query":{
                      "q":"O::HOST:(host, host_ip, os, datakit_ver)",
                      "timeRange":[1699999940000,1700000000000],"limit":10}}]}""")));
  }

  @Test
  void firstHost_noHostYet_isEmpty() {
    guance.stubFor(get(anyUrl()).willReturn(okJson("{\"code\":200,\"content\":{\"data\":[{}]}}")));
    assertThat(api().firstHost(Duration.ofMinutes(10))).isEmpty();
    answer("/df/query_data", "query");
    assertThat(api().firstHost(Duration.ofMinutes(10))).contains("web-1");
  }

  @Test
  void call_twentyFirstInAMinute_waitsForItsTurn() {
    answer("/billing/balance/get", "balance");
    long start = time.millis();
    for (int i = 0; i < 20; i++) {
      assertThat(api().balance()).isNotNull();
    }
    assertThat(time.millis()).isEqualTo(start);
    assertThat(api().balance()).isNotNull();
    assertThat(time.millis() - start).isEqualTo(61_000);
  }

  @Test
  void input_againstTheDocumentedLimits_isRefusedBeforeSending() {
    assertThatThrownBy(() -> NewWorkspace.builder().name(" ").language(Language.EN).build())
        .isInstanceOf(InvalidInputException.class)
        .hasMessageStartingWith("workspace.name");
    assertThatThrownBy(() -> api().addAccessKey("x".repeat(257)))
        .isInstanceOf(InvalidInputException.class);
    assertThatThrownBy(() -> api().invite(List.of(), List.of("general")))
        .isInstanceOf(InvalidInputException.class);
    guance.stubFor(post(anyUrl()).willReturn(aResponse().withStatus(500)));
    guance.verify(0, postRequestedFor(anyUrl()));
  }
}
