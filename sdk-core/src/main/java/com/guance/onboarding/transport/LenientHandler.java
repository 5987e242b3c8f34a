package com.guance.onboarding.transport;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.deser.DeserializationProblemHandler;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Saves what can be saved without guessing: enum values nobody told us about, "3.0" for 3. */
final class LenientHandler extends DeserializationProblemHandler {

  private static final String UNKNOWN = "UNKNOWN";

  @Override
  public @Nullable Object handleWeirdStringValue(
      DeserializationContext context, Class<?> type, String text, String problem)
      throws IOException {
    if (type.isEnum()) {
      return unknownOf(type);
    }
    if (type == int.class || type == Integer.class || type == long.class || type == Long.class) {
      return wholeNumber(type, text);
    }
    return NOT_HANDLED;
  }

  @Override
  public @Nullable Object handleWeirdNumberValue(
      DeserializationContext context, Class<?> type, Number number, String problem)
      throws IOException {
    // The code of an enum may be written as a number: look it up as the text that it would be.
    return type.isEnum()
        ? context.readTreeAsValue(TextNode.valueOf(number.toString()), type)
        : NOT_HANDLED;
  }

  @Override
  public @Nullable Object handleUnexpectedToken(
      DeserializationContext context,
      JavaType type,
      JsonToken token,
      JsonParser parser,
      String problem)
      throws IOException {
    if (!type.isEnumType()) {
      return NOT_HANDLED;
    }
    parser.skipChildren();
    return unknownOf(type.getRawClass());
  }

  private static Object unknownOf(Class<?> type) {
    for (Object constant : type.getEnumConstants()) {
      if (((Enum<?>) constant).name().equals(UNKNOWN)) {
        return constant;
      }
    }
    return NOT_HANDLED;
  }

  private static Object wholeNumber(Class<?> type, String text) {
    try {
      long number = new BigDecimal(text.strip()).longValueExact();
      return type == int.class || type == Integer.class
          ? (Object) Math.toIntExact(number)
          : (Object) number;
    } catch (NumberFormatException | ArithmeticException e) {
      return NOT_HANDLED;
    }
  }
}
