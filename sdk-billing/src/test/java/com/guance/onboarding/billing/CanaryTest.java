package com.guance.onboarding.billing;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.guance.onboarding.billing.api.StubServer;
import com.guance.onboarding.billing.datakit.TokenCheck;
import com.guance.onboarding.billing.external.AccountChanges;
import com.guance.onboarding.billing.external.ExternalSettings;
import com.guance.onboarding.billing.external.GuanceExternalApi;
import com.guance.onboarding.billing.external.NewDeployedAccount;
import com.guance.onboarding.billing.openapi.GuanceOpenApi;
import com.guance.onboarding.billing.openapi.OpenApiSettings;
import com.guance.onboarding.billing.openapi.Pacing;
import com.guance.onboarding.domain.Secret;
import com.guance.onboarding.transport.HttpSettings;
import com.guance.onboarding.transport.TransportRuntime;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** Plants a word in every secret and personal field and looks for it in all that can be seen. */
final class CanaryTest {

  private static final String CANARY = "canary7d1e";
  private static final List<String> ANSWERS =
      List.of(
          "{\"code\":200,\"content\":{\"uuid\":\"wksp_1\",\"name\":\"canary7d1e\",\"token\":"
              + "\"tkn_canary7d1e\",\"email\":\"canary7d1e@example.com\",\"sk\":\"canary7d1e\"}}",
          "{\"code\":400,\"errorCode\":\"ft.x canary7d1e\",\"message\":\"canary7d1e\","
              + "\"traceId\":\"canary7d1e@example.com\",\"success\":false}",
          "{\"content\":{\"uuid\":{\"canary7d1e@\":1},\"isLocked\":\"canary7d1e\"}}",
          "canary7d1e",
          "<html>canary7d1e");

  private final ListAppender<ILoggingEvent> log = new ListAppender<>();
  private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
  private final Level level = root.getLevel();
  private final StubServer server = new StubServer();
  private final StringBuilder seen = new StringBuilder();

  @BeforeEach
  void listen() {
    log.start();
    root.setLevel(Level.TRACE);
    root.addAppender(log);
  }

  @AfterEach
  void close() {
    root.detachAppender(log);
    root.setLevel(level);
    server.close();
  }

  @Test
  void everything_secretAndPersonal_isNowhereToBeSeen() {
    HttpSettings http = HttpSettings.builder().baseUrl(server.address()).maxAttempts(1).build();
    OpenApiSettings open =
        OpenApiSettings.builder()
            .http(http)
            .key(() -> Secret.of("wsak_" + CANARY))
            .pacing(Pacing.of(10_000, 10_000))
            .throttledWait(Duration.ZERO)
            .build();
    ExternalSettings external =
        ExternalSettings.builder()
            .http(http)
            .accessKey(Secret.of(CANARY))
            .secretKey(Secret.of(CANARY))
            .build();
    look(open, external);
    TransportRuntime runtime = TransportRuntime.system();
    try (GuanceOpenApi openApi = GuanceOpenApi.connect(open);
        GuanceExternalApi externalApi = GuanceExternalApi.connect(external);
        TokenCheck check = TokenCheck.connect(http, runtime)) {
      for (int status : new int[] {200, 400, 401, 403, 500}) {
        for (String answer : ANSWERS) {
          server.answer(status, answer);
          run(openApi::workspace);
          run(() -> openApi.addAccessKey(CANARY));
          run(() -> externalApi.addAccount(account()));
          run(() -> externalApi.accounts(CANARY + "@example.com").toList());
          run(() -> change(externalApi));
          run(() -> check.check(Secret.of("tkn_" + CANARY)));
        }
      }
      look(openApi, externalApi, check);
    }
    log.list.forEach(event -> look(event.getFormattedMessage(), event.getThrowableProxy()));
    assertThat(log.list).isNotEmpty();
    int found = seen.indexOf(CANARY);
    assertThat(seen.substring(Math.max(0, found - 80), found < 0 ? 0 : found + 20)).isEmpty();
  }

  private static NewDeployedAccount account() {
    return NewDeployedAccount.builder()
        .userName(CANARY)
        .name(CANARY)
        .password(Secret.of(CANARY))
        .email(CANARY + "@example.com")
        .mobile(CANARY)
        .build();
  }

  private static String change(GuanceExternalApi api) {
    api.modifyAccount("acnt_1", AccountChanges.builder().password(Secret.of(CANARY)).build());
    return "changed";
  }

  private void run(Supplier<Object> call) {
    try {
      look(call.get());
    } catch (RuntimeException e) {
      StringWriter trace = new StringWriter();
      e.printStackTrace(new PrintWriter(trace));
      look(trace);
    }
  }

  private void look(Object... things) {
    for (Object thing : things) {
      seen.append(thing).append('\n');
    }
  }
}
