package com.guance.onboarding.huawei.openapi;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.serverError;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.guance.onboarding.huawei.openapi.OpenApiFixture.KEYS;
import static com.guance.onboarding.huawei.openapi.OpenApiFixture.NONCE;
import static com.guance.onboarding.huawei.openapi.OpenApiFixture.NOW;
import static com.guance.onboarding.huawei.openapi.OpenApiFixture.USAGE_KEY;
import static com.guance.onboarding.huawei.openapi.OpenApiFixture.USAGE_PATH;
import static com.guance.onboarding.huawei.openapi.OpenApiFixture.record;
import static com.guance.onboarding.huawei.openapi.OpenApiFixture.settings;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import com.guance.onboarding.domain.InstanceId;
import com.guance.onboarding.domain.InvalidInputException;
import com.guance.onboarding.domain.Secret;
import com.guance.onboarding.error.ProtocolException;
import com.guance.onboarding.error.TransportException;
import com.guance.onboarding.huawei.openapi.UsageReceipt.RejectedUsage;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Usage that is pushed: in which words, signed how, how often. */
class UsagePushTest {

  private static final String YES = "{\"error_code\":\"MKT.0000\",\"error_msg\":\"success\"}";

  @RegisterExtension
  static final WireMockExtension SERVER =
      WireMockExtension.newInstance()
          .options(WireMockConfiguration.wireMockConfig().dynamicPort())
          .build();

  private final OpenApiFixture fixture = new OpenApiFixture();

  @Test
  void signature_ofTheVector_isByteForByte() throws IOException {
    try (InputStream in = getClass().getResourceAsStream("/vectors/koogallery.json")) {
      JsonNode vectors = new ObjectMapper().readTree(Objects.requireNonNull(in)).get("usagePush");
      assertThat(vectors).isNotEmpty();
      for (JsonNode vector : vectors) {
        assertThat(
                UsageSignature.of(
                    Secret.of(vector.get("key").asText()),
                    vector.get("ts").asText(),
                    vector.get("nonce").asText(),
                    vector.get("body").asText().getBytes(StandardCharsets.UTF_8)))
            .isEqualTo(vector.get("signature").asText());
      }
    }
  }

  @Test
  void pushUsage_ofOneRecord_sendsTheBodyOfTheVectorWithBothSignatures() {
    SERVER.stubFor(post(urlEqualTo(USAGE_PATH)).willReturn(okJson(YES)));

    UsageReceipt receipt = api().pushUsage(List.of(record(0).sequenceNumber("sn-0001").build()));

    assertThat(receipt).isEqualTo(new UsageReceipt(1, 1, List.of()));
    LoggedRequest request = requests().get(0);
    assertThat(request.getBodyAsString())
        .isEqualTo(
            "{\"usage_records\":[{\"begin_time\":\"20260101T000000Z\","
                + "\"end_time\":\"20260101T010000Z\",\"instance_id\":\"inst-0001\","
                + "\"metering_sn\":\"sn-0001\",\"record_time\":\"20260101T010500Z\","
                + "\"usage_value\":\"1.5\"}]}");
    String ts = Long.toString(NOW.toEpochMilli());
    assertThat(request.getHeader("ts")).isEqualTo(ts);
    assertThat(request.getHeader("nonce")).isEqualTo(NONCE);
    String signature = UsageSignature.of(USAGE_KEY, ts, NONCE, request.getBody());
    assertThat(request.getHeader("signature")).isEqualTo(signature);
    assertThat(request.getHeader("Authorization"))
        .isEqualTo(
            new RequestSigner()
                .authorization(
                    KEYS,
                    new SignableRequest(
                        "POST",
                        USAGE_PATH,
                        "",
                        new String[] {
                          "content-type",
                          request.getHeader("Content-Type"),
                          "host",
                          "localhost:" + SERVER.getPort(),
                          "nonce",
                          NONCE,
                          "signature",
                          signature,
                          "ts",
                          ts,
                          "x-sdk-date",
                          "20260102T030405Z"
                        },
                        request.getBody())));
  }

