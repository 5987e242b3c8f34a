package com.guance.onboarding;

import com.guance.onboarding.domain.Observed;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What is known of one kind of facts.
 *
 * @param all what counts of each subject
 * @param latest the latest of these
 */
record Known(Map<String, Observed> all, Optional<Observed> latest) {

  static final Known NOTHING = new Known(Collections.emptyMap(), Optional.empty());

  /** What adds up to something. */
  static Known of(Map<String, Observed> all) {
    Iterator<Observed> rest = all.values().iterator();
    Observed latest = rest.next();
    while (rest.hasNext()) {
      latest = later(latest, rest.next());
    }
    return new Known(all, Optional.of(latest));
  }

  static Observed later(Observed one, Observed other) {
    if (!one.kind().reading()) {
      return one;
    }
    return StatusTurns.ORDER.compare(one, other) >= 0 ? one : other;
  }

  /** What counts of one subject. */
  Optional<Observed> about(String subject) {
    return Optional.ofNullable(all.get(subject));
  }

  /** The latest of those that are asked for. */
  Optional<Observed> latest(Predicate<Observed> which) {
    return latest.isEmpty() || which.test(latest.get())
        ? latest
        : all.values().stream().filter(which).reduce(Known::later);
  }

  /**
   * A time for our own next reading of a subject: now, but after every earlier reading, so that a
   * clock that stands still or goes back cannot turn a later reading into an earlier one.
   */
  Instant next(String subject, Instant now) {
    Instant at = now.truncatedTo(ChronoUnit.MILLIS);
    return about(subject)
        .map(earlier -> earlier.at().plusMillis(1))
        .filter(after -> after.isAfter(at))
        .orElse(at);
  }
}
