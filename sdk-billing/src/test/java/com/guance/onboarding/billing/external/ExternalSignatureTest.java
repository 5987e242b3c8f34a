package com.guance.onboarding.billing.external;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.guance.onboarding.domain.Secret;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class ExternalSignatureTest {

  static List<JsonNode> vectors() throws IOException {
    try (InputStream in =
        ExternalSignatureTest.class.getResourceAsStream("/vectors/guance-external-api.json")) {
      List<JsonNode> vectors = new ArrayList<>();
      new ObjectMapper().readTree(Objects.requireNonNull(in)).forEach(vectors::add);
      return vectors;
    }
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void sign_vector_isReproducedInBothEncodings(JsonNode vector) {
    String head =
        String.join(
            " ",
            vector.get("method").asText(),
            vector.get("nonce").asText(),
            vector.get("pathAndQuery").asText(),
            vector.get("timestamp").asText(),
            "");
    byte[] signature =
        ExternalSignature.sign(
            Secret.of(vector.get("secretKey").asText()),
            head,
            vector.get("body").asText().getBytes(UTF_8));
    assertThat(ExternalSignature.write(signature, SignatureEncoding.HEX))
        .isEqualTo(vector.get("hex").asText());
    assertThat(ExternalSignature.write(signature, SignatureEncoding.BASE64))
        .isEqualTo(vector.get("base64").asText());
  }
}
