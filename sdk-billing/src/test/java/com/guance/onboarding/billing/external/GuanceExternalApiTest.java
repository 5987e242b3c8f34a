package com.guance.onboarding.billing.external;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.junit5.WireMockRuntimeInfo;
import com.github.tomakehurst.wiremock.junit5.WireMockTest;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import com.guance.onboarding.billing.api.DqlQuery;
import com.guance.onboarding.billing.api.Fixtures;
import com.guance.onboarding.domain.InvalidInputException;
import com.guance.onboarding.domain.Language;
import com.guance.onboarding.domain.Secret;
import com.guance.onboarding.domain.WorkspaceId;
import com.guance.onboarding.error.AuthenticationException;
import com.guance.onboarding.transport.HttpSettings;
import com.guance.onboarding.transport.TransportRuntime;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@WireMockTest
final class GuanceExternalApiTest {

  private static final WorkspaceId ID = new WorkspaceId("wksp_00000000000000000000000000000003");
  private static final String ACCOUNT = "acnt_00000000000000000000000000000001";
  private static final Instant NOW = Instant.ofEpochSecond(1_700_000_000);

  private GuanceExternalApi api = connect("http://127.0.0.1:1", SignatureEncoding.HEX);
  private String url = "";

  @BeforeEach
  void open(WireMockRuntimeInfo wireMock) {
    url = wireMock.getHttpBaseUrl();
    api.close();
    api = connect(url, SignatureEncoding.HEX);
  }

  @AfterEach
  void close() {
    api.close();
  }

  private static GuanceExternalApi connect(String url, SignatureEncoding encoding) {
    return GuanceExternalApi.connect(
        ExternalSettings.builder()
            .http(HttpSettings.builder().baseUrl(URI.create(url)).maxAttempts(1).build())
            .accessKey(Secret.of("access-1"))
            .secretKey(Secret.of("unit-secret-1"))
            .encoding(encoding)
            .build(),
        TransportRuntime.builder().clock(Clock.fixed(NOW, ZoneOffset.UTC)).build());
  }

  private static void answer(String path, String fixture) {
    WireMock.stubFor(
        any(urlPathEqualTo("/api/v1" + path)).willReturn(okJson(Fixtures.read(fixture))));
  }

