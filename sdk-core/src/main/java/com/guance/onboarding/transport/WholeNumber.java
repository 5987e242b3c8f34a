package com.guance.onboarding.transport;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.deser.std.NumberDeserializers;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/** Reads 3.0 as 3 and refuses 3.5, which Jackson would cut to 3; all else as Jackson does. */
final class WholeNumber<N> extends StdScalarDeserializer<N> {

  private static final long serialVersionUID = 1L;

  private final transient JsonDeserializer<?> standard;
  private final transient LongFunction<N> narrow;

  private WholeNumber(Class<N> type, JsonDeserializer<?> standard, LongFunction<N> narrow) {
    super(type);
    this.standard = standard;
    this.narrow = narrow;
  }

  static <N> WholeNumber<N> of(Class<N> type, LongFunction<N> narrow) {
    return new WholeNumber<>(type, NumberDeserializers.find(type, type.getName()), narrow);
  }

  @Override
  @SuppressWarnings("unchecked") // the standard deserializer of N, or one exact number
  public N deserialize(JsonParser parser, DeserializationContext context) throws IOException {
    if (!parser.hasToken(JsonToken.VALUE_NUMBER_FLOAT)) {
      return (N) standard.deserialize(parser, context);
    }
    BigDecimal number = parser.getDecimalValue();
    try {
      return narrow.apply(number.longValueExact());
    } catch (ArithmeticException e) {
      return (N) context.handleWeirdNumberValue(handledType(), number, "not a whole number");
    }
  }

  @Override
  @SuppressWarnings("unchecked") // null or zero of N
  public @Nullable N getNullValue(DeserializationContext context) throws JsonMappingException {
    return (N) standard.getNullValue(context);
  }
}
