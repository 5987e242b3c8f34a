package com.guance.onboarding;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class JsonTextProperties {

  @Property
  void end_anyTexts_areReadAsTheyWere(@ForAll String one, @ForAll String other, @ForAll long n) {
    String text =
        new JsonText()
            .text(one, other)
            .number("n", n)
            .texts("list", List.of(one, other))
            .json("inner", new JsonText().text("x", one).end())
            .end();

    JsonNode json = FactCodec.read(text);
    assertThat(json.path("n").asLong()).isEqualTo(n);
    assertThat(json.path("list").path(0).asText()).isEqualTo(one);
    assertThat(json.path("list").path(1).asText()).isEqualTo(other);
    assertThat(json.path("inner").path("x").asText()).isEqualTo(one);
    assertThat(json.has(one)).isTrue();
  }

  @Example
  void end_charactersThatNoStoreKeeps_areEscaped() {
    String text = new JsonText().text("a", "x\0y\ud800z\"\\").end();

    assertThat(text).isEqualTo("{\"a\":\"x\\u0000y\\ud800z\\\"\\\\\"}");
    assertThat(FactCodec.read(text).path("a").asText()).isEqualTo("x\0y\ud800z\"\\");
  }

  @Example
  void end_nothing_isAnEmptyObject() {
    assertThat(new JsonText().end()).isEqualTo("{}");
    assertThat(new JsonText().texts("a", List.of()).end()).isEqualTo("{\"a\":[]}");
  }
}