  /** The last request, whose signature has been computed once more, from what arrived. */
  private static LoggedRequest sent(boolean hex) throws Exception {
    List<LoggedRequest> all = WireMock.findAll(WireMock.anyRequestedFor(anyUrl()));
    LoggedRequest last = all.get(all.size() - 1);
    String text =
        String.join(
            " ",
            last.getMethod().getName(),
            last.getHeader("X-Df-Nonce"),
            last.getUrl(),
            last.getHeader("X-Df-Timestamp"),
            last.getBodyAsString());
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec("unit-secret-1".getBytes(UTF_8), "HmacSHA256"));
    byte[] expected = mac.doFinal(text.getBytes(UTF_8));
    assertThat(last.getHeader("X-Df-Signature"))
        .isEqualTo(
            hex
                ? HexFormat.of().formatHex(expected)
                : Base64.getEncoder().encodeToString(expected));
    assertThat(last.getHeader("X-Df-Timestamp")).isEqualTo("1700000000");
    assertThat(last.getHeader("X-Df-SVersion")).isEqualTo("v20240417");
    assertThat(last.getHeader("X-Df-Access-Key")).isEqualTo("access-1");
    assertThat(last.getHeader("Content-Type")).startsWith("application/json");
    return last;
  }

  @Test
  void accounts_searchWithSharpCharacters_isSignedAsItIsSent() throws Exception {
    answer("/account/list", "accounts");
    List<Account> accounts = api.accounts("wendy+张 &=%/?@example.com").toList();
    assertThat(accounts).singleElement().extracting(Account::id).isEqualTo(ACCOUNT);
    assertThat(accounts.get(0).workspaces())
        .containsExactly(new Membership(ID, Optional.of("acme"), List.of("owner")));
    assertThat(accounts.toString()).doesNotContain("wendy");
    LoggedRequest request = sent(true);
    assertThat(request.queryParameter("search").firstValue())
        .isEqualTo("wendy+张 &=%/?@example.com");
  }

  @Test
  void call_twice_hasAnotherNonce() throws Exception {
    answer("/account/list", "accounts");
    assertThat(api.accounts().count()).isEqualTo(1);
    String first = sent(true).getHeader("X-Df-Nonce");
    assertThat(api.accounts().count()).isEqualTo(1);
    assertThat(sent(true).getHeader("X-Df-Nonce")).isNotEqualTo(first).hasSize(32);
  }

  @Test
  void call_base64BySetting_isSignedInBase64() throws Exception {
    answer("/account/list", "accounts");
    try (GuanceExternalApi base64 = connect(url, SignatureEncoding.BASE64)) {
      assertThat(base64.accounts().count()).isEqualTo(1);
    }
    assertThat(sent(false).getHeader("X-Df-Signature")).hasSize(44);
  }

  @Test
  void addAccount_documented_isSentAndRead() throws Exception {
    answer("/account/add", "account");
    Account account =
        api.addAccount(
            NewDeployedAccount.builder()
                .userName("wendy@example.com")
                .password(Secret.of("Aa1!aaaa"))
                .name("张伟")
                .email("wendy@example.com")
                .externalId("ref-1")
                .language(Language.ZH)
                .build());
    assertThat(account.externalId()).contains("ref-1");
    assertThat(account.attributes()).containsEntry("k", "v");
    assertThat(sent(true).getBodyAsString())
        .isEqualTo(
            "{\"username\":\"wendy@example.com\",\"password\":\"Aa1!aaaa\",\"name\":\"张伟\","
                + "\"email\":\"wendy@example.com\",\"exterId\":\"ref-1\",\"language\":\"zh\"}");
  }

  @Test
  void modifyAndDeleteAccount_documented_areSent() throws Exception {
    answer("/account/" + ACCOUNT + "/modify", "account");
    answer("/account/delete", "invited");
    api.modifyAccount(ACCOUNT, AccountChanges.builder().tokenHoldTime(Duration.ofHours(1)).build());
    assertThat(sent(true).getBodyAsString()).isEqualTo("{\"tokenHoldTime\":3600}");
    api.deleteAccounts(List.of(ACCOUNT));
    assertThat(sent(true).getBodyAsString()).isEqualTo("{\"accountUUIDs\":[\"" + ACCOUNT + "\"]}");
  }

  @Test
  void workspaces_createListModifyTransfer_areSentAndRead() throws Exception {
    answer("/workspace/create", "deployed-workspace");
    answer("/workspace/list", "deployed-workspaces");
    answer("/workspace/" + ID + "/modify", "invited");
    answer("/workspace/" + ID + "/owner/transfer", "invited");
    DeployedWorkspace created =
        api.createWorkspace(
            new NewDeployedWorkspace("演示空间", ACCOUNT, Language.ZH, WorkspaceOptions.none()));
    assertThat(created.id()).isEqualTo(ID);
    assertThat(created.dataToken()).isPresent();
    assertThat(created.toString()).doesNotContain("tkn_");
    assertThat(sent(true).getBodyAsString())
        .isEqualTo("{\"name\":\"演示空间\",\"ownerUuid\":\"" + ACCOUNT + "\",\"language\":\"zh\"}");
    assertThat(api.workspaces("acme").map(DeployedWorkspace::id)).containsExactly(ID);
    WorkspaceOptions options =
        WorkspaceOptions.builder()
            .putDurations("logging", "14d")
            .leftWildcard(true)
            .withoutQueryAcceleration(true)
            .build();
    api.modifyWorkspace(ID, Optional.of("acme"), options);
    assertThat(sent(true).getBodyAsString())
        .isEqualTo(
            "{\"name\":\"acme\",\"durationSet\":{\"logging\":\"14d\"},\"leftWildcard\":true,"
                + "\"disableQueryAcceleration\":1}");
    api.transferOwner(ID, ACCOUNT);
    assertThat(sent(true).getBodyAsString()).isEqualTo("{\"accountUUID\":\"" + ACCOUNT + "\"}");
  }

  @Test
  void createWorkspace_answerLikeTheOpenApi_isReadToo() {
    answer("/workspace/create", "workspace-created");
    assertThat(
            api.createWorkspace(
                    new NewDeployedWorkspace("a", ACCOUNT, Language.EN, WorkspaceOptions.none()))
                .id())
        .isEqualTo(ID);
  }

  @Test
  void accessKeyAndDataKitsAndQuery_areSentAndRead() throws Exception {
    answer("/workspace/accesskey/add", "access-key");
    answer("/datakit/list", "datakits");
    answer("/df/" + ID + "/query_data", "query");
    assertThat(api.addAccessKey(ID, "sdk").secret()).contains(Secret.of("sampleSecret"));
    DataKitHost host = api.dataKits(ID, true).findFirst().orElseThrow();
    assertThat(host.hostName()).isEqualTo("web-1");
    assertThat(host.onlineSince()).contains(NOW);
    assertThat(sent(true).getUrl())
        .isEqualTo(
            "/api/v1/datakit/list?workspaceUUID=" + ID + "&isOnline=true&pageIndex=1&pageSize=100");
    assertThat(api.query(ID, DqlQuery.hosts(NOW.minusSeconds(60), NOW)).texts("host"))
        .containsExactly("web-1");
    assertThat(sent(true).getBodyAsString()).startsWith("{\"queries\":[");
  }

  @Test
  void call_badSignature_isAnAuthenticationError() {
    WireMock.stubFor(
        any(anyUrl())
            .willReturn(
                WireMock.aResponse()
                    .withStatus(401)
                    .withBody("{\"errorCode\":\"ft.MissingAuthHeaderInfo\",\"traceId\":\"T-1\"}")));
    assertThatThrownBy(() -> api.accounts().findFirst())
        .isInstanceOf(AuthenticationException.class)
        .hasMessage(
            "guance-external list accounts refused: ft.MissingAuthHeaderInfo"
                + " (HTTP 401, request T-1)");
  }

  @Test
  void input_idThatIsNone_isRefusedBeforeSending() {
    for (String id : List.of("../../x", "a/b", "a?b", "", "a b", "%2e%2e")) {
      assertThatThrownBy(() -> api.deleteAccounts(List.of(id)))
          .isInstanceOf(InvalidInputException.class);
      assertThatThrownBy(() -> api.modifyAccount(id, AccountChanges.builder().name("x").build()))
          .isInstanceOf(InvalidInputException.class);
    }
    assertThatThrownBy(() -> AccountChanges.builder().build())
        .isInstanceOf(InvalidInputException.class);
    assertThatThrownBy(() -> AccountChanges.builder().tokenHoldTime(Duration.ofSeconds(10)).build())
        .hasMessageContaining("1800 to 604800");
    WireMock.verify(0, WireMock.anyRequestedFor(anyUrl()));
  }

  @Test
  void print_settingsAndInputs_showNoSecret() {
    ExternalSettings settings =
        ExternalSettings.builder()
            .http(HttpSettings.builder().baseUrl(URI.create(url)).build())
            .accessKey(Secret.of("access-1"))
            .secretKey(Secret.of("unit-secret-1"))
            .build();
    assertThat(settings.toString()).doesNotContain("access-1", "unit-secret-1");
    assertThat(NewDeployedAccount.builder().userName("wendy").name("Wendy").build().toString())
        .doesNotContain("wendy", "Wendy");
  }
}
