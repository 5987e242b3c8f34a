package com.guance.onboarding.examples.backend;

import static org.assertj.core.api.Assertions.assertThat;

import com.guance.onboarding.OnboardingFlow;
import com.guance.onboarding.domain.OnboardingId;
import com.guance.onboarding.domain.OnboardingRequest;
import com.guance.onboarding.domain.OrderKey;
import com.guance.onboarding.domain.Secret;
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
            open.send(
                    open.page(explanation())
                        .POST(java.net.http.HttpRequest.BodyPublishers.noBody()))
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
}
