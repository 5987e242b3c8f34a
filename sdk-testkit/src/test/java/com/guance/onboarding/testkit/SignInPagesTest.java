package com.guance.onboarding.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.guance.onboarding.domain.OrderKey;
import com.guance.onboarding.domain.TenantId;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@OnboardingEmulator
final class SignInPagesTest {

  private final Emulator emulator;
  private final Client client;
  private final FakePartner partner = new FakePartner();
  private TenantId tenant;
  private String appId;
  private ClientRow application;

  SignInPagesTest(Emulator emulator) {
    this.emulator = emulator;
    this.client = new Client(emulator.baseUri());
  }

  @BeforeEach
  void authorize() {
    emulator.kooGallery().connect(partner.connection().build());
    OrderKey order = emulator.buyer().purchase();
    tenant = emulator.buyer().createOrganization("GCY Ltd", "gcy");
    emulator.buyer().addMember(tenant, "Wendy");
    emulator.buyer().addMember(tenant, "Mallory");
    emulator.buyer().bind(order, tenant);
    emulator.buyer().authorize(order, "Wendy");
    appId = partner.asked("applicationSync").get(0).get("appId");
    application = emulator.kooGallery().client(tenant.value(), appId);
  }

  @AfterEach
  void close() {
    emulator.kooGallery().disconnect();
    partner.close();
  }

  private Client.Reply form(String path, String body) {
    return client.send(
        HttpRequest.newBuilder(client.uri(path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  private Client.Reply login(String account) {
    return form("/unified-login/", "appId=" + appId + "&account=" + account + "&password=x");
  }

  private Map<String, String> landed() {
    URI landing = URI.create(login("Wendy%40gcy").headers().getOrDefault("location", ""));
    assertThat(landing.toString()).startsWith(partner.uri() + "/sign-in?");
    return WebRequest.pairs(landing.getRawQuery());
  }

  private Client.Reply token(String secret, String rest) {
    return form(
        SignInPages.TOKEN,
        "client_id=" + application.clientId() + "&client_secret=" + secret + "&" + rest);
  }

  private Client.Reply exchange(String code) {
    return token(application.secret().reveal(), "grant_type=authorization_code&code=" + code);
  }

  private Client.Reply userInfo(String token) {
    return client.send(
        HttpRequest.newBuilder(client.uri(SignInPages.USER_INFO))
            .header("Authorization", "Bearer " + token)
            .GET());
  }

  @Test
  void login_authorizedMember_endsWithWhoTheyAre() {
    Map<String, String> landed = landed();

    Client.Reply tokens = exchange(landed.getOrDefault("code", ""));
    Client.Reply info = userInfo(tokens.get("/access_token"));

    assertThat(landed).containsEntry("tenant", tenant.value());
    assertThat(tokens.get("/token_type")).isEqualTo("Bearer");
    assertThat(tokens.json().at("/expires_in").asInt()).isEqualTo(7200);
    assertThat(info.get("/userName")).isEqualTo("Wendy");
    assertThat(info.get("/tenant")).isEqualTo(tenant.value());
    assertThat(info.get("/projectName")).isEqualTo("GCY Ltd");
  }

  @Test
  void code_usedTwiceOrLate_isRefused() {
    String code = landed().getOrDefault("code", "");
    String late = landed().getOrDefault("code", "");
    assertThat(exchange(code).status()).isEqualTo(200);
    emulator.clock().advance(Duration.ofMinutes(6));

    assertThat(exchange(code).get("/error")).isEqualTo("invalid_grant");
    assertThat(exchange(late).get("/error")).isEqualTo("invalid_grant");
    assertThat(exchange(late).status()).isEqualTo(400);
  }

  @Test
  void token_wrongClientSecret_isRefused() {
    Client.Reply refused =
        token("wrong", "grant_type=authorization_code&code=" + landed().get("code"));

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.get("/error")).isEqualTo("invalid_client");
  }

  @Test
  void refresh_afterTwoHours_givesNewTokens() {
    Client.Reply tokens = exchange(landed().getOrDefault("code", ""));
    emulator.clock().advance(Duration.ofHours(3));
    assertThat(userInfo(tokens.get("/access_token")).status()).isEqualTo(401);

    Client.Reply refreshed =
        token(
            application.secret().reveal(),
            "grant_type=refresh_token&refresh_token=" + tokens.get("/refresh_token"));

    assertThat(userInfo(refreshed.get("/access_token")).get("/userName")).isEqualTo("Wendy");
  }

  @Test
  void login_memberWithoutPermission_getsNoCode() {
    Client.Reply page = login("Mallory%40gcy");

    assertThat(page.status()).isEqualTo(403);
    assertThat(page.headers()).doesNotContainKey("location");
  }

  @Test
  void page_hostileApplication_isEscaped() {
    Client.Reply page = client.get("/unified-login/?appId=%22%3E%3Cscript%3Ealert(1)");

    assertThat(page.status()).isEqualTo(200);
    assertThat(page.text()).doesNotContain("<script>alert");
  }

  @Test
  void logout_withAndWithoutAnAddress_redirects() {
    assertThat(client.get(SignInPages.LOGOUT + "?redirect_url=http%3A%2F%2Fx.example").headers())
        .containsEntry("location", "http://x.example");
    assertThat(client.get(SignInPages.LOGOUT).headers())
        .containsEntry("location", "/unified-login/");
  }
}
