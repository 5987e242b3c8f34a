package com.guance.onboarding.billing.gateway;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import com.guance.onboarding.domain.Secret;
import com.guance.onboarding.spi.BillingGateway.Login;
import com.guance.onboarding.spi.CodePurpose;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.LoggerFactory;

/** Token, password, code and people's names are planted everywhere, and must come out nowhere. */
class BillingCenterDiscretionTest {

  @RegisterExtension static final WireMockExtension SERVER = GatewayServer.start();

  private static final String CANARY = "canary";

  private final Logger root = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
  private final Logger ours = (Logger) LoggerFactory.getLogger("com.guance.onboarding");
  private final ListAppender<ILoggingEvent> log = new ListAppender<>();
  private final BillingCenterGateway gateway = GatewayServer.connect(SERVER.baseUrl());

  @BeforeEach
  void listen() {
    ours.setLevel(Level.TRACE);
    log.start();
    root.addAppender(log);
  }

  @AfterEach
  void stop() {
    root.detachAppender(log);
    ours.setLevel(null);
    gateway.close();
  }

  static Stream<Consumer<WireMockExtension>> answers() {
    return Stream.of(
        server -> GatewayServer.answerAll(server, 200, "{\"account\":{\"canary\":\"canary\"}}"),
        server ->
            GatewayServer.answerAll(server, 200, "{\"memberId\":\"1\",\"account\":\"canary2\"}"),
        server -> GatewayServer.answerAll(server, 200, "canary"),
        server -> GatewayServer.answerAll(server, 409, GatewayServer.message("refusal")),
        server ->
            GatewayServer.answerAll(
                server,
                422,
                "{\"error\":{\"code\":\"canary canary\",\"field\":\"canary canary\","
                    + "\"rule\":\"canary\",\"message\":\"canary\",\"existingId\":\"canary\"},"
                    + "\"requestId\":\"canary canary\"}"),
        server ->
            GatewayServer.answerAll(
                server,
                422,
                "{\"error\":{\"code\":\"INVALID_VALUE\",\"field\":\"password\","
                    + "\"rule\":\"must not be canary-password\"}}"),
        server ->
            server.stubFor(
                any(anyUrl()).willReturn(aResponse().withFault(Fault.RANDOM_DATA_THEN_CLOSE))));
  }

  @ParameterizedTest
  @MethodSource("answers")
  void register_withSecretsEverywhere_showsThemNowhere(Consumer<WireMockExtension> answer) {
    answer.accept(SERVER);

    Throwable thrown =
        catchThrowable(
            () ->
                gateway.register(
                    GatewayServer.NEW_ACCOUNT, GatewayServer.CREDENTIALS, "account:canary"));

    assertThat(thrown).isNotNull();
    StringWriter trace = new StringWriter();
    thrown.printStackTrace(new PrintWriter(trace));
    assertThat(trace.toString()).doesNotContain(CANARY);
    assertThat(log.list).isNotEmpty();
    assertThat(log.list).allSatisfy(event -> assertThat(event.toString()).doesNotContain(CANARY));
  }

  @Test
  void toString_ofAnything_showsNoSecret() {
    BillingCenterSettings settings =
        BillingCenterSettings.builder()
            .baseUrl(URI.create("https://gateway.example.com"))
            .bearer(() -> Secret.of(CANARY))
            .build();

    assertThat(
            List.of(
                settings,
                gateway,
                NewAccountPayload.toRegister(
                    GatewayServer.NEW_ACCOUNT,
                    GatewayServer.CREDENTIALS,
                    GatewayServer.SITE,
                    CANARY),
                NewWorkspacePayload.of(
                    GatewayServer.NEW_WORKSPACE, Optional.of(GatewayServer.CODE)),
                NewGuanceAccountPayload.of(
                    GatewayServer.NEW_WORKSPACE,
                    new Login(CANARY, CANARY),
                    GatewayServer.CREDENTIALS),
                new NewCodePayload(CodePurpose.BIND, CANARY, CANARY),
                TermsPayload.of(GatewayServer.TERMS),
                new EnterprisePayload(CANARY),
                new InstallTokenPayload(CANARY),
                new BillingAccountPayload("ba-1", CANARY, "h", null, null)))
        .allSatisfy(thing -> assertThat(thing.toString()).doesNotContain(CANARY));
    assertThat(gateway).hasToString("BillingCenterGateway[Transport[billing-center at localhost]]");
  }
}
