package com.guance.onboarding.huawei.callback;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.guance.onboarding.domain.Secret;
import com.guance.onboarding.huawei.callback.Gate.Admitted;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The published vectors, byte for byte, in what we make and in what we accept. */
class SignatureVectorsTest {

  static Stream<JsonNode> production() {
    return vectors("production");
  }

  static Stream<JsonNode> synchronization() {
    return vectors("synchronization");
  }

  static Stream<JsonNode> bodySign() {
    return vectors("bodySign");
  }

  @ParameterizedTest
  @MethodSource("production")
  void sign_productionVector_isTheSameByteForByte(JsonNode vector) {
    byte[] form = bytes(vector.path("signedForm").asText(vector.path("body").asText()));
    HmacKey key = key(vector);

    assertThat(hex(key.borrow().add(form).finish())).isEqualTo(vector.path("payloadHmac").asText());
    assertThat(hex(Channel.PRODUCTION.sign(key, key.borrow(), stamp(vector, "signature"), form)))
        .isEqualTo(vector.path("signature").asText().toLowerCase(Locale.ROOT));
  }

  @ParameterizedTest
  @MethodSource("production")
  void sortedForm_productionVector_isWhatWasSigned(JsonNode vector) {
    byte[] body = bytes(vector.path("body").asText());

    assertThat(SortedForm.of(body))
        .asString(StandardCharsets.UTF_8)
        .isEqualTo(vector.path("signedForm").asText(vector.path("body").asText()));
  }

  @ParameterizedTest
  @MethodSource("production")
  void admit_productionVectorInEitherCase_letsItIn(JsonNode vector) {
    for (String signature :
        List.of(
            vector.path("signature").asText().toUpperCase(Locale.ROOT),
            vector.path("signature").asText().toLowerCase(Locale.ROOT))) {
      String query =
          Signing.query(
              signature, vector.path("timestamp").asText(), vector.path("nonce").asText());

      assertThat(
              gate(vector)
                  .admit(
                      Signing.request(
                          "/koogallery", query, Map.of(), bytes(vector.path("body").asText()))))
          .isInstanceOf(Admitted.class);
    }
  }

  @ParameterizedTest
  @MethodSource("synchronization")
  void sign_synchronizationVector_isTheSameByteForByte(JsonNode vector) {
    HmacKey key = key(vector);
    byte[] body = bytes(vector.path("body").asText());

    assertThat(hex(Channel.SYNCHRONIZATION.sign(key, key.borrow(), stamp(vector, "xSign"), body)))
        .isEqualTo(vector.path("xSign").asText());
  }

  @ParameterizedTest
  @MethodSource("synchronization")
  void admit_synchronizationVector_letsItIn(JsonNode vector) {
    Map<String, List<String>> headers =
        Map.of(
            "X-Sign", List.of(vector.path("xSign").asText()),
            "X-Timestamp", List.of(vector.path("timestamp").asText()),
            "X-Nonce", List.of(vector.path("nonce").asText()));

    assertThat(
            gate(vector)
                .admit(
                    Signing.request(
                        "/koogallery/produceAPI/v2/" + vector.path("name").asText(),
                        "",
                        headers,
                        bytes(vector.path("body").asText()))))
        .isInstanceOf(Admitted.class);
  }

  @ParameterizedTest
  @MethodSource("bodySign")
  void bodySign_vector_isTheSameCharacterForCharacter(JsonNode vector) {
    assertThat(BodySign.of(key(vector), bytes(vector.path("body").asText())))
        .isEqualTo(vector.path("header").asText());
  }

  private static Gate gate(JsonNode vector) {
    Secret key = Secret.of(vector.path("key").asText());
    CallbackSettings settings =
        CallbackSettings.builder()
            .addProductionKeys(key)
            .entryAddress(URI.create("https://app.example.com"))
            .addSyncKeys(key)
            .clock(Clock.fixed(Signing.NOW, ZoneOffset.UTC))
            .build();
    KeyRing ring = new KeyRing(settings);
    return new Gate(settings, ring, new Replies(ring));
  }

  private static HmacKey key(JsonNode vector) {
    return HmacKey.of(Secret.of(vector.path("key").asText()));
  }

  private static Stamp stamp(JsonNode vector, String signature) {
    return new Stamp(
        HexFormat.of().parseHex(vector.path(signature).asText()),
        bytes(vector.path("nonce").asText()),
        bytes(vector.path("timestamp").asText()),
        Signing.NOW);
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static Stream<JsonNode> vectors(String name) {
    try (InputStream in =
        Objects.requireNonNull(
            SignatureVectorsTest.class.getResourceAsStream("/vectors/koogallery.json"))) {
      JsonNode all = new ObjectMapper().readTree(in).path(name);
      return StreamSupport.stream(all.spliterator(), false).toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
