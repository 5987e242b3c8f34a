package com.guance.onboarding.transport;

import com.guance.onboarding.error.ProtocolException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Insists on what an answer must say: what is missing or of another form becomes a {@link
 * ProtocolException} that names the field and never quotes it.
 *
 * @param provider who answered
 * @param operation what it was asked
 */
public record AnswerFields(String provider, String operation) {

  /**
   * Insists on a field.
   *
   * @param field its path of names
   * @param value what was read
   * @param <V> its type
   * @return the value
   * @throws ProtocolException if there is none
   */
  public <V> V required(String field, @Nullable V value) {
    if (value == null) {
      throw unreadable(field, "is missing");
    }
    return value;
  }

  /**
   * Insists on a text.
   *
   * @param field its path of names
   * @param value what was read
   * @return the text
   * @throws ProtocolException if there is none, or nothing but blanks
   */
  public String text(String field, @Nullable String value) {
    if (value == null || value.isBlank()) {
      throw unreadable(field, "is missing");
    }
    return value;
  }

  /**
   * Insists on a value with a form of its own, such as an id.
   *
   * @param field its path of names
   * @param value what was read
   * @param type makes the value, or refuses the text with an {@link IllegalArgumentException}
   * @param <V> its type
   * @return the value
   * @throws ProtocolException if there is no text, or it is refused
   */
  public <V> V value(String field, @Nullable String value, Function<String, V> type) {
    String text = text(field, value);
    try {
      return type.apply(text);
    } catch (IllegalArgumentException e) {
      throw unreadable(field, "is not of the agreed form");
    }
  }

  /**
   * Insists that an answer is about what was asked, so that nobody gets somebody else's things.
   *
   * @param field its path of names
   * @param asked what was asked
   * @param said what the answer says
   * @throws ProtocolException if the two differ
   */
  public void same(String field, String asked, @Nullable String said) {
    if (!asked.equals(required(field, said))) {
      throw unreadable(field, "is not the one that was asked for");
    }
  }

  /**
   * Describes a field that cannot be used.
   *
   * @param field its path of names
   * @param problem what is wrong with it, in our own words
   * @return the exception, to be thrown
   */
  public ProtocolException unreadable(String field, String problem) {
    return ProtocolException.ofField(provider, operation, field, problem, null);
  }
}
