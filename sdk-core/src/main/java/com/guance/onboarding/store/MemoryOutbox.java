package com.guance.onboarding.store;

import com.guance.onboarding.spi.Commit;
import com.guance.onboarding.spi.OutboxRow;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Undelivered events in memory, in the order in which they came; used under the store's lock. */
final class MemoryOutbox {

  private final Map<String, OutboxRow> rows = new LinkedHashMap<>();

  void store(Commit commit) {
    for (OutboxRow row : commit.outbox()) {
      rows.putIfAbsent(row.eventId(), row);
    }
    for (String eventId : commit.delivered()) {
      rows.remove(eventId);
    }
  }

  List<OutboxRow> oldest(int limit) {
    return rows.values().stream().limit(limit).toList();
  }

  List<OutboxRow> after(String eventId, int limit) {
    return !rows.containsKey(eventId)
        ? oldest(limit)
        : rows.values().stream()
            .dropWhile(row -> !row.eventId().equals(eventId))
            .skip(1)
            .limit(limit)
            .toList();
  }
}
