package com.guance.onboarding.transport;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list, as it comes: {@code {"items":[…],"nextCursor":"…"}}.
 *
 * @param items what is on this page; null if the answer has no such field
 * @param nextCursor leads to the next page; null or empty on the last one
 * @param <T> what the list is of
 */
public record CursorPage<T>(@Nullable List<@Nullable T> items, @Nullable String nextCursor) {

  /** Returns the number of items and nothing of them. */
  @Override
  public String toString() {
    return "CursorPage[" + (items == null ? 0 : items.size()) + "]";
  }
}
