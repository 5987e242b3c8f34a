package com.guance.onboarding.huawei.callback;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SortedFormTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"b\":1,\"a\":2} | {\"a\":2,\"b\":1}",
        "{ \"b\" : {\"z\":1, \"y\":null} , \"a\":null } | {\"b\":{\"z\":1,\"y\":null}}",
        "{\"a\":\"x\\/y\"} | {\"a\":\"x/y\"}",
        "{\"a\":\"caf\\u00e9\"} | {\"a\":\"café\"}",
        "{\"a\":1.0,\"b\":1,\"c\":5.50,\"d\":1e2} | {\"a\":1.0,\"b\":1,\"c\":5.5,\"d\":100.0}",
        "{\"B\":1,\"a\":2,\"A\":3} | {\"A\":3,\"B\":1,\"a\":2}",
        "{\"a\":[ 2, 1 ],\"b\":true} | {\"a\":[2,1],\"b\":true}"
      })
  void of_object_isWhatJacksonReadsAndWrites(String body, String sorted) {
    assertThat(SortedForm.of(body.getBytes(StandardCharsets.UTF_8)))
        .asString(StandardCharsets.UTF_8)
        .isEqualTo(sorted);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "[]",
        "1",
        "null",
        "{",
        "{\"a\":1,\"a\":1}",
        "{\"b\":{\"a\":1,\"a\":2}}",
        "{} x"
      })
  void of_noObjectOrAKeyTwice_hasNone(String body) {
    assertThat(SortedForm.of(body.getBytes(StandardCharsets.UTF_8))).isNull();
  }

  @Test
  void of_nestedTooDeep_hasNone() {
    byte[] deep =
        ("{\"a\":" + "[".repeat(5000) + "]".repeat(5000) + "}").getBytes(StandardCharsets.UTF_8);

    assertThat(SortedForm.of(deep)).isNull();
  }
}
