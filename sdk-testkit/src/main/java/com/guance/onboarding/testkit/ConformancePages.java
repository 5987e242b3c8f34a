package com.guance.onboarding.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The checks of lists, the same for every list. */
final class ConformancePages {

  private static final int MOST = 1_000;

  private ConformancePages() {}

  /** Walks a list one item at a time: nothing twice, nothing left out, an end. */
  static void walk(GatewayProbe gateway, String path, String id, Set<String> wanted) {
    String separator = path.contains("?") ? "&" : "?";
    Set<String> cursors = new HashSet<>();
    List<String> found = new ArrayList<>();
    String cursor = "";
    do {
      GatewayReply page =
          gateway.get(
              path
                  + separator
                  + "pageSize=1"
                  + (cursor.isEmpty() ? "" : "&cursor=" + GatewayProbe.in(cursor)));
      List<JsonNode> items = page.items();
      if (items.size() > 1) {
        throw Unfit.failed("pageSize=1 gives " + items.size() + " items");
      }
      items.forEach(item -> found.add(item.path(id).asText("")));
      cursor = page.body().path("nextCursor").asText("");
      if (!cursor.isEmpty() && !cursors.add(cursor)) {
        throw Unfit.failed("nextCursor leads back to a page that was read");
      }
      if (cursors.size() > MOST) {
        throw Unfit.failed("nextCursor leads on and on");
      }
    } while (!cursor.isEmpty());
    if (new HashSet<>(found).size() != found.size()) {
      throw Unfit.failed("an item is on two pages");
    }
    if (!found.containsAll(wanted)) {
      throw Unfit.failed("an item is on no page");
    }
  }

  /** The bounds of a page. */
  static void bounds(GatewayProbe gateway, String path) {
    String separator = path.contains("?") ? "&" : "?";
    gateway.get(path + separator + "pageSize=100").items();
    gateway.get(path + separator + "pageSize=0").refused(400, "INVALID_REQUEST");
    gateway.get(path + separator + "pageSize=101").refused(400, "INVALID_REQUEST");
  }

  /** The ids of a list that fits one page. */
  static List<String> ids(GatewayProbe gateway, String path, String id) {
    return gateway.get(path).items().stream().map(item -> item.path(id).asText("")).toList();
  }
}
