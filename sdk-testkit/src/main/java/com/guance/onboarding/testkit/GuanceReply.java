package com.guance.onboarding.testkit;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * The envelope of contracts/guance.md §3.1, with the oddities that Guance's documents show: both
 * forms of a list, by turns.
 */
final class GuanceReply {

  private static final int OK = 200;
  private static final int MOST = 100;
  private static final int INDEX_MOST = 1_000_000;

  private final Ids ids;
  private final AtomicInteger lists = new AtomicInteger();

  GuanceReply(Ids ids) {
    this.ids = ids;
  }

  Answer ok(@Nullable Object content) {
    return Answer.ok(envelope(OK, content, "", "").and("success", true).and("traceId", trace()));
  }

  Answer refused(Refused refused) {
    return Answer.of(
        refused.status(),
        envelope(refused.status(), null, published(refused.code()), refused.text())
            .and("success", false)
            .and("traceId", trace()));
  }

  /** Guance publishes hardly any codes; ours must not look like one of them. */
  private static String published(String code) {
    return code.startsWith("ft.") ? code : "emulator." + code;
  }

  /** A page as the list pages have it: bare and beside its page information, or inside it. */
  Answer list(ApiCall call, List<Fields> all) {
    return lists.getAndIncrement() % 2 == 0 ? beside(call, all) : nested(call, all);
  }

  /** A page as the External API has it, always. */
  Answer nested(ApiCall call, List<Fields> all) {
    Page page = Page.of(call, all);
    return ok(Fields.of("data", page.items()).and("pageInfo", page.info()));
  }

  private Answer beside(ApiCall call, List<Fields> all) {
    Page page = Page.of(call, all);
    return Answer.ok(
        envelope(OK, page.items(), "", "")
            .and("pageInfo", page.info())
            .and("success", true)
            .and("traceId", trace()));
  }

  private static Fields envelope(
      int code, @Nullable Object content, String errorCode, String message) {
    return Fields.of("code", code)
        .and("content", content)
        .and("errorCode", errorCode)
        .and("message", message);
  }

  private String trace() {
    return ids.next("TRACE-");
  }

  /** Some rows of a list, and where they stand in it. */
  private record Page(List<Fields> items, Fields info) {

    static Page of(ApiCall call, List<Fields> all) {
      int index = call.number("pageIndex", 1, INDEX_MOST);
      int size = call.number("pageSize", MOST, MOST);
      List<Fields> items = all.stream().skip((index - 1L) * size).limit(size).toList();
      return new Page(
          items,
          Fields.of("count", items.size())
              .and("pageIndex", index)
              .and("pageSize", size)
              .and("totalCount", all.size()));
    }
  }
}
