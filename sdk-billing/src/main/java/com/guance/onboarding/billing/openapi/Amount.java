package com.guance.onboarding.billing.openapi;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import java.io.IOException;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Reads a number exactly, written as such or as text. What Guance writes for no number, the text
 * {@code None} among it, is null.
 */
final class Amount extends StdDeserializer<BigDecimal> {

  private static final long serialVersionUID = 1L;

  /** Beyond this nobody means an amount, and arithmetic with it could take for ever. */
  private static final int MOST_DIGITS = 60;

  Amount() {
    super(BigDecimal.class);
  }

  @Override
  public @Nullable BigDecimal deserialize(JsonParser parser, DeserializationContext context)
      throws IOException {
    if (parser.currentToken().isNumeric()) {
      return usable(parser.getDecimalValue(), context);
    }
    if (!parser.hasToken(JsonToken.VALUE_STRING)) {
      return context.reportInputMismatch(this, "not a number");
    }
    String text = parser.getText().strip();
    if (text.isEmpty() || text.equalsIgnoreCase("None") || text.equals("-")) {
      return null;
    }
    try {
      return usable(new BigDecimal(text), context);
    } catch (NumberFormatException e) {
      return context.reportInputMismatch(this, "not a number");
    }
  }

  private @Nullable BigDecimal usable(BigDecimal number, DeserializationContext context)
      throws IOException {
    return Math.abs(number.scale()) > MOST_DIGITS || number.precision() > MOST_DIGITS
        ? context.reportInputMismatch(this, "not a number of this world")
        : number;
  }
}
