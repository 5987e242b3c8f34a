package com.guance.onboarding.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.guance.onboarding.domain.Secret;
import com.guance.onboarding.testkit.KooGallerySignature.BodySign;
import com.guance.onboarding.testkit.KooGallerySignature.Stamp;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The emulator's own signers against the shared vectors, byte for byte. */
final class SignatureVectorsTest {

  private static Stream<JsonNode> vectors(String file, String list) {
    try (InputStream in = SignatureVectorsTest.class.getResourceAsStream("/vectors/" + file)) {
      JsonNode all = new ObjectMapper().readTree(Objects.requireNonNull(in));
      return StreamSupport.stream((list.isEmpty() ? all : all.get(list)).spliterator(), false);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  static Stream<JsonNode> production() {
    return vectors("koogallery.json", "production");
  }

  static Stream<JsonNode> synchronization() {
    return vectors("koogallery.json", "synchronization");
  }

  static Stream<JsonNode> bodySign() {
    return vectors("koogallery.json", "bodySign");
  }

  static Stream<JsonNode> usagePush() {
    return vectors("koogallery.json", "usagePush");
  }

  static Stream<JsonNode> gateway() {
    return vectors("sdk-hmac-sha256.json", "");
  }

  static Stream<JsonNode> external() {
    return vectors("guance-external-api.json", "");
  }

  @ParameterizedTest
  @MethodSource("external")
  void external_vector_isReproducedInBothForms(JsonNode vector) {
    String[] address = vector.get("pathAndQuery").asText().split("\\?", 2);
    WebRequest request =
        new WebRequest(
            vector.get("method").asText(),
            address[0],
            address.length > 1 ? address[1] : "",
            Map.of(
                "x-df-nonce", vector.get("nonce").asText(),
                "x-df-timestamp", vector.get("timestamp").asText()),
            body(vector));
    Secret key = Secret.of(vector.get("secretKey").asText());

    assertThat(ExternalApiDoor.signature(key, EmulatorSettings.SignatureText.HEX, request))
        .isEqualTo(vector.get("hex").asText());
    assertThat(ExternalApiDoor.signature(key, EmulatorSettings.SignatureText.BASE64, request))
        .isEqualTo(vector.get("base64").asText());
  }

  private static Secret key(JsonNode vector) {
    return Secret.of(vector.get("key").asText());
  }

  private static byte[] body(JsonNode vector) {
    return vector.get("body").asText().getBytes(StandardCharsets.UTF_8);
  }

  private static Stamp stamp(JsonNode vector, String time) {
    return new Stamp(vector.get("nonce").asText(), vector.get(time).asText());
  }

  @ParameterizedTest
  @MethodSource("production")
  void production_vector_isReproduced(JsonNode vector) {
    byte[] payload = Payload.of(body(vector));

    assertThat(HexFormat.of().formatHex(Hmac.sha256(key(vector), payload)))
        .isEqualTo(vector.get("payloadHmac").asText());
    assertThat(KooGallerySignature.production(key(vector), stamp(vector, "timestamp"), payload))
        .isEqualTo(vector.get("signature").asText());
  }

  @ParameterizedTest
  @MethodSource("synchronization")
  void kit_vector_isReproduced(JsonNode vector) {
    assertThat(
            KooGallerySignature.kit(
                key(vector), stamp(vector, "timestamp"), Payload.of(body(vector))))
        .isEqualTo(vector.get("xSign").asText());
  }

  @ParameterizedTest
  @MethodSource("bodySign")
  void bodySign_vector_isReproducedAndJudged(JsonNode vector) {
    Optional<String> header = Optional.of(vector.get("header").asText());

    assertThat(KooGallerySignature.body(key(vector), body(vector)))
        .isEqualTo(vector.get("signature").asText());
    assertThat(KooGallerySignature.judge(header, key(vector), body(vector)))
        .isEqualTo(BodySign.VALID);
    assertThat(KooGallerySignature.judge(header, Secret.of("another"), body(vector)))
        .isEqualTo(BodySign.WRONG);
  }

  @Test
  void bodySign_missingOrUnquoted_isNotValid() {
    Secret key = Secret.of("k");

    assertThat(KooGallerySignature.judge(Optional.empty(), key, new byte[0]))
        .isEqualTo(BodySign.MISSING);
    assertThat(
            KooGallerySignature.judge(
                Optional.of("sign_type=HMAC-SHA256, signature=abc"), key, new byte[0]))
        .isEqualTo(BodySign.WRONG);
  }

  @ParameterizedTest
  @MethodSource("usagePush")
  void usage_vector_isReproduced(JsonNode vector) {
    assertThat(KooGallerySignature.usage(key(vector), stamp(vector, "ts"), body(vector)))
        .isEqualTo(vector.get("signature").asText());
  }

  @ParameterizedTest
  @MethodSource("gateway")
  void gateway_vector_isReproducedAndVerified(JsonNode vector) {
    Map<String, String> headers = new TreeMap<>();
    vector
        .get("headers")
        .properties()
        .forEach(
            header ->
                headers.put(header.getKey().toLowerCase(Locale.ROOT), header.getValue().asText()));
    List<String> signed = List.of(vector.get("signedHeaders").asText().split(";"));
    Secret secret = Secret.of(vector.get("secretKey").asText());
    headers.put("authorization", vector.get("authorization").asText());
    WebRequest request =
        new WebRequest(
            vector.get("method").asText(),
            vector.get("path").asText(),
            vector.get("canonicalQuery").asText(),
            headers,
            body(vector));

    assertThat(
            HexFormat.of()
                .formatHex(Hmac.hash(Hmac.utf8(GatewaySignature.canonical(request, signed)))))
        .isEqualTo(vector.get("canonicalRequestHash").asText());
    assertThat(GatewaySignature.signature(request, signed, secret))
        .isEqualTo(vector.get("signature").asText());
    String accessKey = vector.get("accessKey").asText();
    assertThat(GatewaySignature.valid(request, accessKey, secret)).isTrue();
    assertThat(GatewaySignature.valid(request, accessKey, Secret.of("another"))).isFalse();
    assertThat(GatewaySignature.accessKey(request)).contains(accessKey);
  }
}
