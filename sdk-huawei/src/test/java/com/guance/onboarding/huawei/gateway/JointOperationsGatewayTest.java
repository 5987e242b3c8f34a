package com.guance.onboarding.huawei.gateway;

import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.serviceUnavailable;
import static com.guance.onboarding.huawei.gateway.GatewayServer.BINDING;
import static com.guance.onboarding.huawei.gateway.GatewayServer.BUYER;
import static com.guance.onboarding.huawei.gateway.GatewayServer.GCY;
import static com.guance.onboarding.huawei.gateway.GatewayServer.NEW_ORGANIZATION;
import static com.guance.onboarding.huawei.gateway.GatewayServer.ORDER;
import static com.guance.onboarding.huawei.gateway.GatewayServer.ORGANIZATION;
import static com.guance.onboarding.huawei.gateway.GatewayServer.ORGANIZATION_KEY;
import static com.guance.onboarding.huawei.gateway.GatewayServer.PASSWORD;
import static com.guance.onboarding.huawei.gateway.GatewayServer.ROOT;
import static com.guance.onboarding.huawei.gateway.GatewayServer.TENANT;
import static com.guance.onboarding.huawei.gateway.GatewayServer.WENDY;
import static com.guance.onboarding.huawei.gateway.GatewayServer.message;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import com.guance.onboarding.domain.AppId;
import com.guance.onboarding.domain.ChargingMode;
import com.guance.onboarding.domain.InstanceId;
import com.guance.onboarding.domain.TenantId;
import com.guance.onboarding.error.InvalidRequestException;
import com.guance.onboarding.spi.MarketplaceGateway.Binding;
import com.guance.onboarding.spi.MarketplaceGateway.BindingNames;
import com.guance.onboarding.spi.MarketplaceGateway.NewMember;
import com.guance.onboarding.spi.MarketplaceGateway.NewOrganization;
import com.guance.onboarding.spi.MarketplaceGateway.Organization;
import com.guance.onboarding.spi.OrderDetails;
import java.net.URI;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What is sent, to the letter, and what is made of the answers. */
class JointOperationsGatewayTest {

  @RegisterExtension static final WireMockExtension SERVER = GatewayServer.start();

  private final JointOperationsGateway gateway = GatewayServer.connect(SERVER.baseUrl());

  @AfterEach
  void close() {
    gateway.close();
  }

  @Test
  void order_thatExists_givesItsDetails() {
    onGet("/orders/CS-1/lines/CS-1-000001", "order");

    assertThat(gateway.order(ORDER))
        .contains(
            OrderDetails.builder()
                .order(ORDER)
                .productId("OFFI-1")
                .chargingMode(ChargingMode.ON_DEMAND)
                .buyer(BUYER)
                .multiInstance(false)
                .build());
  }

  @Test
  void order_thatIsNotVisibleYet_isEmpty() {
    GatewayServer.answerAll(SERVER, 404, "{\"error\":{\"code\":\"ORDER_NOT_FOUND\"}}");

    assertThat(gateway.order(ORDER)).isEmpty();
  }

  @Test
  void findOrganization_amongThoseOfOthers_findsTheBuyersOwn() {
    onGet(
        "/organizations?pageSize=100&huaweiAccountId=688055390f3049f283fe9f1aa90f7858"
            + "&shortName=gcy",
        "organizations");

    assertThat(gateway.findOrganization(BUYER, GCY))
        .contains(new Organization(TENANT, "GCY Ltd", GCY, true));
  }

  @Test
  void findOrganization_onALaterPage_findsIt() {
    String first = ROOT + "/organizations?pageSize=100&huaweiAccountId=" + BUYER + "&shortName=gcy";
    SERVER.stubFor(get(first).willReturn(okJson("{\"items\":[],\"nextCursor\":\"page 2\"}")));
    SERVER.stubFor(get(first + "&cursor=page%202").willReturn(okJson(message("organizations"))));

    assertThat(gateway.findOrganization(BUYER, GCY)).isPresent();
  }

  @Test
  void organization_isRead() {
    onGet("/organizations/tenant-1", "organization");

    assertThat(gateway.organization(TENANT)).isEqualTo(ORGANIZATION);
  }

  @Test
  void createOrganization_sendsKeyAndReference() {
    onPost("/organizations", ORGANIZATION_KEY, "new-organization", 201, "organization");

    assertThat(gateway.createOrganization(NEW_ORGANIZATION, ORGANIZATION_KEY))
        .isEqualTo(ORGANIZATION);
  }

  @Test
  void createOrganization_afterAFailure_isRepeatedWithTheSameKey() {
    SERVER.stubFor(
        post(ROOT + "/organizations")
            .inScenario("busy")
            .willReturn(serviceUnavailable())
            .willSetStateTo("ready"));
    SERVER.stubFor(
        post(ROOT + "/organizations")
            .inScenario("busy")
            .whenScenarioStateIs("ready")
            .willReturn(okJson(message("organization"))));

    gateway.createOrganization(NEW_ORGANIZATION, ORGANIZATION_KEY);

    SERVER.verify(
        2, postRequestedFor(anyUrl()).withHeader("Idempotency-Key", equalTo(ORGANIZATION_KEY)));
  }

