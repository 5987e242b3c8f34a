package com.guance.onboarding.billing.openapi;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import java.io.IOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Reads true and false, 1 and 0, as themselves or as text; nothing else, since much hangs on it.
 */
final class Flag extends StdDeserializer<Boolean> {

  private static final long serialVersionUID = 1L;

  Flag() {
    super(Boolean.class);
  }

  @Override
  public @Nullable Boolean deserialize(JsonParser parser, DeserializationContext context)
      throws IOException {
    String text = parser.currentToken().isScalarValue() ? parser.getText().strip() : "?";
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "1", "true", "1.0" -> Boolean.TRUE;
      case "0", "false", "0.0" -> Boolean.FALSE;
      case "", "none" -> null;
      default -> context.reportInputMismatch(this, "neither yes nor no");
    };
  }
}
