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

  private static final List<String> TYPES =
      List.of("null", "true", "7", "\"text\"", "[]", "{\"a\":1}");

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

  /**
   * One change at a time, at every place: each field missing, each value replaced by one of every
   * other type, a field and an item added to each object and list.
   */
  public static List<String> each(String json) {
    List<String> all = new ArrayList<>();
    JsonNode tree = parse(json);
    for (JsonNode container : containers(tree)) {
      if (container instanceof ObjectNode object) {
        eachField(tree, object, all);
      } else {
        eachItem(tree, (ArrayNode) container, all);
      }
    }
    return all;
  }

  /** A field that nobody knows yet, added to one object at a time, at every place. */
  public static List<String> added(String json) {
    List<String> all = new ArrayList<>();
    JsonNode tree = parse(json);
    for (JsonNode container : containers(tree)) {
      if (container instanceof ObjectNode object) {
        addField(tree, object, all);
      }
    }
    return all;
  }

  private static void eachField(JsonNode tree, ObjectNode object, List<String> all) {
    List<String> names = new ArrayList<>();
    object.fieldNames().forEachRemaining(names::add);
    for (String name : names) {
      JsonNode value = object.get(name);
      for (String type : TYPES) {
        object.set(name, parse(type));
        all.add(tree.toString());
      }
      object.remove(name);
      all.add(tree.toString());
      object.set(name, value);
    }
    addField(tree, object, all);
  }

  private static void addField(JsonNode tree, ObjectNode object, List<String> all) {
    object.set("addedLater", parse("{\"a\":[1]}"));
    all.add(tree.toString());
    object.remove("addedLater");
  }

  private static List<JsonNode> containers(JsonNode tree) {
    List<JsonNode> all = new ArrayList<>();
    collect(tree, all);
    return all;
  }

  private static void eachItem(JsonNode tree, ArrayNode array, List<String> all) {
    for (String type : TYPES) {
      array.add(parse(type));
      all.add(tree.toString());
      array.remove(array.size() - 1);
    }
  }

  private static JsonNode change(JsonNode tree, int seed) {
    List<JsonNode> containers = containers(tree);
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
