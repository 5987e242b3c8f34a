package com.guance.onboarding.huawei.callback;

import com.guance.onboarding.domain.Secret;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The keys of each product and interface, made ready. Immutable. */
final class KeyRing {

  private final Keys common;
  private final Map<String, Keys> byProduct = new HashMap<>();

  KeyRing(CallbackSettings settings) {
    this.common = Keys.of(new CallbackKeys(settings.productionKeys(), settings.syncKeys()));
    settings.productKeys().forEach((path, keys) -> byProduct.put(path, Keys.of(keys)));
  }

  /** The keys that a request may be signed with; empty where none is configured. */
  List<HmacKey> keys(Route route) {
    Keys keys = byProduct.getOrDefault(route.product(), common);
    return route.channel() == Channel.PRODUCTION ? keys.production : keys.synchronization;
  }

  private record Keys(List<HmacKey> production, List<HmacKey> synchronization) {

    static Keys of(CallbackKeys keys) {
      return new Keys(ready(keys.production()), ready(keys.synchronization()));
    }

    private static List<HmacKey> ready(List<Secret> keys) {
      return keys.stream().map(HmacKey::of).toList();
    }
  }
}
