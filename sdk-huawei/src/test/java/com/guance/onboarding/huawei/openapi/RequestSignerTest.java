package com.guance.onboarding.huawei.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.guance.onboarding.domain.Secret;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RequestSignerTest {

  private static final AccessKeys KEYS = AccessKeys.permanent("AK1", Secret.of("sk-1"));
  private static final String[] HEADERS = {"host", "h", "x-sdk-date", "20260102T030405Z"};

  private final RequestSigner signer = new RequestSigner();

  static Stream<Vector> vectors() throws IOException {
    try (InputStream in =
        RequestSignerTest.class.getResourceAsStream("/vectors/sdk-hmac-sha256.json")) {
      JsonNode all = new ObjectMapper().readTree(Objects.requireNonNull(in));
      return StreamSupport.stream(all.spliterator(), false).map(Vector::new).toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void authorization_ofEveryVector_isByteForByte(Vector vector) {
    assertThat(signer.authorization(vector.keys(), vector.request()))
        .isEqualTo(vector.text("authorization"))
        .endsWith("Signature=" + vector.text("signature"))
        .contains("SignedHeaders=" + vector.text("signedHeaders") + ",");
    assertThat(signer.canonicalRequestHash(vector.request()))
        .isEqualTo(HexFormat.of().parseHex(vector.text("canonicalRequestHash")));
  }

  @Test
  void authorization_afterAnotherRequestWithAnotherKey_isTheSame() {
    String first = signer.authorization(KEYS, get("/a", "x=1"));

    signer.authorization(
        AccessKeys.permanent("AK2", Secret.of("sk-2")),
        new SignableRequest("POST", "/a/much/longer/path", "y=2&z=3", HEADERS, new byte[5000]));

    assertThat(signer.authorization(KEYS, get("/a", "x=1"))).isEqualTo(first);
  }

  @Test
  void authorization_ofAPathWithAndWithoutSlashAtTheEnd_isTheSame() {
    assertThat(signer.authorization(KEYS, get("/a/b", "")))
        .isEqualTo(signer.authorization(KEYS, get("/a/b/", "")));
    assertThat(signer.authorization(KEYS, get("", "")))
        .isEqualTo(signer.authorization(KEYS, get("/", "")));
  }

  @Test
  void authorization_howeverTheSenderSpeltIt_isTheSame() {
    assertThat(signer.authorization(KEYS, get("/%7ea%2fb/%e6%9d%ad", "q=%2b%41")))
        .isEqualTo(signer.authorization(KEYS, get("/~a%2Fb/杭", "q=+A")));
  }

  @Test
  void authorization_ofAQueryInAnotherOrder_isTheSame() {
    assertThat(signer.authorization(KEYS, get("/", "b=2&a-b=1&a=1&a=0&B=&&c")))
        .isEqualTo(signer.authorization(KEYS, get("/", "B=&a=1&a=0&a-b=1&b=2&c=")));
    assertThat(signer.authorization(KEYS, get("/", "a=1&a=0")))
        .isNotEqualTo(signer.authorization(KEYS, get("/", "a=0&a=1")));
  }

  @Test
  void authorization_ofHeadersInAnotherOrderAndWithBlanks_isTheSame() {
    String[] blanks = {"x-sdk-date", "20260102T030405Z", "host", " h\t"};

    assertThat(signer.authorization(KEYS, new SignableRequest("GET", "/", "", blanks, new byte[0])))
        .isEqualTo(signer.authorization(KEYS, get("/", "")));
  }

  @Test
  void authorization_withAContentHashHeader_takesItVerbatim() {
    String[] headers = {
      "host", "h", "x-sdk-date", "20260102T030405Z", "x-sdk-content-sha256", "UNSIGNED-PAYLOAD"
    };
    byte[] body = "abc".getBytes(StandardCharsets.UTF_8);

    assertThat(signer.authorization(KEYS, new SignableRequest("PUT", "/", "", headers, body)))
        .isEqualTo(
            signer.authorization(KEYS, new SignableRequest("PUT", "/", "", headers, new byte[0])));
  }

  @Test
  void authorization_ofThirtyParametersAndHeaders_outgrowsEveryBuffer() {
    List<String> headers = new ArrayList<>(List.of(HEADERS));
    StringBuilder query = new StringBuilder();
    for (int i = 30; i > 0; i--) {
      query.append("p").append(100 + i).append('=').append("杭".repeat(50)).append('&');
      headers.add("x-h-" + (100 + i));
      headers.add("v".repeat(50));
    }
    SignableRequest request =
        new SignableRequest(
            "GET", "/", query.toString(), headers.toArray(new String[0]), new byte[0]);

    assertThat(signer.authorization(KEYS, request))
        .isEqualTo(new RequestSigner().authorization(KEYS, request))
        .contains("SignedHeaders=host;x-h-101;x-h-102;")
        .contains(";x-h-130;x-sdk-date,");
  }

  @Test
  void authorization_withoutADate_isRefusedAndLeavesTheSignerUsable() {
    String[] headers = {"host", "h"};

    assertThatThrownBy(
            () ->
                signer.authorization(
                    KEYS, new SignableRequest("GET", "/", "", headers, new byte[0])))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("x-sdk-date");
    assertThat(signer.authorization(KEYS, get("/", ""))).startsWith("SDK-HMAC-SHA256 Access=AK1");
  }

  private static SignableRequest get(String path, String query) {
    return new SignableRequest("GET", path, query, HEADERS, new byte[0]);
  }

  record Vector(JsonNode node) {

    String text(String name) {
      return node.get(name).asText();
    }

    AccessKeys keys() {
      return AccessKeys.permanent(text("accessKey"), Secret.of(text("secretKey")));
    }

    SignableRequest request() {
      List<String> headers = new ArrayList<>();
      node.get("headers")
          .properties()
          .forEach(
              header -> {
                headers.add(header.getKey().toLowerCase(Locale.ROOT));
                headers.add(header.getValue().asText());
              });
      return new SignableRequest(
          text("method"),
          text("path"),
          text("canonicalQuery"),
          headers.toArray(new String[0]),
          text("body").getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
      return text("name");
    }
  }
}
