package com.guance.onboarding.huawei.signin;

import static com.github.tomakehurst.wiremock.client.WireMock.aMultipart;
import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.guance.onboarding.huawei.signin.SignInFixture.APP;
import static com.guance.onboarding.huawei.signin.SignInFixture.TENANT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import com.guance.onboarding.domain.InvalidInputException;
import com.guance.onboarding.domain.Secret;
import com.guance.onboarding.error.AuthenticationException;
import com.guance.onboarding.error.PermissionException;
import com.guance.onboarding.error.RemoteException;
import com.guance.onboarding.error.TransportException;
import java.net.URI;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OrgIdSignInTest {

  private static final String TOKEN = "/orgid/openapi/v1/oauth2/token";
  private static final String MEMBER = "/orgid/openapi/v1/oauth2/userinfo";

  @RegisterExtension
  static final WireMockExtension SERVER =
      WireMockExtension.newInstance()
          .options(WireMockConfiguration.wireMockConfig().dynamicPort())
          .build();

  private final SignInFixture fixture = new SignInFixture();

  @BeforeEach
  void answer() {
    SERVER.stubFor(
        post(urlEqualTo(TOKEN))
            .willReturn(
                okJson(
                    "{\"access_token\":\"canary-access\",\"scope\":\"phone profile email\","
                        + "\"token_type\":\"Bearer\",\"expires_in\":7200}")));
    SERVER.stubFor(
        get(urlEqualTo(MEMBER))
            .willReturn(
                okJson(
                    "{\"tenant_name\":\"GCY Ltd\",\"tenant\":\"tenant-1\",\"role\":\"user\","
                        + "\"user_id\":\"1008\",\"user_name\":\"wendy@gcy.orgid.top\","
                        + "\"name\":\"Wendy\",\"mobile\":\"0086139\",\"employee_code\":\"E-17\"}")));
  }

  @Test
  void begin_always_sendsAFreshStateAlong() {
    OrgIdLogin login = signIn(settings()).begin();

    assertThat(login.address())
        .isEqualTo(
            URI.create(
                "https://orgid.huaweiapaas.cn/oauth2/authorize?response_type=code"
                    + "&client_id=client-1&scope=phone%20profile%20email"
                    + "&redirect_uri=https%3A%2F%2Fguance.example.com%2Forgid&state=state-1"));
    assertThat(login.state()).isEqualTo(Secret.of("state-1"));
    assertThat(login).hasToString("OrgIdLogin[***]");

    OrgIdSignIn random = OrgIdSignIn.connect(settings().build(), fixture.flow());
    assertThat(random.begin().state().reveal()).matches("[0-9a-f]{48}");
    assertThat(random.begin().state()).isNotEqualTo(random.begin().state());
  }

  @Test
  void complete_withTheRightState_tellsWhoItIs() {
    fixture.bought("CS1", "https://idp.example.com");

    SignedIn signedIn = signIn(settings()).complete("code-1", "state-1", Secret.of("state-1"));

    assertThat(signedIn.member())
        .isEqualTo(
            Member.builder()
                .tenant(TENANT)
                .userName("wendy@gcy.orgid.top")
                .userId("1008")
                .name("Wendy")
                .mobile("0086139")
                .role(Role.USER)
                .tenantName("GCY Ltd")
                .employeeCode("E-17")
                .build());
    assertThat(signedIn.confirmation())
        .isEqualTo(new Confirmation("wendy@gcy.orgid.top", "GCY Ltd"));
    assertThat(signedIn.onboardings()).hasSize(1);
    assertThat(signedIn.tokens().refresh()).isEmpty();
    SERVER.verify(
        postRequestedFor(urlEqualTo(TOKEN))
            .withHeader("Content-Type", containing("multipart/form-data"))
            .withAnyRequestBodyPart(part("grant_type", "authorization_code"))
            .withAnyRequestBodyPart(part("code", "code-1"))
            .withAnyRequestBodyPart(part("client_id", "client-1"))
            .withAnyRequestBodyPart(part("client_secret", "canary-secret"))
            .withAnyRequestBodyPart(part("redirect_uri", "https://guance.example.com/orgid")));
    SERVER.verify(
        getRequestedFor(urlEqualTo(MEMBER))
            .withHeader("X-OrgID-Authorization", equalTo("Bearer canary-access"))
            .withHeader("Authorization", absent()));
  }

  @Test
  void complete_asAMemberWhomAuthSyncHasDisabled_isRefused() {
    fixture.bought("CS1", "https://idp.example.com");
    fixture.memberSynced("CS1", "wendy", false, SignInFixture.NOW);

    for (boolean early : List.of(false, true)) {
      OrgIdSignIn signIn = signIn(settings().membersBeforeAuthSync(early));
      assertThatThrownBy(() -> signIn.complete("code-" + early, "state-1", Secret.of("state-1")))
          .isInstanceOf(PermissionException.class)
          .hasMessageContaining("MEMBER_DISABLED")
          .hasMessageNotContaining("wendy");
    }
  }

  @Test
  void complete_asAMemberWhomAuthSyncHasNotNamed_isRefusedUnlessThePartnerAllowsIt() {
    fixture.opened("CS1");
    fixture.applicationSynced("CS1", true, SignInFixture.NOW);
    fixture.memberSynced("CS1", "anna", true, SignInFixture.NOW);

    assertThatThrownBy(() -> signIn(settings()).complete("code-1", "state-1", Secret.of("state-1")))
        .isInstanceOf(PermissionException.class)
        .hasMessageContaining("MEMBER_UNKNOWN");
    assertThat(
            signIn(settings().membersBeforeAuthSync(true))
                .complete("code-2", "state-1", Secret.of("state-1"))
                .onboardings())
        .hasSize(1);
  }

  @Test
  void complete_ofAnOrganizationThatNoCallbackHasToldOf_isRefusedUnlessThePartnerAllowsIt() {
    fixture.opened("CS1");

    assertThatThrownBy(() -> signIn(settings()).complete("code-1", "state-1", Secret.of("state-1")))
        .isInstanceOf(PermissionException.class)
        .hasMessageContaining("TENANT_UNKNOWN");
    assertThat(
            signIn(settings().membersBeforeAuthSync(true))
                .complete("code-2", "state-1", Secret.of("state-1"))
                .onboardings())
        .isEmpty();
  }

  @Test
  void complete_whereOrgIdNamesTheOrganizationByItsCode_isRefusedAndNotLetInUnchecked() {
    fixture.bought("CS1", "https://idp.example.com"); // tenant-1, whose code is gcy
    SERVER.stubFor(
        get(urlEqualTo(MEMBER)).willReturn(okJson("{\"tenant\":\"gcy\",\"user_name\":\"wendy\"}")));

    assertThatThrownBy(() -> signIn(settings()).complete("code-1", "state-1", Secret.of("state-1")))
        .isInstanceOf(PermissionException.class)
        .hasMessageContaining("TENANT_UNKNOWN")
        .hasMessageNotContaining("gcy");
  }

  @Test
  void complete_withTheOtherReadingOfTheDocuments_sendsAPlainFormAndBothHeaders() {
    fixture.bought("CS1", "https://idp.example.com");
    signIn(settings().multipart(false).plainAuthorizationToo(true))
        .complete("code-1", "state-1", Secret.of("state-1"));

    SERVER.verify(
        postRequestedFor(urlEqualTo(TOKEN))
            .withRequestBody(
                equalTo(
                    "grant_type=authorization_code&code=code-1&client_id=client-1"
                        + "&client_secret=canary-secret"
                        + "&redirect_uri=https%3A%2F%2Fguance.example.com%2Forgid")));
    SERVER.verify(
        getRequestedFor(urlEqualTo(MEMBER))
            .withHeader("X-OrgID-Authorization", equalTo("Bearer canary-access"))
            .withHeader("Authorization", equalTo("Bearer canary-access")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "state-2", "STATE-1", "state-1 "})
  void complete_withAnotherState_sendsNothing(String state) {
    assertThatThrownBy(() -> signIn(settings()).complete("code-1", state, Secret.of("state-1")))
        .isInstanceOf(PermissionException.class)
        .hasMessageContaining("OTHER_STATE")
        .hasMessageNotContaining("state-1");
    SERVER.verify(0, anyRequestedFor(anyUrl()));
  }

  @Test
  void complete_withACodeUsedBefore_isRefused() {
    fixture.bought("CS1", "https://idp.example.com");
    OrgIdSignIn signIn = signIn(settings());
    signIn.complete("code-1", "state-1", Secret.of("state-1"));

    assertThatThrownBy(() -> signIn.complete("code-1", "state-1", Secret.of("state-1")))
        .isInstanceOf(PermissionException.class)
        .hasMessageContaining("CODE_USED");
    SERVER.verify(1, postRequestedFor(anyUrl()));
  }

  @Test
  void complete_whereTheTokenIsRefused_saysWhy() {
    Iterator<String> codes = List.of("OrgID.OAUTH.4000", "ORGID.OAUTH.4001").iterator();
    for (int i = 0; codes.hasNext(); i++) {
      String code = codes.next();
      String nth = "code-" + i;
      SERVER.stubFor(
          get(urlEqualTo(MEMBER))
              .willReturn(
                  aResponse()
                      .withStatus(401)
                      .withBody("{\"error_code\":\"" + code + "\",\"error_msg\":\"canary\"}")));

      assertThatThrownBy(() -> signIn(settings()).complete(nth, "state-1", Secret.of("state-1")))
          .isInstanceOf(AuthenticationException.class)
          .hasMessageContaining(code)
          .hasMessageNotContaining("canary");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "400, InvalidRequestException",
    "401, AuthenticationException",
    "403, PermissionException",
    "404, NotFoundException",
    "408, UnavailableException",
    "409, ConflictException",
    "410, NotFoundException",
    "418, RemoteException",
    "425, UnavailableException",
    "429, RateLimitedException",
    "502, UnavailableException"
  })
  void complete_refusedWithoutACode_isTypedByTheStatus(int status, String type) {
    SERVER.stubFor(post(urlEqualTo(TOKEN)).willReturn(aResponse().withStatus(status)));

    assertThatThrownBy(() -> signIn(settings()).complete("code-1", "state-1", Secret.of("state-1")))
        .isInstanceOfSatisfying(
            RemoteException.class,
            refused -> {
              assertThat(refused.getClass().getSimpleName()).isEqualTo(type);
              assertThat(refused.status()).isEqualTo(status);
            });
  }

  @Test
  void complete_redirected_doesNotFollow() {
    SERVER.stubFor(
        post(urlEqualTo(TOKEN))
            .willReturn(
                aResponse().withStatus(302).withHeader("Location", SERVER.baseUrl() + MEMBER)));

    assertThatThrownBy(() -> signIn(settings()).complete("code-1", "state-1", Secret.of("state-1")))
        .isInstanceOf(TransportException.class);
    SERVER.verify(1, anyRequestedFor(anyUrl()));
  }

  @Test
  void logout_byName_leadsBackToTheRegisteredAddressOnly() {
    OrgIdSignIn signIn =
        signIn(settings().putReturnAddresses("home", URI.create("https://guance.example.com/bye")));

    assertThat(signIn.logout("home"))
        .isEqualTo(
            URI.create(
                "https://orgid.huaweiapaas.cn/oauth/logout"
                    + "?service=https%3A%2F%2Fguance.example.com%2Fbye"));
    assertThatThrownBy(() -> signIn.logout("elsewhere")).isInstanceOf(InvalidInputException.class);
  }

  private static com.github.tomakehurst.wiremock.matching.MultipartValuePatternBuilder part(
      String name, String value) {
    return aMultipart(name).withBody(equalTo(value));
  }

  private static OrgIdSettings.Builder settings() {
    return OrgIdSettings.builder()
        .app(APP)
        .clientId("client-1")
        .clientSecret(() -> Secret.of("canary-secret"))
        .redirectUri(URI.create("https://guance.example.com/orgid"))
        .api(URI.create(SERVER.baseUrl()));
  }

  private OrgIdSignIn signIn(OrgIdSettings.Builder settings) {
    return OrgIdSignIn.connect(
        settings.build(), fixture.flow(), fixture.runtime(), () -> "state-1");
  }
}
