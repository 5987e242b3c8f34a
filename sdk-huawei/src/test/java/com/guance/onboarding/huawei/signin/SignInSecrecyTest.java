package com.guance.onboarding.huawei.signin;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.guance.onboarding.huawei.signin.SignInFixture.TENANT;
import static com.guance.onboarding.huawei.signin.SignInFixture.member;
import static com.guance.onboarding.huawei.signin.SignInFixture.settings;
import static com.guance.onboarding.huawei.signin.SignInFixture.token;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import com.guance.onboarding.domain.Secret;
import com.guance.onboarding.error.OnboardingException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.slf4j.LoggerFactory;

/** Canaries in codes, secrets, tokens and names must not turn up in logs, exceptions or texts. */
class SignInSecrecyTest {

  @RegisterExtension
  static final WireMockExtension SERVER =
      WireMockExtension.newInstance()
          .options(WireMockConfiguration.wireMockConfig().dynamicPort())
          .build();

  private final SignInFixture fixture = new SignInFixture();
  private final Logger logger = (Logger) LoggerFactory.getLogger("com.guance.onboarding");
  private final ListAppender<ILoggingEvent> log = new ListAppender<>();

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
    fixture.bought("CS1", SERVER.baseUrl());
    fixture.memberSynced("CS1", "canary-wendy", true, SignInFixture.NOW);
    StringWriter told = new StringWriter();
    PrintWriter writer = new PrintWriter(told);
    SignInSettings settings = settings().addLoopbackOrigins(URI.create(SERVER.baseUrl())).build();
    try (SignIn signIn =
        SignIn.connect(settings, fixture.flow(), fixture.secrets(), fixture.runtime())) {
      SERVER.stubFor(post(anyUrl()).willReturn(okJson(token("canary-access"))));
      SERVER.stubFor(get(anyUrl()).willReturn(okJson(member("tenant-1", "canary-wendy"))));
      SignedIn signedIn = signIn.complete("canary-code", "tenant-1");
      writer.println(signedIn);
      writer.println(signedIn.tokens());
      writer.println(signedIn.onboardings());
      fail(writer, () -> signIn.complete("canary-code", "tenant-1"));
      SERVER.stubFor(get(anyUrl()).willReturn(okJson(member("canary-tenant", "canary-x"))));
      fail(writer, () -> signIn.complete("canary-code-2", "tenant-1"));
      for (int status : new int[] {200, 302, 400, 401, 500}) {
        SERVER.stubFor(
            any(anyUrl())
                .willReturn(
                    aResponse()
                        .withStatus(status)
                        .withHeader("Location", "/canary")
                        .withBody("{\"error\":\"canary x\",\"error_description\":\"canary\"}")));
        fail(writer, () -> signIn.complete("canary-code-" + status, "tenant-1"));
        fail(writer, () -> signIn.refresh(TENANT, Secret.of("canary-refresh")));
      }
      writer.println(signIn);
    }
    writer.println(settings);
    log.list.forEach(event -> writer.println(event.getFormattedMessage()));

    assertThat(log.list).isNotEmpty();
    assertThat(told.toString()).contains("tenant-1").doesNotContain("canary");
  }

  private static void fail(PrintWriter writer, Runnable call) {
    try {
      call.run();
      throw new AssertionError("must be refused");
    } catch (OnboardingException e) {
      e.printStackTrace(writer);
    }
  }
}