  @Test
  void hasMember_comparesTheAccountToTheLetter() {
    onGet("/organizations/tenant-1/members?pageSize=100&account=Wendy", "members");
    onGet("/organizations/tenant-1/members?pageSize=100&account=WENDY", "members");

    assertThat(gateway.hasMember(TENANT, "Wendy")).isTrue();
    assertThat(gateway.hasMember(TENANT, "WENDY")).isFalse();
  }

  @Test
  void addMember_sendsThePasswordInTheBodyOnly() {
    onPost("/organizations/tenant-1/members", "member-key", "new-member", 201, "member");

    gateway.addMember(TENANT, WENDY, PASSWORD, "member-key");

    SERVER.verify(1, postRequestedFor(anyUrl()));
  }

  @Test
  void findBinding_comparesTheLine() {
    onGet("/app-bindings?pageSize=100&orderId=CS-1&orderLineId=CS-1-000001", "bindings");

    assertThat(gateway.findBinding(ORDER))
        .contains(
            new Binding(BINDING, TENANT, new BindingNames(Optional.empty(), Optional.empty())));
  }

  @Test
  void bind_givesInstanceAndApplication() {
    onPost("/app-bindings", "binding-key", "new-binding", 201, "binding");

    assertThat(gateway.bind(ORDER, TENANT, "binding-key"))
        .isEqualTo(
            new Binding(
                BINDING,
                TENANT,
                new BindingNames(
                    Optional.of(new InstanceId("inst-1")), Optional.of(new AppId("app-1")))));
  }

  @Test
  void isAuthorized_countsEnabledMembersOnly() {
    onGet("/app-bindings/binding-1/authorizations?pageSize=100", "authorizations");

    assertThat(
            Stream.of("Wendy", "Anna", "Ben", "Carl")
                .filter(account -> gateway.isAuthorized(BINDING, account)))
        .containsExactly("Wendy", "Anna");
  }

  @Test
  void authorize_sendsTheAccount() {
    onPost(
        "/app-bindings/binding-1/authorizations",
        "authorize-key",
        "new-authorizations",
        200,
        "authorizations");

    gateway.authorize(BINDING, "Wendy", "authorize-key");

    SERVER.verify(1, postRequestedFor(anyUrl()));
  }

  @Test
  void loginAddress_isRead() {
    onGet("/app-bindings/binding-1/login-address", "login-address");

    assertThat(gateway.loginAddress(BINDING))
        .isEqualTo(URI.create("https://auth.example.com/login?tenant=gcy&app=app-1"));
  }

  @Test
  void write_withAKeyThatNoHeaderCanCarry_sendsItsDigest() {
    SERVER.stubFor(post(ROOT + "/app-bindings").willReturn(okJson(message("binding"))));

    gateway.bind(ORDER, TENANT, "binding:订单");

    SERVER.verify(
        postRequestedFor(anyUrl())
            .withHeader(
                "Idempotency-Key",
                equalTo(
                    "sha256-"
                        + "2fc263248a5d1982c15043520a70b0eb17c1985859fa7674c53192b8efec7a40")));
  }

  @Test
  void write_ofAValueThatCannotBeRight_isRefusedBeforeItIsSent() {
    assertRefused(
        () ->
            gateway.createOrganization(
                new NewOrganization(BUYER, "x".repeat(61), GCY), ORGANIZATION_KEY),
        "organization.name");
    assertRefused(
        () -> gateway.addMember(TENANT, new NewMember("W", "Wendy"), PASSWORD, "k"),
        "member.account");
    assertRefused(
        () -> gateway.addMember(TENANT, new NewMember("Wendy", " "), PASSWORD, "k"), "member.name");
    assertRefused(() -> gateway.authorize(BINDING, "not an account", "k"), "member.account");
    SERVER.verify(0, postRequestedFor(anyUrl()));
  }

  @Test
  void order_withIdsThatNeedEncoding_staysOnItsPath() {
    onGet("/organizations/a%2F..%2Fb%3Fc%23d", "organization");

    assertThatThrownBy(() -> gateway.organization(new TenantId("a/../b?c#d")))
        .hasMessageContaining("organizationId is not the one that was asked for");
  }

  private static void onGet(String path, String answer) {
    SERVER.stubFor(
        get(ROOT + path)
            .withHeader("Authorization", equalTo("Bearer canary-token"))
            .withHeader("X-Request-Id", equalTo("req-1"))
            .withHeader("Idempotency-Key", absent())
            .willReturn(okJson(message(answer))));
  }

  private static void onPost(String path, String key, String body, int status, String answer) {
    SERVER.stubFor(
        post(ROOT + path)
            .withHeader("Authorization", equalTo("Bearer canary-token"))
            .withHeader("X-Request-Id", equalTo("req-1"))
            .withHeader("Idempotency-Key", equalTo(key))
            .withRequestBody(equalToJson(message(body)))
            .willReturn(jsonResponse(message(answer), status)));
  }

  private static void assertRefused(Runnable call, String field) {
    InvalidRequestException refusal =
        catchThrowableOfType(InvalidRequestException.class, call::run);
    assertThat(refusal.field()).contains(field);
    assertThat(refusal.rule()).isPresent();
    assertThat(refusal.status()).isZero();
  }
}
