package com.guance.onboarding.billing.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** Answers that are not quite the documented ones: fields missing, of another type, added. */
public final class Mutations {

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final List<String> STRANGE =
      List.of(
          "null",
          "true",
          "0",
          "-1",
          "1.5",
          "1e400",
          "\"\"",
          "\"None\"",
          "\"text\"",
          "\"12\"",
          "[]",
          "[null]",
          "[1,\"a\"]",
          "{}",
          "{\"a\":{\"b\":[]}}",
          "[{\"uuid\":1}]",
          "\"\\u0000\\ud83d\"",
          "99999999999999999999999");

  private Mutations() {}

  /** One to three changes at random places of one document. */
  public static Arbitrary<String> of(String json) {
    Arbitrary<Integer> seed = Arbitraries.integers().between(0, 1_000_000);
    return seed.list()
        .ofMinSize(1)
        .ofMaxSize(3)
        .map(
            seeds -> {
              JsonNode tree = parse(json);
              for (int each : seeds) {
                tree = change(tree, each);
              }
              return tree.toString();
            });
  }

  private static JsonNode change(JsonNode tree, int seed) {
    List<JsonNode> containers = new ArrayList<>();
    collect(tree, containers);
    JsonNode strange = parse(STRANGE.get(seed % STRANGE.size()));
    if (containers.isEmpty() || seed % 97 == 0) {
      return strange;
    }
    JsonNode container = containers.get((seed / 7) % containers.size());
    if (container instanceof ObjectNode object) {
      changeObject(object, seed, strange);
    } else if (container instanceof ArrayNode array) {
      array.add(strange);
    }
    return tree;
  }

  private static void changeObject(ObjectNode object, int seed, JsonNode strange) {
    List<String> names = new ArrayList<>();
    object.fieldNames().forEachRemaining(names::add);
    if (names.isEmpty() || seed % 5 == 0) {
      object.set("added" + seed % 3, strange);
      return;
    }
    String name = names.get((seed / 31) % names.size());
    if (seed % 3 == 0) {
      object.remove(name);
    } else {
      object.set(name, strange);
    }
  }

  private static void collect(JsonNode node, List<JsonNode> containers) {
    if (node.isContainerNode()) {
      containers.add(node);
      node.forEach(child -> collect(child, containers));
    }
  }

  private static JsonNode parse(String json) {
    try {
      return MAPPER.readTree(json);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
