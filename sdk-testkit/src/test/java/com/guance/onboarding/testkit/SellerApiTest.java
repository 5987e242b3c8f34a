package com.guance.onboarding.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.guance.onboarding.domain.OrderKey;
import com.guance.onboarding.domain.Secret;
import com.guance.onboarding.testkit.KooGallerySignature.Stamp;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class SellerApiTest {

  private static final Secret SECRET = Secret.of("secret-key");
  private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'");

  private FakePartner partner;
  private Emulator emulator;
  private Client client;

  @BeforeEach
  void start() {
    partner = new FakePartner();
    emulator =
        Emulator.start(
            EmulatorSettings.builder()
                .accessKey(new EmulatorSettings.AccessKey("AK", SECRET))
                .partner(partner.connection().build())
                .build());
    client = new Client(emulator.baseUri());
  }

  @AfterEach
  void close() {
    emulator.close();
    partner.close();
  }

  private HttpRequest.Builder signed(String method, String path, String body, String date) {
    URI uri = client.uri(path);
    String query = uri.getRawQuery() == null ? "" : uri.getRawQuery();
    WebRequest request =
        new WebRequest(
            method,
            uri.getRawPath(),
            query,
            Map.of("host", uri.getAuthority(), "x-sdk-date", date),
            body.getBytes(StandardCharsets.UTF_8));
    String signature = GatewaySignature.signature(request, List.of("host", "x-sdk-date"), SECRET);
    return HttpRequest.newBuilder(uri)
        .header("X-Sdk-Date", date)
        .header(
            "Authorization",
            "SDK-HMAC-SHA256 Access=AK, SignedHeaders=host;x-sdk-date, Signature=" + signature)
        .method(method, HttpRequest.BodyPublishers.ofString(body));
  }

  private static String now() {
    return DATE.format(Instant.now().atOffset(ZoneOffset.UTC));
  }

  private Client.Reply query(String query) {
    return client.send(signed("GET", SellerApi.ORDER_QUERY + query, "", now()));
  }

  @Test
  void orderQuery_orderThatWasPlaced_showsBuyerProductAndCharging() {
    OrderKey order = emulator.buyer().purchase();

    JsonNode answer = query("?orderId=" + order.orderId()).json();

    assertThat(answer.at("/resultCode").asText()).isEqualTo("MKT.0000");
    JsonNode info = answer.at("/orderInfo");
    assertThat(info.at("/orderType").asText()).isEqualTo("NEW");
    assertThat(info.at("/createTime").asText()).isEqualTo("20260302090000");
    assertThat(info.at("/buyerInfo/customerId").asText())
        .isEqualTo(emulator.buyer().account().value());
    assertThat(info.at("/orderLine/0/orderLineId").asText()).isEqualTo(order.orderLineId());
    assertThat(info.at("/orderLine/0/chargingMode").asText()).isEqualTo("ON_DEMAND");
    assertThat(info.at("/orderLine/0/productInfo/0/productId").asText()).startsWith("OFFI");
  }

  @Test
  void orderQuery_renewalThatThePartnerHeardOf_isAnOrderOfItsOwn() {
    OrderKey order = emulator.buyer().purchase();
    emulator.clock().advance(java.time.Duration.ZERO);
    emulator.buyer().subscriptions().renew(order);
    String renewal = partner.asked("refreshInstance").get(0).get("orderId");

    assertThat(query("?orderId=" + renewal).get("/orderInfo/orderType")).isEqualTo("RENEW");
  }

  @ParameterizedTest
  @EnumSource(MockOrder.class)
  void orderQuery_debugOrder_isThere(MockOrder mock) {
    JsonNode info =
        query("?orderId=" + mock + "&orderLineId=" + mock + "-000001").json().at("/orderInfo");

    assertThat(info.at("/orderType").asText()).isEqualTo(mock.orderType);
    assertThat(info.at("/orderLine/0/chargingMode").asText()).isEqualTo(mock.chargingMode);
  }

  @ParameterizedTest
  @CsvSource({
    "?orderId=CS-of-nobody, 401, MKT.0150",
    "'', 400, MKT.0101",
    "?orderId=CS-1&line=1, 400, MKT.0101",
  })
  void orderQuery_thatCannotBeAnswered_saysWhy(String query, int status, String code) {
    Client.Reply refused = query(query);

    assertThat(refused.status()).isEqualTo(status);
    assertThat(refused.get("/resultCode")).isEqualTo(code);
  }

  @Test
  void openApi_unsignedWrongOrOld_isRefusedByTheGateway() {
    String path = SellerApi.DOMAINS;
    Client.Reply unsigned = client.get(path);
    Client.Reply old = client.send(signed("GET", path, "", "20200101T000000Z"));
    Client.Reply other =
        client.send(
            signed("GET", path, "", now()).uri(client.uri(SellerApi.ORDER_QUERY + "?orderId=1")));

    assertThat(List.of(unsigned, old, other))
        .allMatch(reply -> reply.status() == 401)
        .allMatch(reply -> reply.get("/error_code").equals("APIGW.0301"));
  }

  @Test
  void openApi_signedByTheWorldsClock_isTaken() {
    String virtual = DATE.format(emulator.clock().instant().atOffset(ZoneOffset.UTC));

    Client.Reply domains = client.send(signed("GET", SellerApi.DOMAINS, "", virtual));

    assertThat(domains.status()).isEqualTo(200);
    assertThat(domains.get("/domains/0/id")).matches("[0-9a-f]{32}");
  }

  private Client.Reply push(String body, Secret key) {
    Stamp stamp = new Stamp("nonce-1", "1700000000000");
    return client.send(
        signed("POST", SellerApi.USAGE_DATA, body, now())
            .header("ts", stamp.timestamp())
            .header("nonce", stamp.nonce())
            .header(
                "signature",
                KooGallerySignature.usage(key, stamp, body.getBytes(StandardCharsets.UTF_8))));
  }

  private static String usage(String instance, String sn, String value, String begin) {
    return "{\"usage_records\":[{\"begin_time\":\""
        + begin
        + "\",\"end_time\":\"20260302T010000Z\",\"instance_id\":\""
        + instance
        + "\",\"metering_sn\":\""
        + sn
        + "\",\"record_time\":\"20260302T010500Z\",\"usage_value\":\""
        + value
        + "\"}]}";
  }

  @Test
  void usage_pushedTwice_countsOnce() {
    String instance = FakePartner.instance(emulator.buyer().purchase().orderLineId());
    String body = usage(instance, "sn-1", "1.5", "20260302T000000Z");

    assertThat(push(body, FakePartner.PRODUCTION_KEY).get("/error_code")).isEqualTo("MKT.0000");
    assertThat(push(body, FakePartner.PRODUCTION_KEY).get("/error_code")).isEqualTo("MKT.0000");

    assertThat(emulator.rows("usage"))
        .singleElement()
        .satisfies(row -> assertThat(row).containsEntry("usageValue", "1.5"));
  }

  @ParameterizedTest
  @CsvSource({
    "sn-1, 0, 20260302T000000Z, 500, MKT.9002",
    "sn-1, 1.23456, 20260302T000000Z, 500, MKT.9002",
    "'', 1, 20260302T000000Z, 500, MKT.9002",
    "sn-1, 1, 20260101T000000Z, 500, MKT.9004",
    "sn-1, 1, 20260302T000000Z, 500, MKT.9001"
  })
  void usage_badRecord_isRefusedWithItsCode(
      String sn, String value, String begin, int status, String code) {
    Client.Reply refused = push(usage("of-nobody", sn, value, begin), FakePartner.PRODUCTION_KEY);

    assertThat(refused.status()).isEqualTo(status);
    assertThat(refused.get("/error_code")).isEqualTo(code);
    assertThat(emulator.rows("usage")).isEmpty();
  }

  @Test
  void usage_secondSignatureWrong_isRefused() {
    Client.Reply refused = push(usage("i", "sn-1", "1", "20260302T000000Z"), Secret.of("another"));

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.get("/error_code")).isEqualTo("MKT.0102");
  }
}
