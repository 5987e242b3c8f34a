package com.guance.onboarding.testkit;

import java.util.Map;
import java.util.function.UnaryOperator;

/** Changes rows without any rule; a row that is not there is the caller's mistake. */
final class RowEdits {

  private final World world;

  RowEdits(World world) {
    this.world = world;
  }

  <K, V> void remove(Map<K, V> rows, K key) {
    world.act(
        Origin.PERSON,
        () -> {
          there(rows.remove(key) != null, String.valueOf(key));
          return key;
        });
  }

  <K, V> void change(Map<K, V> rows, K key, UnaryOperator<V> change) {
    world.act(
        Origin.PERSON,
        () -> {
          there(rows.containsKey(key), String.valueOf(key));
          return rows.computeIfPresent(key, (same, row) -> change.apply(row));
        });
  }

  static void there(boolean is, String what) {
    if (!is) {
      throw missing(what);
    }
  }

  static IllegalArgumentException missing(String what) {
    return new IllegalArgumentException("there is no " + what);
  }
}
