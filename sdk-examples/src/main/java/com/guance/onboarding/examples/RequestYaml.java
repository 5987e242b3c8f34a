package com.guance.onboarding.examples;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import com.fasterxml.jackson.dataformat.yaml.snakeyaml.error.MarkedYAMLException;
import com.guance.onboarding.domain.InvalidInputException;
import java.io.IOException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * The values of a YAML text, letter by letter as they are written there: {@code 0123} is no number,
 * {@code No} is no truth value.
 */
final class RequestYaml {

  private static final String FILE = "--request";

  private final YAMLParser parser;
  private final Map<String, String> values = new LinkedHashMap<>();
  private final Set<String> seen = new HashSet<>();

  private RequestYaml(YAMLParser parser) {
    this.parser = parser;
  }

  /** The values by the names of their sections; what is left empty is not stated. */
  static Map<String, String> read(String text) {
    try (YAMLParser parser = new YAMLFactory().createParser(text)) {
      RequestYaml yaml = new RequestYaml(parser);
      yaml.document();
      return yaml.values;
    } catch (JsonProcessingException e) {
      throw new InvalidInputException(
          FILE,
          "must be YAML, and is not at "
              + troubleOf(e)
              + ": indent with spaces, and follow each name by a colon and a space");
    } catch (IOException e) {
      throw new IllegalStateException("a text cannot be read", e);
    }
  }

  private void document() throws IOException {
    if (parser.nextToken() != JsonToken.START_OBJECT) {
      throw new InvalidInputException(FILE, "must hold a section for each thing it states");
    }
    section("");
    if (parser.nextToken() != null) {
      throw new InvalidInputException(FILE, "must hold one document; another begins at " + place());
    }
  }

  private void section(String prefix) throws IOException {
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String path = prefix + parser.currentName();
      if (!seen.add(path)) {
        throw new InvalidInputException(path, "is stated twice, again at " + place());
      }
      value(path, parser.nextToken());
    }
  }

  private void value(String path, JsonToken token) throws IOException {
    if (token == JsonToken.START_OBJECT) {
      section(path + ".");
    } else if (token == JsonToken.START_ARRAY) {
      throw new InvalidInputException(path, "must be one value, not a list");
    } else if (parser.isCurrentAlias()) {
      throw new InvalidInputException(path, "must be written out, not refer to another value");
    } else if (token != JsonToken.VALUE_NULL && !parser.getText().isEmpty()) {
      values.put(path, parser.getText());
    }
  }

  private String place() {
    JsonLocation at = parser.currentTokenLocation();
    return place(at.getLineNr(), at.getColumnNr());
  }

  /** Where the trouble is; the parser's own place is where all was still well. */
  @SuppressWarnings("deprecation") // nothing else has it
  private static String troubleOf(JsonProcessingException wrong) {
    if (wrong instanceof MarkedYAMLException marked && marked.getProblemMark() != null) {
      return place(marked.getProblemMark().getLine() + 1, marked.getProblemMark().getColumn() + 1);
    }
    return place(wrong.getLocation().getLineNr(), wrong.getLocation().getColumnNr());
  }

  private static String place(int line, int column) {
    return "line " + line + ", column " + column;
  }
}
