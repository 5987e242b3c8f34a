package com.guance.onboarding.transport;

import static org.assertj.core.api.Assertions.assertThat;

import com.guance.onboarding.error.ProtocolException;
import com.guance.onboarding.transport.OrderApi.Order;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;

class JsonDecoderProperties {

  private static final JsonDecoder<Order> DECODER = JsonDecoder.of(Order.class);

  private static final String GOOD =
      "{\"id\":\"hush\",\"amount\":12,\"seconds\":1700000000,\"state\":\"FROZEN\","
          + "\"tags\":[\"a\",\"b\"],\"buyer\":{\"name\":\"hush\",\"vip\":true},"
          + "\"members\":{\"hush\":{\"vip\":false}},\"since\":\"2026-03-01T00:00:00Z\"}";

  private static final List<String> FIELDS =
      List.of("id", "amount", "seconds", "state", "tags", "buyer", "members", "since", "future");

  @Property(tries = 500, seed = "7")
  void decode_ofAnyValuesInAnyFields_givesAValueOrAProtocolException(
      @ForAll("documents") String json) {
    decodeOrRefuse(json.getBytes(StandardCharsets.UTF_8));
  }

  @Property(tries = 500, seed = "11")
  void decode_ofADocumentWithOneByteChanged_givesAValueOrAProtocolException(
      @ForAll @IntRange(max = 200) int position, @ForAll byte changed) {
    byte[] json = GOOD.getBytes(StandardCharsets.UTF_8);
    json[position % json.length] = changed;
    decodeOrRefuse(json);
  }

  @Property(tries = 300, seed = "13")
  void decode_ofADocumentCutShort_givesAProtocolException(@ForAll @IntRange(max = 1000) int at) {
    byte[] json = GOOD.getBytes(StandardCharsets.UTF_8);
    assertThat(decodeOrRefuse(Arrays.copyOf(json, at % json.length))).isFalse();
  }

  @Property(tries = 300, seed = "17")
  void decode_ofAnyBytes_givesAValueOrAProtocolException(@ForAll byte[] bytes) {
    decodeOrRefuse(bytes);
  }

  @Provide
  Arbitrary<String> documents() {
    Arbitrary<String> members =
        Arbitraries.of(FIELDS)
            .flatMap(name -> value().map(value -> "\"" + name + "\":" + value))
            .list()
            .ofMaxSize(9)
            .map(fields -> "{" + String.join(",", fields) + "}");
    return Arbitraries.frequencyOf(Tuple.of(9, members), Tuple.of(1, value()));
  }

  private static Arbitrary<String> value() {
    Arbitrary<String> simple =
        Arbitraries.of(
            "null",
            "true",
            "0",
            "-1",
            "1.0",
            "1.5",
            "1e400",
            "9".repeat(30),
            "9".repeat(200),
            "\"\"",
            "\" \"",
            "\"hush\"",
            "\"12\"",
            "\"1e9\"",
            "\"ACTIVE\"",
            "\"\\u0000\"",
            "{}",
            "[]",
            "[[]]",
            "{\"hush\":{}}",
            "[null]",
            "{\"vip\":\"hush\"}",
            "{\"vip\":{}}",
            "NaN");
    return Arbitraries.lazyOf(
        () -> simple,
        () -> simple,
        () -> simple.list().ofMaxSize(3).map(list -> "[" + String.join(",", list) + "]"),
        () -> simple.map(inner -> "{\"name\":" + inner + ",\"vip\":" + inner + "}"));
  }

  /** Whether there was a value. Anything thrown but the one exception fails the test. */
  private static boolean decodeOrRefuse(byte[] json) {
    try {
      assertThat(DECODER.decode(json, "guance", "find order")).isNotNull();
      return true;
    } catch (ProtocolException e) {
      assertThat(e).hasNoCause();
      assertThat(e.getMessage()).doesNotContain("hush");
      return false;
    }
  }
}
