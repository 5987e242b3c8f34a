package com.guance.onboarding;

import com.guance.onboarding.domain.Detail;
import com.guance.onboarding.domain.Observed;
import com.guance.onboarding.domain.TenantId;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Puts what is recorded beside what was read. */
final class Contrast {

  private static final String TENANT = "tenantId";

  private Contrast() {}

  /** The values that the two sides state differently; what the other side leaves out is equal. */
  static Set<Detail> different(Observed local, Observed remote, Set<Detail> looked) {
    Set<Detail> different = EnumSet.noneOf(Detail.class);
    for (Detail detail : looked) {
      Optional<String> there = remote.value(detail).filter(text -> !text.isBlank());
      if (there.isPresent() && !there.equals(local.value(detail))) {
        different.add(detail);
      }
    }
    return different;
  }

  /** Values by their names, those of persons and companies hidden. */
  static Map<String, String> shown(Observed fact, Set<Detail> details) {
    Map<String, String> shown = new LinkedHashMap<>();
    for (Detail detail : details) {
      fact.value(detail)
          .filter(text -> !text.isBlank())
          .ifPresent(text -> shown.put(name(detail), detail.personal() ? Drift.HIDDEN : text));
    }
    return shown;
  }

  /** The same with the organization that it belongs to. */
  static Map<String, String> withTenant(Observed fact, Set<Detail> details) {
    Map<String, String> shown = shown(fact, details);
    fact.names().tenant().map(TenantId::value).ifPresent(id -> shown.put(TENANT, id));
    return shown;
  }

  static String name(Detail detail) {
    StringBuilder name = new StringBuilder();
    for (String word : detail.name().toLowerCase(Locale.ROOT).split("_", -1)) {
      name.append(
          name.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1));
    }
    return name.toString();
  }
}
