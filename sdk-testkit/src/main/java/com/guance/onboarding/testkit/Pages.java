package com.guance.onboarding.testkit;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** Lists, page by page. */
final class Pages {

  private static final int DEFAULT_SIZE = 20;
  private static final int MAX_SIZE = 100;

  private Pages() {}

  static <T> Answer of(Call call, Stream<T> rows, Function<T, Fields> show) {
    int size = number(call.asked("pageSize").orElse(Integer.toString(DEFAULT_SIZE)), "pageSize");
    if (size < 1 || size > MAX_SIZE) {
      throw Refused.malformed("pageSize", "1 to 100");
    }
    int from = call.asked("cursor").map(Pages::offset).orElse(0);
    List<T> rest = rows.skip(from).limit(size + 1L).toList();
    boolean more = rest.size() > size;
    List<Fields> items = rest.stream().limit(size).map(show).toList();
    Fields page = Fields.of("items", items);
    return Answer.ok(more ? page.and("nextCursor", cursor(from + size)) : page);
  }

  private static String cursor(int offset) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(("after:" + offset).getBytes(StandardCharsets.UTF_8));
  }

  private static int offset(String cursor) {
    try {
      String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
      return number(text.startsWith("after:") ? text.substring("after:".length()) : "", "cursor");
    } catch (IllegalArgumentException e) {
      throw Refused.malformed("cursor", "the nextCursor of the page before");
    }
  }

  private static int number(String text, String field) {
    try {
      return Integer.parseUnsignedInt(text);
    } catch (NumberFormatException e) {
      throw Refused.malformed(field, "a number");
    }
  }
}
