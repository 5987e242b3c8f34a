package com.guance.onboarding.billing.api;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.deser.ContextualDeserializer;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads either shape of a list straight from the stream, without a tree in between. */
final class PageReader extends StdDeserializer<Page<?>> implements ContextualDeserializer {

  private static final long serialVersionUID = 1L;

  private final transient @Nullable JsonDeserializer<?> item;

  PageReader() {
    this(null);
  }

  private PageReader(@Nullable JsonDeserializer<?> item) {
    super(Page.class);
    this.item = item;
  }

  @Override
  public JsonDeserializer<?> createContextual(
      DeserializationContext context, @Nullable BeanProperty property) throws JsonMappingException {
    JavaType type = context.getContextualType().containedType(0);
    return new PageReader(context.findContextualValueDeserializer(type, property));
  }

  @Override
  public Page<?> deserialize(JsonParser parser, DeserializationContext context) throws IOException {
    if (parser.hasToken(JsonToken.START_ARRAY)) {
      return new Page<>(items(parser, context), PageInfo.NONE);
    }
    if (!parser.hasToken(JsonToken.START_OBJECT)) {
      return (Page<?>) context.handleUnexpectedToken(getValueType(context), parser);
    }
    List<Object> items = List.of();
    PageInfo info = PageInfo.NONE;
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String field = parser.currentName();
      parser.nextToken();
      if (field.equals("data") && !parser.hasToken(JsonToken.VALUE_NULL)) {
        items = data(parser, context);
      } else if (field.equals("pageInfo")) {
        info = PageInfo.of(context.readTree(parser));
      } else {
        parser.skipChildren();
      }
    }
    return new Page<>(items, info);
  }

  @Override
  public @Nullable Page<?> getNullValue(DeserializationContext context) {
    return new Page<>(List.of(), PageInfo.NONE);
  }

  private List<Object> data(JsonParser parser, DeserializationContext context) throws IOException {
    if (parser.hasToken(JsonToken.START_ARRAY)) {
      return items(parser, context);
    }
    return context.reportInputMismatch(this, "data is not a list");
  }

  private List<Object> items(JsonParser parser, DeserializationContext context) throws IOException {
    JsonDeserializer<?> reader = item;
    if (reader == null) {
      return context.reportInputMismatch(this, "the items have no type");
    }
    List<Object> items = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      if (parser.hasToken(JsonToken.VALUE_NULL)) {
        continue;
      }
      try {
        Object read = reader.deserialize(parser, context);
        // An empty list in an object's place reads as nothing.
        if (read != null) {
          items.add(read);
        }
      } catch (JsonMappingException e) {
        e.prependPath(Page.class, items.size());
        throw e;
      }
    }
    return Collections.unmodifiableList(items);
  }
}
