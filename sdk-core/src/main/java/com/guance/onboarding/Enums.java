package com.guance.onboarding;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Reads names of constants that another version may have written. */
final class Enums {

  private static final Map<Class<?>, Map<String, Object>> BY_NAME = new ConcurrentHashMap<>();

  private Enums() {}

  static <E extends Enum<E>> Optional<E> find(Class<E> type, String name) {
    Map<String, Object> names =
        BY_NAME.computeIfAbsent(
            type,
            key -> {
              Map<String, Object> all = new HashMap<>();
              for (E constant : type.getEnumConstants()) {
                all.put(constant.name(), constant);
              }
              return Map.copyOf(all);
            });
    return Optional.ofNullable(type.cast(names.get(name)));
  }

  static <E extends Enum<E>> E read(Class<E> type, String name, E unknown) {
    return find(type, name).orElse(unknown);
  }
}
