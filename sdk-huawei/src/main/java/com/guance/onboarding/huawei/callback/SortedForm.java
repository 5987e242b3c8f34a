package com.guance.onboarding.huawei.callback;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeType;
import java.io.IOException;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The form that KooGallery says it signs: the keys of the top level in ascending order, those
 * without a value left out, nested objects as they came, no blanks (contracts/koogallery.md §2.1).
 *
 * <p>It is what Jackson reads and writes again: {@code \/} and {@code \u00e9} become plain
 * characters, {@code 1.0} stays {@code 1.0}, {@code 1e2} becomes {@code 100.0}. Reads what nobody
 * has verified yet, hence strictly: a key that stands twice has no sorted form.
 */
final class SortedForm {

  private static final int DEEPEST = 64;

  private static final JsonMapper STRICT =
      JsonMapper.builder(
              JsonFactory.builder()
                  // names from strangers are not worth remembering
                  .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
                  .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private SortedForm() {}

  /** The sorted form of a body, null if it has none: no JSON object, or a key twice. */
  static byte @Nullable [] of(byte[] body) {
    try {
      JsonNode tree = STRICT.readTree(body);
      if (tree == null || tree.getNodeType() != JsonNodeType.OBJECT) {
        return null;
      }
      TreeMap<String, JsonNode> sorted = new TreeMap<>();
      tree.properties()
          .forEach(
              field -> {
                if (!field.getValue().isNull()) {
                  sorted.put(field.getKey(), field.getValue());
                }
              });
      return STRICT.writeValueAsBytes(sorted);
    } catch (IOException e) {
      return null;
    }
  }
}
