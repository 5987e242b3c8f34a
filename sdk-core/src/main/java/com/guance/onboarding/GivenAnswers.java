package com.guance.onboarding;

import com.guance.onboarding.domain.Detail;
import com.guance.onboarding.domain.Field;
import com.guance.onboarding.domain.Observed;
import com.guance.onboarding.domain.OnboardingId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** What people and partners have answered, and what of it a remote side has refused. Immutable. */
final class GivenAnswers {

  private final OnboardingId id;
  private final Known answered;
  private final Known refused;

  GivenAnswers(OnboardingId id, Known answered, Known refused) {
    this.id = id;
    this.answered = answered;
    this.refused = refused;
  }

  /**
   * A value that somebody gave.
   *
   * @param value the value
   * @param at when it was given
   */
  record Answer(String value, Instant at) {}

  /** The value and when it was given, refused or not. */
  Optional<Answer> raw(Field field) {
    return answered
        .about(field.path())
        .map(fact -> new Answer(fact.values().getOrDefault(Detail.ANSWER, ""), fact.at()));
  }

  /** What was given, refused or not. */
  Optional<String> given(Field field) {
    return raw(field).map(Answer::value);
  }

  /** The value, unless it was refused after it was given. */
  Optional<String> of(Field field) {
    return refusal(field).isPresent() ? Optional.empty() : given(field);
  }

  String require(Field field) {
    return of(field).orElseThrow(() -> new IllegalStateException(id + " has no " + field.path()));
  }

  /**
   * The refusal of a field that no later answer has mended: another value, or another choice of the
   * way for which it was refused.
   */
  Optional<Observed> refusal(Field field) {
    if (refused.all().isEmpty()) {
      return Optional.empty(); // as nearly always
    }
    return refused
        .about(field.path())
        .filter(refusal -> !givenAfter(field, refusal))
        .filter(
            refusal ->
                Forms.choiceOf(field).filter(choice -> givenAfter(choice, refusal)).isEmpty());
  }

  private boolean givenAfter(Field field, Observed refusal) {
    return raw(field).filter(answer -> answer.at().isAfter(refusal.at())).isPresent();
  }

  /** A time for answers that are given now: after every earlier answer and every refusal. */
  Instant next(Instant now) {
    Instant at = now.truncatedTo(ChronoUnit.MILLIS);
    Instant last = last(answered);
    Instant refusal = last(refused);
    Instant after = (refusal.isAfter(last) ? refusal : last).plusMillis(1);
    return after.isAfter(at) ? after : at;
  }

  /** A time for a refusal that is read now: never before an answer that it may be about. */
  Instant nextRefusal(Field field, Instant now) {
    Instant at = refused.next(field.path(), now);
    Instant last = last(answered);
    return last.isAfter(at) ? last : at;
  }

  private static Instant last(Known known) {
    return known.latest().map(Observed::at).orElse(Instant.EPOCH);
  }
}
