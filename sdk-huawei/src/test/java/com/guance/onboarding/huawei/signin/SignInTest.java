package com.guance.onboarding.huawei.signin;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.guance.onboarding.huawei.signin.SignInFixture.APP;
import static com.guance.onboarding.huawei.signin.SignInFixture.NOW;
import static com.guance.onboarding.huawei.signin.SignInFixture.SECRET_REF;
import static com.guance.onboarding.huawei.signin.SignInFixture.TENANT;
import static com.guance.onboarding.huawei.signin.SignInFixture.member;
import static com.guance.onboarding.huawei.signin.SignInFixture.settings;
import static com.guance.onboarding.huawei.signin.SignInFixture.token;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import com.guance.onboarding.Onboarding;
import com.guance.onboarding.domain.FactKind;
import com.guance.onboarding.domain.InvalidInputException;
import com.guance.onboarding.domain.LookupKey;
import com.guance.onboarding.domain.OrderKey;
import com.guance.onboarding.domain.Secret;
import com.guance.onboarding.domain.TenantId;
import com.guance.onboarding.error.AuthenticationException;
import com.guance.onboarding.error.InvalidRequestException;
import com.guance.onboarding.error.NotFoundException;
import com.guance.onboarding.error.OnboardingException;
import com.guance.onboarding.error.PermissionException;
import com.guance.onboarding.error.ProtocolException;
import com.guance.onboarding.error.UnavailableException;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignInTest {

  private static final String TOKEN = "/api/v1/oauth2/token";
  private static final String MEMBER = "/api/v1/oauth2/userinfo";

  @RegisterExtension
  static final WireMockExtension SERVER =
      WireMockExtension.newInstance()
          .options(WireMockConfiguration.wireMockConfig().dynamicPort())
          .build();

  private final SignInFixture fixture = new SignInFixture();
  private final SignIn signIn = signIn(builder());

  @BeforeEach
  void answer() {
    SERVER.stubFor(post(urlEqualTo(TOKEN)).willReturn(okJson(token("canary-access"))));
    SERVER.stubFor(get(urlEqualTo(MEMBER)).willReturn(okJson(member("tenant-1", "wendy"))));
  }

  @Test
  void complete_ofAnAuthorizedMember_tellsWhoItIs() {
    fixture.bought("CS1", SERVER.baseUrl());

    SignedIn signedIn = signIn.complete("code-1", "tenant-1");

    assertThat(signedIn.member())
        .isEqualTo(
            Member.builder()
                .tenant(TENANT)
                .userName("wendy")
                .userId("u-1")
                .name("canary-Wendy")
                .email("canary@x.example")
                .mobile("canary-139")
                .role(Role.ADMIN)
                .tenantName("GCY Ltd")
                .departmentName("Dept")
                .departmentCode("d-1")
                .build());
    assertThat(signedIn.confirmation().textEn())
        .isEqualTo("You are signing in as wendy@gcy, GCY Ltd.");
    assertThat(signedIn.confirmation().textZh()).contains("wendy@gcy", "GCY Ltd");
    assertThat(signedIn.tokens())
        .isEqualTo(
            new Tokens(
                Secret.of("canary-access"),
                Optional.of(Secret.of("canary-refresh")),
                NOW.plusSeconds(7200)));
    SERVER.verify(
        postRequestedFor(urlEqualTo(TOKEN))
            .withHeader("Content-Type", equalTo("application/x-www-form-urlencoded"))
            .withRequestBody(
                equalTo(
                    "grant_type=authorization_code&client_id=client-1"
                        + "&client_secret=canary-client-secret&code=code-1")));
    SERVER.verify(
        getRequestedFor(urlEqualTo(MEMBER))
            .withHeader("Authorization", equalTo("Bearer canary-access"))
            .withHeader("Accept", equalTo("application/json")));
  }

  @Test
  void complete_ofATenantWithTwoOrders_listsTheNewestFirst() {
    fixture.bought("CS1", SERVER.baseUrl());
    fixture.advance(Duration.ofMinutes(1));
    fixture.bought("CS2", SERVER.baseUrl());

    assertThat(signIn.complete("code-1", "tenant-1").onboardings())
        .extracting(Onboarding::order)
        .containsExactly(new OrderKey("CS2", "CS2-1"), new OrderKey("CS1", "CS1-1"));
  }

  @Test
  void complete_visitedTwice_findsTheSameCustomerAndOpensNothing() {
    fixture.bought("CS1", SERVER.baseUrl());

    SignedIn first = signIn.complete("code-1", "tenant-1");
    fixture.advance(Duration.ofDays(30));
    SignedIn second = signIn.complete("code-2", "tenant-1");

    assertThat(second.onboardings()).hasSize(1);
    assertThat(second.onboardings().get(0).id()).isEqualTo(first.onboardings().get(0).id());
    assertThat(second.member()).isEqualTo(first.member());
    assertThat(visits()).isEqualTo(2);
  }

  @Test
  void complete_afterTheEnd_worksTheSameAndRecordsNothing() {
    fixture.bought("CS1", SERVER.baseUrl());
    Onboarding open = fixture.flow().find(new LookupKey.ByTenantApp(TENANT, APP)).get(0);
    fixture.flow().cancel(open.id(), "test");

    assertThat(signIn.complete("code-1", "tenant-1").onboardings()).hasSize(1);
    assertThat(visits()).isZero();
  }

  @Test
  void complete_withACodeUsedBefore_isRefusedOnEveryNodeForTenMinutes() {
    fixture.bought("CS1", SERVER.baseUrl());
    signIn.complete("code-1", "tenant-1");
    SignIn otherNode = signIn(builder());

    for (SignIn node : new SignIn[] {signIn, otherNode}) {
      fixture.advance(Duration.ofMinutes(3));
      assertThatThrownBy(() -> node.complete("code-1", "tenant-1"))
          .isInstanceOf(PermissionException.class)
          .hasMessageContaining("CODE_USED");
    }
    SERVER.verify(1, postRequestedFor(urlEqualTo(TOKEN)));
  }

  @Test
  void complete_withACodeThatTheServiceRefused_isNotTriedAgain() {
    fixture.bought("CS1", SERVER.baseUrl());
    SERVER.stubFor(
        post(urlEqualTo(TOKEN))
            .willReturn(
                aResponse()
                    .withStatus(400)
                    .withBody(
                        "{\"error\":\"invalid_grant\",\"error_description\":\"canary code\"}")));

    assertThatThrownBy(() -> signIn.complete("code-1", "tenant-1"))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("invalid_grant")
        .hasMessageNotContaining("canary");
    assertThatThrownBy(() -> signIn.complete("code-1", "tenant-1"))
        .isInstanceOf(PermissionException.class);
    SERVER.verify(1, anyRequestedFor(anyUrl()));
  }

  @Test
  void complete_ofAMemberOfAnotherTenant_neverComesIn() {
    fixture.bought("CS1", SERVER.baseUrl());
    SERVER.stubFor(get(urlEqualTo(MEMBER)).willReturn(okJson(member("tenant-2", "wendy"))));

    assertThatThrownBy(() -> signIn.complete("code-1", "tenant-1"))
        .isInstanceOf(PermissionException.class)
        .hasMessageContaining("OTHER_TENANT")
        .hasMessageNotContaining("tenant-2");
    assertThat(visits()).isZero();
  }

  @Test
  void complete_forATenantThatNoCallbackNamed_sendsNothing() {
    fixture.bought("CS1", SERVER.baseUrl());

    assertThatThrownBy(() -> signIn.complete("code-1", "tenant-2"))
        .isInstanceOf(NotFoundException.class)
        .hasMessageContaining("UNKNOWN_TENANT");
    SERVER.verify(0, anyRequestedFor(anyUrl()));
  }

  @Test
  void complete_ofAMemberWhomAuthSyncDisabled_isRefused() {
    fixture.bought("CS1", SERVER.baseUrl());
    fixture.memberSynced("CS1", "wendy", false, NOW.minusSeconds(10));

    assertThatThrownBy(() -> signIn.complete("code-1", "tenant-1"))
        .hasMessageContaining("MEMBER_DISABLED");
    assertThatThrownBy(
            () -> signIn(builder().membersBeforeAuthSync(true)).complete("code-2", "tenant-1"))
        .hasMessageContaining("MEMBER_DISABLED");

    fixture.memberSynced("CS1", "wendy", true, NOW.minusSeconds(5));
    assertThat(signIn.complete("code-3", "tenant-1").onboardings()).hasSize(1);
  }

  @Test
  void complete_ofAMemberWhomAuthSyncHasNotNamed_waitsUnlessAllowed() {
    fixture.bought("CS1", SERVER.baseUrl());
    SERVER.stubFor(get(urlEqualTo(MEMBER)).willReturn(okJson(member("tenant-1", "bob"))));

    assertThatThrownBy(() -> signIn.complete("code-1", "tenant-1"))
        .hasMessageContaining("MEMBER_UNKNOWN");
    assertThat(
            signIn(builder().membersBeforeAuthSync(true))
                .complete("code-2", "tenant-1")
                .member()
                .userName())
        .isEqualTo("bob");
  }

  @Test
  void complete_whileNotBoundOrUnbound_sendsNothing() {
    fixture.opened("CS1");
    fixture.tenantSynced("CS1", SERVER.baseUrl(), true, NOW.minusSeconds(60));
    assertThatThrownBy(() -> signIn.complete("code-1", "tenant-1"))
        .hasMessageContaining("UNKNOWN_TENANT");
    fixture.applicationSynced("CS1", true, NOW.minusSeconds(50));
    fixture.applicationSynced("CS1", false, NOW.minusSeconds(40));
    assertThatThrownBy(() -> signIn.complete("code-1", "tenant-1"))
        .hasMessageContaining("UNKNOWN_TENANT");
    fixture.applicationSynced("CS1", true, NOW.minusSeconds(30));
    fixture.tenantSynced("CS1", SERVER.baseUrl(), false, NOW.minusSeconds(20));
    assertThatThrownBy(() -> signIn.complete("code-1", "tenant-1"))
        .hasMessageContaining("UNKNOWN_TENANT");
    SERVER.verify(0, anyRequestedFor(anyUrl()));
  }

  @Test
  void complete_afterTheDomainChanged_usesTheOldOneUntilTheNextApplicationSync() {
    fixture.bought("CS1", SERVER.baseUrl());
    fixture.tenantSynced("CS1", "https://moved.example.com", true, NOW.minusSeconds(30));

    assertThat(signIn.complete("code-1", "tenant-1").onboardings()).hasSize(1);

    fixture.applicationSynced("CS1", true, NOW.minusSeconds(20));
    assertThat(signIn.logout(TENANT, "home").getHost()).isEqualTo("moved.example.com");
  }

  @Test
  void complete_withoutTheClientSecret_sendsNothing() {
    fixture.bought("CS1", SERVER.baseUrl());
    fixture.secrets().forget(SECRET_REF);

    assertThatThrownBy(() -> signIn.complete("code-1", "tenant-1"))
        .isInstanceOf(NotFoundException.class)
        .hasMessageContaining("NO_CLIENT_SECRET");
    SERVER.verify(0, anyRequestedFor(anyUrl()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "a b", "a\r\nb", "ä"})
  void complete_withWhatCannotBeACode_isRefused(String code) {
    assertThatThrownBy(() -> signIn.complete(code, "tenant-1"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageStartingWith("code");
    assertThatThrownBy(() -> signIn.complete("x".repeat(1025), "tenant-1"))
        .isInstanceOf(InvalidInputException.class);
    assertThatThrownBy(() -> signIn.complete("code-1", "a\nb"))
        .isInstanceOf(InvalidInputException.class);
  }

  @Test
  void complete_refusedByTheService_isTyped() {
    fixture.bought("CS1", SERVER.baseUrl());
    refuses(post(urlEqualTo(TOKEN)), 401, "{\"error\":\"invalid_client\"}");
    assertRefused("code-1", AuthenticationException.class, "invalid_client");
    refuses(post(urlEqualTo(TOKEN)), 200, "{\"error\":\"invalid_grant\"}");
    assertRefused("code-2", InvalidRequestException.class, "invalid_grant");
    refuses(post(urlEqualTo(TOKEN)), 503, "<html>canary</html>");
    assertRefused("code-3", UnavailableException.class, "503");
    refuses(post(urlEqualTo(TOKEN)), 200, "{\"token_type\":\"Bearer\"}");
    assertRefused("code-4", ProtocolException.class, "access_token");
    refuses(post(urlEqualTo(TOKEN)), 200, token("a\\r\\nb"));
    assertRefused("code-5", ProtocolException.class, "access_token");
    refuses(post(urlEqualTo(TOKEN)), 200, "{\"access_token\":\"a\",\"token_type\":\"mac\"}");
    assertRefused("code-6", ProtocolException.class, "token_type");
    answer();
    refuses(get(urlEqualTo(MEMBER)), 401, "{\"error\":\"unauthorized\"}");
    assertRefused("code-7", AuthenticationException.class, "unauthorized");
    refuses(get(urlEqualTo(MEMBER)), 200, "{\"tenant\":\"tenant-1\"}");
    assertRefused("code-8", ProtocolException.class, "userName");
    refuses(get(urlEqualTo(MEMBER)), 200, "{\"userName\":\"wendy\"}");
    assertRefused("code-9", ProtocolException.class, "tenant");
  }

  @Test
  void refresh_ofAMember_givesNewTokens() {
    fixture.bought("CS1", SERVER.baseUrl());

    Tokens tokens = signIn.refresh(TENANT, Secret.of("canary-refresh-0"));

    assertThat(tokens.access()).isEqualTo(Secret.of("canary-access"));
    SERVER.verify(
        postRequestedFor(urlEqualTo(TOKEN))
            .withRequestBody(
                equalTo(
                    "grant_type=refresh_token&client_id=client-1"
                        + "&client_secret=canary-client-secret&refresh_token=canary-refresh-0")));
    assertThatThrownBy(() -> signIn.refresh(new TenantId("tenant-2"), Secret.of("r")))
        .isInstanceOf(NotFoundException.class);
  }

  private void assertRefused(
      String code, Class<? extends OnboardingException> type, String message) {
    assertThatThrownBy(() -> signIn.complete(code, "tenant-1"))
        .isInstanceOf(type)
        .hasMessageContaining(message)
        .hasMessageNotContaining("canary");
  }

  private static void refuses(
      com.github.tomakehurst.wiremock.client.MappingBuilder request, int status, String body) {
    SERVER.stubFor(request.willReturn(aResponse().withStatus(status).withBody(body)));
  }

  private long visits() {
    return fixture
        .flow()
        .reader()
        .observed(new LookupKey.ByTenantApp(TENANT, APP), Set.of(FactKind.SIGNED_IN))
        .size();
  }

  private static SignInSettings.Builder builder() {
    return settings().addLoopbackOrigins(URI.create(SERVER.baseUrl()));
  }

  private SignIn signIn(SignInSettings.Builder settings) {
    return SignIn.connect(settings.build(), fixture.flow(), fixture.secrets(), fixture.runtime());
  }
}
