package com.guance.onboarding.examples.backend;

import static org.assertj.core.api.Assertions.assertThat;

import com.guance.onboarding.domain.OrderKey;
import com.guance.onboarding.domain.Secret;
import com.guance.onboarding.domain.TenantId;
import com.guance.onboarding.testkit.Emulator;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From the unified login page into the sample backend, and every way that does not lead in. */
final class BackendSignInTest {

  private static final String QUESTION = "You are signing in as Wendy@gcy, GCY &lt;b&gt; Ltd";

  private final Emulator emulator = Emulator.start();
  private final Backend backend =
      Backend.start(
          BackendSettings.of(
              emulator.baseUri(),
              new BackendSettings.Keys(
                  List.of(Secret.of(Mutant.PRODUCTION_KEY)),
                  List.of(Secret.of(Mutant.SYNC_KEY)),
                  List.of(Secret.of(SellerKeyPair.privateKey())))));
  private final Visitor visitor = new Visitor(backend.baseUri());
  private final Visitor robot = new Visitor(emulator.baseUri());
  private OrderKey order;

  @BeforeEach
  void authorize() {
    emulator
        .kooGallery()
        .connect(BackendConnection.to(backend).publicKey(SellerKeyPair.publicKey()).build());
    order = emulator.buyer().purchase();
    TenantId tenant = emulator.buyer().createOrganization("GCY <b> Ltd", "gcy");
    emulator.buyer().addMember(tenant, "Wendy");
    emulator.buyer().bind(order, tenant);
    emulator.buyer().authorize(order, "Wendy");
    visitor.until(
        "/onboardings", list -> list.at("/0/history").toString().contains("MEMBER_SYNCED"));
  }

  @AfterEach
  void close() {
    emulator.kooGallery().disconnect();
    backend.close();
    emulator.close();
  }

  /** Where KooGallery sends the browser: the landing address, with a fresh code. */
  private String landing() {
    String app = String.valueOf(emulator.rows("bindings").get(0).get("appId"));
    HttpResponse<String> login =
        robot.form(
            "/unified-login/", Map.of("appId", app, "account", "Wendy@gcy", "password", "any"));
    assertThat(login.statusCode()).isEqualTo(302);
    URI address = URI.create(login.headers().firstValue("Location").orElseThrow());
    assertThat(address.toString()).startsWith(backend.baseUri() + "/sign-in?");
    return address.getRawPath() + "?" + address.getRawQuery();
  }

  private static String cookie(HttpResponse<String> answer) {
    return answer.headers().firstValue("Set-Cookie").orElseThrow();
  }

  @Test
  void robot_signsInLikeABrowser() {
    HttpResponse<String> answer = robot.postJson("/emulator/buyer/sign-in", "{}");

    assertThat(Visitor.tree(answer).path("landing").toString())
        .isEqualTo("{\"status\":200,\"asked\":true,\"signedIn\":true}");
    assertThat(visitor.json("/onboardings").at("/0/history").toString()).contains("SIGNED_IN");
  }

  @Test
  void landing_asksFirst_andOnlyThePostLeadsInUnderANewSession() {
    HttpResponse<String> landed = visitor.page(landing());

    assertThat(landed.statusCode()).isEqualTo(200);
    assertThat(landed.body()).contains(QUESTION).doesNotContain("GCY <b>");
    assertThat(landed.headers().firstValue("Referrer-Policy")).contains("no-referrer");
    assertThat(landed.headers().firstValue("Cache-Control")).contains("no-store");
    assertThat(cookie(landed)).contains("HttpOnly", "SameSite=Strict");
    assertThat(visitor.page("/welcome").statusCode()).as("not in yet").isEqualTo(401);

    HttpResponse<String> pressed =
        visitor.form("/sign-in", Map.of("csrf", Visitor.formToken(landed)));

    assertThat(pressed.statusCode()).isEqualTo(303);
    assertThat(pressed.headers().firstValue("Location")).contains("/welcome");
    assertThat(cookie(pressed)).isNotEqualTo(cookie(landed));
    assertThat(visitor.page("/welcome").body())
        .contains("Wendy@gcy", order.toString())
        .doesNotContain("GCY <b>");
  }

  @Test
  void landing_secondVisit_findsTheSameCustomer() {
    for (int visit = 0; visit < 2; visit++) {
      HttpResponse<String> landed = visitor.page(landing());
      visitor.form("/sign-in", Map.of("csrf", Visitor.formToken(landed)));
      assertThat(visitor.page("/welcome").body()).containsOnlyOnce(order.toString());
    }
    assertThat(visitor.json("/onboardings")).hasSize(1);
  }

  @Test
  void landing_codeUsedBefore_isRefused() {
    String address = landing();
    visitor.page(address);

    HttpResponse<String> again = new Visitor(backend.baseUri()).page(address);

    assertThat(again.statusCode()).isEqualTo(403);
    assertThat(again.body()).doesNotContain("Wendy");
  }

  /** A stranger's link cannot press the button. */
  @Test
  void post_fromAnotherBrowserOrWithoutItsToken_doesNotLeadIn() {
    HttpResponse<String> landed = visitor.page(landing());
    Visitor other = new Visitor(backend.baseUri());

    assertThat(visitor.form("/sign-in", Map.of("csrf", "x")).statusCode()).isEqualTo(403);
    assertThat(other.form("/sign-in", Map.of("csrf", Visitor.formToken(landed))).statusCode())
        .isEqualTo(403);
    assertThat(visitor.page("/welcome").statusCode()).isEqualTo(401);
    assertThat(other.page("/welcome").statusCode()).isEqualTo(401);
  }

  @Test
  void landing_unknownTenantOrNoCode_isNotFoundOrMalformed() {
    assertThat(visitor.page("/sign-in?code=c&tenant=nobody").statusCode()).isEqualTo(404);
    assertThat(visitor.page("/sign-in").statusCode()).isEqualTo(400);
  }
}