  @Test
  void pushUsage_toTheInternationalSite_sendsNumbers() {
    SERVER.stubFor(post(urlEqualTo(USAGE_PATH)).willReturn(okJson(YES)));

    fixture
        .connect(settings(SERVER.baseUrl()).site(KooGallerySite.INTL).build())
        .pushUsage(
            List.of(
                record(0).value(new BigDecimal("100.00")).build(),
                record(1)
                    .value(new BigDecimal("0.0001"))
                    .packageInstance(new InstanceId("pkg-1"))
                    .build()));

    assertThat(requests().get(0).getBodyAsString())
        .contains("\"usage_value\":100}")
        .contains("\"relate_pkg_instance\":\"pkg-1\",\"usage_value\":0.0001}");
  }

  @Test
  void pushUsage_of2500Records_takesThreeBatches() {
    SERVER.stubFor(post(urlEqualTo(USAGE_PATH)).willReturn(okJson(YES)));
    List<UsageRecord> records = new ArrayList<>();
    for (int i = 0; i < 2_500; i++) {
      records.add(record(0).instance(new InstanceId("inst-" + i)).build());
    }

    UsageReceipt receipt = api().pushUsage(records);

    assertThat(receipt).isEqualTo(new UsageReceipt(2_500, 3, List.of()));
    assertThat(requests())
        .extracting(request -> request.getBodyAsString().split("metering_sn", -1).length - 1)
        .containsExactly(1_000, 1_000, 500);
  }

  @Test
  void pushUsage_ofTheSameRecordTwice_sendsItOnce() {
    SERVER.stubFor(post(urlEqualTo(USAGE_PATH)).willReturn(okJson(YES)));

    UsageReceipt receipt = api().pushUsage(List.of(record(0).build(), record(0).build()));

    assertThat(receipt.records()).isEqualTo(1);
    assertThat(requests().get(0).getBodyAsString()).containsOnlyOnce("metering_sn");
  }

  @Test
  void pushUsage_ofTwoRecordsWithOneSequenceNumber_isRefusedBeforeItIsSent() {
    assertThatThrownBy(
            () ->
                api()
                    .pushUsage(
                        List.of(
                            record(0).sequenceNumber("s").build(),
                            record(1).sequenceNumber("s").build())))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageStartingWith("usage[1].sequenceNumber");
    assertThat(requests()).isEmpty();
  }

  @Test
  void pushUsage_ofUsageOlderThan21Days_isRefusedBeforeItIsSent() {
    Instant edge = NOW.minus(Duration.ofDays(21));
    UsageRecord old = record(0).begin(edge.minusSeconds(1)).build();

    assertThatThrownBy(() -> api().pushUsage(List.of(record(0).build(), old)))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage("usage[1].begin must not lie more than 21 days back");
    assertThat(requests()).isEmpty();

    SERVER.stubFor(post(urlEqualTo(USAGE_PATH)).willReturn(okJson(YES)));
    assertThat(api().pushUsage(List.of(record(0).begin(edge).build())).records()).isEqualTo(1);
  }

  @Test
  void pushUsage_toTheInternationalSiteOfMoreThanItsNumbersHold_isRefused() {
    assertThatThrownBy(
            () ->
                fixture
                    .connect(settings(SERVER.baseUrl()).site(KooGallerySite.EU).build())
                    .pushUsage(List.of(record(0).value(new BigDecimal("123456789")).build())))
        .hasMessageStartingWith("usage[0].value");
  }

