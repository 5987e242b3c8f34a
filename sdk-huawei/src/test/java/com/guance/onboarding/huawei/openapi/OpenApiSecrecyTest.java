package com.guance.onboarding.huawei.openapi;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.guance.onboarding.huawei.openapi.OpenApiFixture.resource;
import static com.guance.onboarding.huawei.openapi.OpenApiFixture.settings;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import com.guance.onboarding.domain.InstanceId;
import com.guance.onboarding.domain.Secret;
import com.guance.onboarding.error.OnboardingException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.slf4j.LoggerFactory;

/** Canaries in keys, tokens and personal fields must not turn up in logs, exceptions or texts. */
class OpenApiSecrecyTest {

  @RegisterExtension
  static final WireMockExtension SERVER =
      WireMockExtension.newInstance()
          .options(WireMockConfiguration.wireMockConfig().dynamicPort())
          .build();

  private final Logger logger = (Logger) LoggerFactory.getLogger("com.guance.onboarding");
  private final ListAppender<ILoggingEvent> log = new ListAppender<>();

  private final OpenApiSettings settings =
      settings(SERVER.baseUrl())
          .keys(
              () ->
                  AccessKeys.temporary(
                      "AK1", Secret.of("canary-secret-key"), Secret.of("canary-token")))
          .build();

  @BeforeEach
  void listen() {
    log.start();
    logger.addAppender(log);
    logger.setLevel(Level.TRACE);
  }

  @AfterEach
  void stop() {
    logger.detachAppender(log);
  }

  @Test
  void everyCall_answeredAndRefused_tellsNoSecretAndNoPerson() {
    StringWriter told = new StringWriter();
    PrintWriter writer = new PrintWriter(told);
    try (KooGalleryOpenApi api = new OpenApiFixture().connect(settings)) {
      SERVER.stubFor(
          any(anyUrl())
              .willReturn(okJson(resource("order-period.json").replace("130000", "canary130000"))));
      writer.println(api.findOrder("MOCKPERIODYEARNEW").orElseThrow());
      for (int status : new int[] {200, 401, 500, 302}) {
        SERVER.stubFor(any(anyUrl()).willReturn(refusal(status)));
        fail(writer, () -> api.findOrder("CS1"));
        fail(writer, api::sellerAccount);
        fail(writer, () -> api.pushUsage(List.of(usage())));
      }
      writer.println(api);
    }
    writer.println(settings);
    log.list.forEach(event -> writer.println(event.getFormattedMessage()));

    assertThat(log.list).isNotEmpty();
    assertThat(told.toString()).contains("huawei").doesNotContain("canary");
  }

  private static com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder refusal(
      int status) {
    return aResponse()
        .withStatus(status)
        .withHeader("Location", "/canary")
        .withBody(
            "{\"error_code\":\"canary code\",\"error_msg\":\"canary\",\"domains\":\"canary\"}");
  }

  private static void fail(PrintWriter writer, Runnable call) {
    try {
      call.run();
      throw new AssertionError("must be refused");
    } catch (OnboardingException e) {
      e.printStackTrace(writer);
    }
  }

  private static UsageRecord usage() {
    return UsageRecord.builder()
        .instance(new InstanceId("inst-1"))
        .begin(OpenApiFixture.NOW.minusSeconds(3600))
        .end(OpenApiFixture.NOW)
        .recordedAt(OpenApiFixture.NOW)
        .value(BigDecimal.ONE)
        .build();
  }
}
