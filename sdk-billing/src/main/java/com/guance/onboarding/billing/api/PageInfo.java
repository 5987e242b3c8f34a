package com.guance.onboarding.billing.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.OptionalInt;

/**
 * Where a page stands in its list; what was not said, or not as a number, is empty.
 *
 * @param pageIndex the number of the page, from 1
 * @param pageSize how many items a full page has
 * @param totalCount how many items the whole list has
 */
public record PageInfo(OptionalInt pageIndex, OptionalInt pageSize, OptionalInt totalCount) {

  static final PageInfo NONE =
      new PageInfo(OptionalInt.empty(), OptionalInt.empty(), OptionalInt.empty());

  static PageInfo of(JsonNode node) {
    return new PageInfo(
        number(node, "pageIndex"), number(node, "pageSize"), number(node, "totalCount"));
  }

  private static OptionalInt number(JsonNode node, String field) {
    int value = node.path(field).asInt(-1);
    return value < 0 ? OptionalInt.empty() : OptionalInt.of(value);
  }
}
