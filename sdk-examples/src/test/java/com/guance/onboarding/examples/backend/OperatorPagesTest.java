package com.guance.onboarding.examples.backend;

import static org.assertj.core.api.Assertions.assertThat;

import com.guance.onboarding.OnboardingFlow;
import com.guance.onboarding.domain.OnboardingId;
import com.guance.onboarding.domain.OnboardingRequest;
import com.guance.onboarding.domain.OrderKey;
import com.guance.onboarding.domain.Secret;
import com.guance.onboarding.spi.OrderDetails;
import com.guance.onboarding.spi.OrderSource;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.SecureRandom;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OperatorPagesTest {

  private static final String JSON = "application/json";

  private final OnboardingFlow flow = OnboardingFlow.builder().callbacks(true).build();
  private final OnboardingId id =
      flow.begin(
          OnboardingRequest.of(new OrderKey("CS-1", "CS-1-000001"))
              .organization("<script>GCY", "gcy")
              .build());
  private final PageServer open = server(Optional.empty());

  private PageServer server(Optional<Secret> operatorToken) {
    return new PageServer(
        new OperatorPages(flow, new Doorkeeper(operatorToken, new SecureRandom())));
  }

  @AfterEach
  void close() {
    open.close();
    flow.close();
  }

  private String explanation() {
    return OnboardingPages.path(id) + "/explanation";
  }

  @Test
  void explanation_askedForAsJson_isTheOneOfTheFlow() {
    flow.advance(id);

    HttpResponse<String> answer = open.send(open.page(explanation(), "Accept", JSON));

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type")).contains(JSON);
    assertThat(answer.body()).isEqualTo(flow.explain(id).toJson());
  }

  @Test
  void explanation_inABrowser_isTextAndLinkedFromTheOnboarding() {
    HttpResponse<String> answer = open.send(open.page(explanation()));

    assertThat(answer.body()).contains("<pre>").contains("acts next: ").doesNotContain("<script>");
    assertThat(
            OnboardingPages.one(flow.explain(id), "token", new Keyboard(System::nanoTime))
                .toString())
        .contains("href=\"" + explanation() + "\"");
  }

  @Test
  void explanation_ofNobodyOrPosted_isRefused() {
    assertThat(open.send(open.page("/onboardings/onb_0/explanation")).statusCode()).isEqualTo(404);
    assertThat(
            open.send(open.page(explanation()).POST(HttpRequest.BodyPublishers.noBody()))
                .statusCode())
        .isEqualTo(405);
  }

  @Test
  void explanation_withAnOperatorToken_isForWhoHasIt() {
    try (PageServer closed = server(Optional.of(Secret.of("operator-1")))) {
      assertThat(closed.send(closed.page(explanation())).statusCode()).isEqualTo(401);
      assertThat(
              closed
                  .send(closed.page(explanation(), "Authorization", "Bearer operator-1"))
                  .statusCode())
          .isEqualTo(200);
    }
  }

  private static OrderSource source(OrderDetails details) {
    return order -> Optional.of(details);
  }

  /** An onboarding that has not read its order yet: one drift, which can be repaired. */
  private OnboardingFlow drifted() {
    OrderKey order = flow.get(id).order();
    OrderDetails details = OrderDetails.builder().order(order).productId("<b>product").build();
    OnboardingFlow drifted = OnboardingFlow.builder().orders(source(details)).build();
    drifted.begin(OnboardingRequest.of(order).build());
    return drifted;
  }

  private String reconciliation() {
    return OnboardingPages.path(id) + "/reconciliation";
  }

  @Test
  void reconciliation_comparedAndPostedAsJson_repairsWhatIsNamed() {
    try (OnboardingFlow drifted = drifted();
        PageServer server =
            new PageServer(
                new OperatorPages(drifted, new Doorkeeper(Optional.empty(), new SecureRandom())))) {
      HttpResponse<String> report = server.send(server.page(reconciliation(), "Accept", JSON));
      String drift = drifted.reconcile(id).repairable().iterator().next();
      assertThat(report.body()).contains("\"kind\":\"UNRECORDED\"").contains(drift);
      assertThat(drifted.reconcile(id).drifts()).hasSize(1);

      String body = "{\"drifts\":[\"" + drift + "\"]}";
      HttpRequest.Builder post =
          server
              .page(reconciliation(), "Content-Type", JSON)
              .POST(HttpRequest.BodyPublishers.ofString(body));
      assertThat(server.send(post).body()).contains("\"repaired\":[{\"id\":\"" + drift);
      assertThat(drifted.reconcile(id).drifts()).isEmpty();
    }
  }

  @Test
  void reconciliation_form_isEscapedAndNeedsTheTokenOfItsPage() {
    try (OnboardingFlow drifted = drifted();
        PageServer server =
            new PageServer(
                new OperatorPages(drifted, new Doorkeeper(Optional.empty(), new SecureRandom())))) {
      HttpResponse<String> page = server.send(server.page(reconciliation()));
      String cookie = page.headers().firstValue("Set-Cookie").orElseThrow().split(";", -1)[0];
      String token = page.body().replaceAll("(?s).*name=\"csrf\" value=\"([0-9a-f]+)\".*", "$1");
      String drift = drifted.reconcile(id).repairable().iterator().next();
      assertThat(page.body()).contains("&lt;b&gt;product").doesNotContain("<b>");

      assertThat(form(server, "", drift + "=yes").statusCode()).isEqualTo(403);
      assertThat(form(server, cookie, drift + "=yes&csrf=0").statusCode()).isEqualTo(403);
      assertThat(drifted.reconcile(id).drifts()).hasSize(1);

      assertThat(form(server, cookie, drift + "=yes&csrf=" + token).body()).contains("Repaired: ");
      assertThat(drifted.reconcile(id).drifts()).isEmpty();
    }
  }

  private HttpResponse<String> form(PageServer server, String cookie, String body) {
    HttpRequest.Builder post =
        server.page(reconciliation(), "Content-Type", "application/x-www-form-urlencoded");
    if (!cookie.isEmpty()) {
      post.header("Cookie", cookie);
    }
    return server.send(post.POST(HttpRequest.BodyPublishers.ofString(body)));
  }
}
