package com.guance.onboarding.huawei.openapi;

import static com.guance.onboarding.huawei.openapi.OpenApiFixture.KEYS;
import static com.guance.onboarding.huawei.openapi.OpenApiFixture.NONCE;
import static com.guance.onboarding.huawei.openapi.OpenApiFixture.ORDER_PATH;
import static com.guance.onboarding.huawei.openapi.OpenApiFixture.USAGE_KEY;
import static com.guance.onboarding.huawei.openapi.OpenApiFixture.USAGE_PATH;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.guance.onboarding.domain.HuaweiAccountId;
import com.guance.onboarding.domain.InstanceId;
import com.guance.onboarding.domain.OrderKey;
import com.guance.onboarding.testkit.Emulator;
import com.guance.onboarding.testkit.EmulatorSettings;
import com.guance.onboarding.testkit.PartnerConnection;
import com.guance.onboarding.transport.LenientJson;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * If one name in what we push and ask were wrong, the emulator would say so: it was not written
 * from our code. Everything is signed after the name was changed.
 */
class FlippedOpenApiNamesTest {

  private static final OrderKey ORDER = new OrderKey("CS-1", "CS-1-000001");
  private static final Emulator EMULATOR =
      Emulator.start(
          EmulatorSettings.builder()
              .accessKey(new EmulatorSettings.AccessKey(KEYS.accessKey(), KEYS.secretKey()))
              .build());
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private static String instance = "";

  @BeforeAll
  static void begin() {
    EMULATOR.given().order(ORDER, new HuaweiAccountId("buyer-1"));
    instance = String.valueOf(EMULATOR.rows("orders").get(0).get("instanceId"));
    EMULATOR
        .kooGallery()
        .connect(
            PartnerConnection.builder()
                .uri(EMULATOR.baseUri())
                .productionKey(USAGE_KEY)
                .syncKey(USAGE_KEY)
                .callbacks(Set.of())
                .playBuyer(false)
                .build());
  }

  @AfterAll
  static void end() {
    EMULATOR.close();
  }

  @Test
  void usageAndOrder_withOurOwnNames_areTaken() throws Exception {
    assertThat(push(usage(), "").statusCode()).isEqualTo(200);
    assertThat(ask("orderId=CS-1&orderLineId=CS-1-000001").statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({
    "usage_records,       400, MKT.0101",
    "begin_time,          400, MKT.0101",
    "end_time,            400, MKT.0101",
    "instance_id,         400, MKT.0101",
    "metering_sn,         400, MKT.0101",
    "record_time,         400, MKT.0101",
    "relate_pkg_instance, 400, MKT.0101",
    "usage_value,         400, MKT.0101",
  })
  void usage_withOneNameFlipped_isRefused(String field, int status, String code) throws Exception {
    ObjectNode payload = usage();
    ObjectNode owner =
        payload.has(field) ? payload : (ObjectNode) payload.path("usage_records").path(0);
    JsonNode value = owner.remove(field);
    assertThat(value).as("our payload has the field").isNotNull();
    owner.set(field + "s", value);

    isRefused(push(payload, ""), status, code);
  }

  @ParameterizedTest
  @CsvSource({
    "ts,            400, MKT.0102",
    "nonce,         400, MKT.0102",
    "signature,     400, MKT.0102",
    "X-Sdk-Date,    401, APIGW.0301",
    "Authorization, 401, APIGW.0301",
  })
  void usage_withOneHeaderFlipped_isRefused(String header, int status, String code)
      throws Exception {
    isRefused(push(usage(), header), status, code);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"orderIds=CS-1&orderLineId=CS-1-000001", "orderId=CS-1&orderLineIds=CS-1-000001"})
  void orderQuery_withOneNameFlipped_isRefused(String query) throws Exception {
    HttpResponse<String> answer = ask(query);

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(field(answer, "resultCode")).isEqualTo("MKT.0101");
  }

  private static void isRefused(HttpResponse<String> answer, int status, String code)
      throws IOException {
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(field(answer, "error_code")).isEqualTo(code);
  }

  private static String field(HttpResponse<String> answer, String name) throws IOException {
    return LenientJson.mapper().readTree(answer.body()).path(name).asText();
  }

  /** What we would send. */
  private static ObjectNode usage() {
    Instant begin = EMULATOR.clock().instant();
    return LenientJson.mapper()
        .valueToTree(
            UsagePayload.of(
                List.of(
                    UsageRecord.builder()
                        .instance(new InstanceId(instance))
                        .begin(begin)
                        .end(begin.plusSeconds(60))
                        .recordedAt(begin.plusSeconds(90))
                        .value(new BigDecimal("1.5"))
                        .sequenceNumber("sn-1")
                        .packageInstance(new InstanceId("pkg-1"))
                        .build()),
                false));
  }

  private static HttpResponse<String> push(ObjectNode payload, String flippedHeader)
      throws IOException, InterruptedException {
    byte[] body = payload.toString().getBytes(StandardCharsets.UTF_8);
    String ts = Long.toString(EMULATOR.clock().millis());
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("nonce", NONCE);
    headers.put("signature", UsageSignature.of(USAGE_KEY, ts, NONCE, body));
    headers.put("ts", ts);
    return send("POST", EMULATOR.baseUri().resolve(USAGE_PATH), headers, body, flippedHeader);
  }

  private static HttpResponse<String> ask(String query) throws IOException, InterruptedException {
    URI address = EMULATOR.baseUri().resolve(ORDER_PATH + "?" + query);
    return send("GET", address, new LinkedHashMap<>(), new byte[0], "");
  }

  private static HttpResponse<String> send(
      String method, URI address, Map<String, String> headers, byte[] body, String flippedHeader)
      throws IOException, InterruptedException {
    String date = SdkDates.format(EMULATOR.clock().instant());
    String query = address.getRawQuery() == null ? "" : address.getRawQuery();
    String[] signed = {"host", address.getAuthority(), "x-sdk-date", date};
    headers.put("X-Sdk-Date", date);
    headers.put(
        "Authorization",
        new RequestSigner()
            .authorization(
                KEYS, new SignableRequest(method, address.getRawPath(), query, signed, body)));
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address).method(method, BodyPublishers.ofByteArray(body));
    headers.forEach(
        (name, value) -> request.header(name.equals(flippedHeader) ? name + "s" : name, value));
    return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }
}
