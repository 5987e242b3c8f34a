package com.guance.onboarding.examples.backend;

import com.guance.onboarding.huawei.signin.SignedIn;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

/** Members who have arrived at the landing, and those who have confirmed, by session. */
final class Visitors {

  private static final Duration TO_CONFIRM = Duration.ofMinutes(10);
  private static final Duration TO_STAY = Duration.ofHours(2);
  private static final int MOST = 10_000;

  private final LongSupplier nanos;
  private final Map<String, Visit> visits = new LinkedHashMap<>();

  Visitors(LongSupplier nanos) {
    this.nanos = nanos;
  }

  private record Visit(SignedIn member, boolean confirmed, long until) {}

  synchronized void arrive(String session, SignedIn member) {
    put(session, new Visit(member, false, nanos.getAsLong() + TO_CONFIRM.toNanos()));
  }

  /** Moves a visit to its new session; false if there is none to confirm. */
  synchronized boolean confirm(String session, String fresh) {
    Visit visit = visits.remove(session);
    if (visit == null || visit.confirmed() || over(visit)) {
      return false;
    }
    put(fresh, new Visit(visit.member(), true, nanos.getAsLong() + TO_STAY.toNanos()));
    return true;
  }

  synchronized Optional<SignedIn> confirmed(String session) {
    return Optional.ofNullable(visits.get(session))
        .filter(Visit::confirmed)
        .filter(visit -> !over(visit))
        .map(Visit::member);
  }

  private void put(String session, Visit visit) {
    visits.values().removeIf(this::over);
    if (visits.size() >= MOST) {
      visits.remove(visits.keySet().iterator().next());
    }
    visits.put(session, visit);
  }

  private boolean over(Visit visit) {
    return nanos.getAsLong() - visit.until() > 0;
  }
}