  @Test
  void pushUsage_failedOnce_isRepeatedBecauseItIsCountedOnce() {
    SERVER.stubFor(
        post(urlEqualTo(USAGE_PATH))
            .inScenario("once")
            .whenScenarioStateIs(Scenario.STARTED)
            .willSetStateTo("up")
            .willReturn(serverError()));
    SERVER.stubFor(
        post(urlEqualTo(USAGE_PATH))
            .inScenario("once")
            .whenScenarioStateIs("up")
            .willReturn(okJson(YES)));

    assertThat(api().pushUsage(List.of(record(0).build())).records()).isEqualTo(1);
    assertThat(requests()).hasSize(2);
  }

  @Test
  void pushUsage_thatMayHaveArrivedBeforeTheFirstHostWasGone_isNotSentToTheSecond() {
    SERVER.stubFor(
        post(urlEqualTo(USAGE_PATH)).willReturn(aResponse().withFault(Fault.EMPTY_RESPONSE)));
    SERVER.stubFor(post(urlEqualTo("/second" + USAGE_PATH)).willReturn(okJson(YES)));
    KooGalleryOpenApi api =
        fixture.connect(
            settings(SERVER.baseUrl())
                .secondMarketplace(URI.create(SERVER.baseUrl() + "/second"))
                .http(http -> http.maxAttempts(2).proxy(new DeadTheSecondTime()))
                .build());

    assertThatThrownBy(() -> api.pushUsage(List.of(record(0).build())))
        .isInstanceOfSatisfying(
            TransportException.class, e -> assertThat(e.outcomeUnknown()).isTrue())
        .hasMessageEndingWith("cannot connect");
    assertThat(requests()).hasSize(1);
    SERVER.verify(0, postRequestedFor(urlEqualTo("/second" + USAGE_PATH)));
  }

  @Test
  void pushUsage_answeredWithAbnormalRecords_namesThem() {
    SERVER.stubFor(
        post(urlEqualTo(USAGE_PATH))
            .willReturn(
                okJson(
                    "{\"error_code\":\"MKT.0000\",\"abnormal_usage_data\":[{\"metering_sn\":\"s\","
                        + "\"error_code\":\"94060002\"},{\"other\":1}]}")));

    assertThat(api().pushUsage(List.of(record(0).build())).rejected())
        .containsExactly(new RejectedUsage("s", "94060002"));
  }

  @Test
  void pushUsage_answeredWithoutACode_isNotTakenForAYes() {
    SERVER.stubFor(post(urlEqualTo(USAGE_PATH)).willReturn(okJson("{\"error_msg\":\"success\"}")));

    assertThatThrownBy(() -> api().pushUsage(List.of(record(0).build())))
        .isInstanceOf(ProtocolException.class)
        .hasMessageContaining("error_code");
  }

  @Test
  void pushUsage_ofNothing_sendsNothing() {
    assertThat(api().pushUsage(List.of())).isEqualTo(new UsageReceipt(0, 0, List.of()));
  }

  @Test
  void pushUsage_withoutUsageKey_isAMistakeOfTheCaller() {
    OpenApiSettings settings =
        OpenApiSettings.builder()
            .from(settings(SERVER.baseUrl()).build())
            .usageKey(Optional.empty())
            .build();

    assertThatThrownBy(() -> fixture.connect(settings).pushUsage(List.of()))
        .isInstanceOf(IllegalStateException.class);
  }

  private static List<LoggedRequest> requests() {
    return SERVER.findAll(postRequestedFor(urlEqualTo(USAGE_PATH)));
  }

  private KooGalleryOpenApi api() {
    return fixture.connect(settings(SERVER.baseUrl()).build());
  }

  /** No proxy, but for the second connection: that one leads to where nobody listens. */
  private static final class DeadTheSecondTime extends ProxySelector {

    private int asked;

    @Override
    public List<Proxy> select(URI address) {
      asked++;
      return List.of(
          asked == 2
              ? new Proxy(
                  Proxy.Type.HTTP, new InetSocketAddress(InetAddress.getLoopbackAddress(), 1))
              : Proxy.NO_PROXY);
    }

    @Override
    public void connectFailed(URI address, SocketAddress proxy, IOException failure) {}
  }
}
