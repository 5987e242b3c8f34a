package com.guance.onboarding.huawei.callback;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of a query. A name that stands twice makes the whole query unusable: two readers
 * could choose differently.
 */
final class QueryParameters {

  private static final int MOST = 32;

  private final List<String> namesAndValues;

  private QueryParameters(List<String> namesAndValues) {
    this.namesAndValues = namesAndValues;
  }

  /** Reads a query; null if it is malformed, too long or names something twice. */
  static @Nullable QueryParameters read(String query) {
    QueryParameters parameters = new QueryParameters(new ArrayList<>(8));
    int from = 0;
    while (from <= query.length()) {
      int end = query.indexOf('&', from);
      end = end < 0 ? query.length() : end;
      if (end > from && !parameters.add(query, from, end)) {
        return null;
      }
      from = end + 1;
    }
    return parameters;
  }

  @Nullable String value(String name) {
    for (int i = 0; i < namesAndValues.size(); i += 2) {
      if (namesAndValues.get(i).equals(name)) {
        return namesAndValues.get(i + 1);
      }
    }
    return null;
  }

  private boolean add(String query, int from, int end) {
    int equals = query.indexOf('=', from);
    int nameEnd = equals < 0 || equals > end ? end : equals;
    try {
      String name = decode(query.substring(from, nameEnd));
      String value = nameEnd == end ? "" : decode(query.substring(nameEnd + 1, end));
      if (value(name) != null || namesAndValues.size() >= 2 * MOST) {
        return false;
      }
      namesAndValues.add(name);
      namesAndValues.add(value);
      return true;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static String decode(String text) {
    boolean plain = text.indexOf('%') < 0 && text.indexOf('+') < 0;
    return plain ? text : URLDecoder.decode(text, StandardCharsets.UTF_8);
  }
}
