package com.guance.onboarding.examples.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.guance.onboarding.domain.OrderKey;
import com.guance.onboarding.domain.Secret;
import com.guance.onboarding.error.InvalidSettingException;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Who gets nothing from the sample backend: other sites, other names, people without a token. */
final class BackendAccessTest extends BackendVisits {

  @Test
  void form_withoutTheTokenOfThisBrowser_changesNothing() {
    OrderKey order = purchase();
    bind(order, "GCY Ltd");
    String path = path(order);
    String task = question(path, "CHOOSE_BILLING");
    String ofSomebodyElse = Visitor.formToken(new Visitor(backend.baseUri()).page(path));
    visitor.page(path);

    for (Map<String, String> form :
        List.of(
            Map.of("billing.choice", "register"),
            Map.of("billing.choice", "register", "csrf", ""),
            Map.of("billing.choice", "register", "csrf", ofSomebodyElse))) {
      assertThat(visitor.form(task, form).statusCode()).isEqualTo(403);
    }
    assertThat(asks(visitor.json(path), "CHOOSE_BILLING")).isTrue();
  }

  @Test
  void json_fromAnotherSite_isRefused() {
    String path = path(purchase());
    String task = question(path, "CREATE_ORGANIZATION");

    HttpResponse<String> answer =
        visitor.send(
            visitor
                .to(task)
                .header("Content-Type", "application/json")
                .header("Sec-Fetch-Site", "cross-site")
                .POST(java.net.http.HttpRequest.BodyPublishers.ofString(DETAILS)));

    assertThat(answer.statusCode()).isEqualTo(403);
  }

  /** A page of the internet whose name suddenly means this machine. */
  @Test
  void pages_underAnotherHostsName_areNotShown() throws IOException {
    assertThat(status("127.0.0.1:1")).isEqualTo(200);
    assertThat(status("evil.example")).isEqualTo(403);
  }

  private int status(String host) throws IOException {
    URI uri = backend.baseUri();
    try (Socket socket = new Socket(uri.getHost(), uri.getPort())) {
      socket
          .getOutputStream()
          .write(
              ("GET /onboardings HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n")
                  .getBytes(StandardCharsets.US_ASCII));
      String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return Integer.parseInt(answer.split(" ", 3)[1]);
    }
  }

  @Test
  void listen_onAHostWithoutAToken_isRefused() {
    assertThatThrownBy(
            () -> new BackendSettings.Listen(Optional.of("0.0.0.0"), 0, Optional.empty()))
        .isInstanceOf(InvalidSettingException.class)
        .hasMessageContaining("operator-token");
  }

  @Test
  void pages_withAnOperatorToken_areForTheOperatorOnly() {
    backend.close();
    backend =
        Backend.start(
            BackendSettings.of(
                    emulator.baseUri(),
                    BackendSettings.Keys.of(Mutant.PRODUCTION_KEY, Mutant.SYNC_KEY))
                .with(
                    new BackendSettings.Listen(
                        Optional.of("127.0.0.1"), 0, Optional.of(Secret.of("canary-op")))));
    visitor = new Visitor(backend.baseUri());

    assertThat(visitor.page("/onboardings").statusCode()).isEqualTo(401);
    assertThat(visitor.postJson("/onboardings/x/tasks/y", DETAILS).statusCode()).isEqualTo(401);
    assertThat(bearer("wrong").statusCode()).isEqualTo(401);
    assertThat(bearer("canary-op").statusCode()).isEqualTo(200);
    assertThat(visitor.page("/health").statusCode()).isEqualTo(200);
    assertThat(visitor.form("/operator", Map.of("token", "canary-op")).statusCode())
        .as("without the form's own token")
        .isEqualTo(403);

    String token = Visitor.formToken(visitor.page("/operator"));
    assertThat(visitor.form("/operator", Map.of("csrf", token, "token", "wrong")).statusCode())
        .isEqualTo(403);
    HttpResponse<String> in =
        visitor.form("/operator", Map.of("csrf", token, "token", "canary-op"));

    assertThat(in.statusCode()).isEqualTo(303);
    assertThat(in.headers().firstValue("Set-Cookie"))
        .hasValueSatisfying(
            cookie ->
                assertThat(cookie)
                    .contains("HttpOnly", "SameSite=Strict")
                    .doesNotContain("canary"));
    assertThat(visitor.page("/onboardings").statusCode()).isEqualTo(200);
  }

  private HttpResponse<String> bearer(String token) {
    return visitor.send(visitor.to("/onboardings").header("Authorization", "Bearer " + token));
  }
}
