package com.guance.onboarding.huawei.callback;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/**
 * One JSON object of a callback: the fields that we know, each by its last value; the others are
 * skipped. A key spelt exactly wins over one with stray blanks or in another case.
 *
 * <p>Reads only what has been verified.
 */
final class WireObject {

  private static final int DEEPEST = 64;

  private static final JsonFactory JSON =
      JsonFactory.builder()
          .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
          .build();

  private final Map<WireField, String> texts = new EnumMap<>(WireField.class);
  private final Set<WireField> spelt =
      EnumSet.noneOf(WireField.class); // those that came exactly so
  private List<WireObject> items = List.of();
  private @Nullable WireObject product;

  private WireObject() {}

  /** Reads a body. */
  static WireObject read(byte[] body) throws IOException {
    try (JsonParser parser = JSON.createParser(body)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw new IOException("no object");
      }
      WireObject object = readFields(parser);
      if (parser.nextToken() != null) {
        throw new IOException("more than one value");
      }
      return object;
    }
  }

  /** The text of a scalar, empty when it is absent, null or blank. */
  Optional<String> text(WireField field) {
    String text = texts.get(field);
    return text == null || text.isBlank() ? Optional.empty() : Optional.of(text.strip());
  }

  /** The elements of the list that the activity carries: members, departments. */
  List<WireObject> items() {
    return items;
  }

  /** The nested product, empty when there is none. */
  Optional<WireObject> product() {
    return Optional.ofNullable(product);
  }

  private static WireObject readFields(JsonParser parser) throws IOException {
    WireObject object = new WireObject();
    for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
      JsonToken value = parser.nextToken();
      WireField field = object.accept(name);
      if (field == null) {
        parser.skipChildren();
      } else {
        object.readValue(field, value, parser);
      }
    }
    return object;
  }

  /** The field that a name means; null if it is none of ours or has come better spelt. */
  private @Nullable WireField accept(String name) {
    WireField field = WireField.exact(name);
    if (field != null) {
      spelt.add(field);
      return field;
    }
    field = WireField.lenient(name);
    return field == null || spelt.contains(field) ? null : field;
  }

  private void readValue(WireField field, JsonToken token, JsonParser parser) throws IOException {
    switch (field) {
      case USER_LIST, ORG_INFO_LIST -> readItems(token, parser);
      case PRODUCT_INFO -> readProduct(token, parser);
      case INSTANCE_ID -> put(field, textOrList(token, parser));
      default -> put(field, scalar(token, parser));
    }
  }

  private void put(WireField field, @Nullable String text) {
    if (text == null) {
      texts.remove(field);
    } else {
      texts.put(field, text);
    }
  }

  private static @Nullable String scalar(JsonToken token, JsonParser parser) throws IOException {
    if (token.isStructStart()) {
      parser.skipChildren();
      return null;
    }
    return token == JsonToken.VALUE_NULL ? null : parser.getText();
  }

  /** A list may stand for a text with commas. */
  private static @Nullable String textOrList(JsonToken token, JsonParser parser)
      throws IOException {
    if (token != JsonToken.START_ARRAY) {
      return scalar(token, parser);
    }
    StringJoiner joined = new StringJoiner(",");
    for (JsonToken item = parser.nextToken();
        item != JsonToken.END_ARRAY;
        item = parser.nextToken()) {
      String text = scalar(item, parser);
      if (text != null) {
        joined.add(text);
      }
    }
    return joined.toString();
  }

  /** A list of objects, or a text that holds one: older pages send it so. */
  private void readItems(JsonToken token, JsonParser parser) throws IOException {
    if (token == JsonToken.VALUE_STRING) {
      String text = parser.getText();
      if (!text.isBlank()) {
        try (JsonParser inner = JSON.createParser(text)) {
          readItems(inner.nextToken(), inner);
        }
      }
    } else if (token == JsonToken.START_ARRAY) {
      items = readObjects(parser);
    } else {
      scalar(token, parser);
    }
  }

  private void readProduct(JsonToken token, JsonParser parser) throws IOException {
    if (token == JsonToken.START_OBJECT) {
      product = readFields(parser);
    } else if (token == JsonToken.START_ARRAY) {
      List<WireObject> products = readObjects(parser);
      product = products.isEmpty() ? null : products.get(0);
    } else {
      scalar(token, parser);
    }
  }

  private static List<WireObject> readObjects(JsonParser parser) throws IOException {
    List<WireObject> objects = new ArrayList<>();
    for (JsonToken item = parser.nextToken();
        item != JsonToken.END_ARRAY;
        item = parser.nextToken()) {
      if (item == JsonToken.START_OBJECT) {
        objects.add(readFields(parser));
      } else {
        scalar(item, parser);
      }
    }
    return objects;
  }
}
