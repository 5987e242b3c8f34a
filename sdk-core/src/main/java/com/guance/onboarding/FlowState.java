package com.guance.onboarding;

import com.guance.onboarding.domain.Detail;
import com.guance.onboarding.domain.FactKind;
import com.guance.onboarding.domain.Field;
import com.guance.onboarding.domain.HuaweiAccountId;
import com.guance.onboarding.domain.InstanceId;
import com.guance.onboarding.domain.Observed;
import com.guance.onboarding.domain.OnboardingId;
import com.guance.onboarding.domain.OrderKey;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What the facts of one onboarding add up to.
 *
 * <p>Of each subject the latest reading counts; of equal times the greater key, so that every order
 * of arrival ends in the same state, but for a status the one that was received last. Immutable.
 */
final class FlowState {

  private final OnboardingId id;
  private final List<Observed> history;
  private final Map<FactKind, Known> facts;
  private final Optional<Instant> frozenSince;
  private @Nullable Organizations organizations;

  /**
   * What is known of one kind.
   *
   * @param all what counts of each subject
   * @param latest the latest of these
   */
  private record Known(Map<String, Observed> all, Observed latest) {

    static Known of(Map<String, Observed> all) {
      Iterator<Observed> rest = all.values().iterator();
      Observed latest = rest.next();
      while (rest.hasNext()) {
        latest = later(latest, rest.next());
      }
      return new Known(all, latest);
    }
  }

  private FlowState(
      OnboardingId id,
      List<Observed> history,
      Map<FactKind, Known> facts,
      Optional<Instant> frozenSince) {
    this.id = id;
    this.history = history;
    this.facts = facts;
    this.frozenSince = frozenSince;
  }

  static FlowState of(OnboardingId id, List<Observed> all) {
    return new FlowState(id, List.of(), new EnumMap<>(FactKind.class), Optional.empty()).with(all);
  }

  /** The first of the freezes that no unfreeze has followed: one that is repeated is no new one. */
  private static Optional<Instant> frozenSince(List<Observed> all) {
    List<Observed> statuses =
        all.stream()
            .filter(fact -> fact.kind() == FactKind.STATUS)
            .sorted(StatusTurns.ORDER)
            .toList();
    Optional<Instant> since = Optional.empty();
    for (Observed status : statuses) {
      since = frozen(status) ? since.or(() -> Optional.of(status.at())) : Optional.empty();
    }
    return since;
  }

  private static boolean frozen(Observed status) {
    return status.value(Detail.STATE).filter("FROZEN"::equals).isPresent();
  }

  /** What it is with more facts; whoever holds this one sees nothing of them. */
  FlowState with(List<Observed> more) {
    List<Observed> all = new ArrayList<>(history.size() + more.size());
    all.addAll(history);
    all.addAll(more);
    Map<FactKind, Map<String, Observed>> changed = new EnumMap<>(FactKind.class);
    for (Observed fact : more) {
      changed
          .computeIfAbsent(fact.kind(), this::copied)
          .merge(fact.subject(), fact, FlowState::later);
    }
    Map<FactKind, Known> sum = new EnumMap<>(facts);
    changed.forEach((kind, of) -> sum.put(kind, Known.of(of)));
    return new FlowState(
        id,
        Collections.unmodifiableList(all),
        sum,
        changed.containsKey(FactKind.STATUS) ? frozenSince(all) : frozenSince);
  }

  private Map<String, Observed> copied(FactKind kind) {
    Known known = facts.get(kind);
    return known == null ? new LinkedHashMap<>() : new LinkedHashMap<>(known.all());
  }

  static Observed later(Observed one, Observed other) {
    if (!one.kind().reading()) {
      return one;
    }
    return StatusTurns.ORDER.compare(one, other) >= 0 ? one : other;
  }

  OnboardingId id() {
    return id;
  }

  /** All facts in the order in which they came, those that count no more included. */
  List<Observed> facts() {
    return history;
  }

  /** Whether a fact of this business key is known. */
  boolean holds(Observed fact) {
    for (Observed known : history) {
      if (known.kind() == fact.kind()
          && known.subject().equals(fact.subject())
          && known.key().equals(fact.key())) {
        return true;
      }
    }
    return false;
  }

  Collection<Observed> all(FactKind kind) {
    Known known = facts.get(kind);
    return known == null ? List.of() : known.all().values();
  }

  Optional<Observed> of(FactKind kind, String subject) {
    Known known = facts.get(kind);
    return known == null ? Optional.empty() : Optional.ofNullable(known.all().get(subject));
  }

  /** Whether a fact of a kind says that something is on. */
  boolean anyOn(FactKind kind) {
    return latest(kind, Observed::on).isPresent();
  }

  /** The latest fact of a kind, whatever its subject. */
  Optional<Observed> latest(FactKind kind) {
    Known known = facts.get(kind);
    return known == null ? Optional.empty() : Optional.of(known.latest());
  }

  /** The latest of those facts of a kind. */
  Optional<Observed> latest(FactKind kind, Predicate<Observed> which) {
    Optional<Observed> latest = latest(kind);
    return latest.isEmpty() || which.test(latest.get())
        ? latest
        : all(kind).stream().filter(which).reduce(FlowState::later);
  }

  /**
   * A time for our own next reading of a subject: now, but after every earlier reading, so that a
   * clock that stands still or goes back cannot turn a later reading into an earlier one.
   */
  Instant next(FactKind kind, String subject, Instant now) {
    Instant at = now.truncatedTo(ChronoUnit.MILLIS);
    return of(kind, subject)
        .map(earlier -> earlier.at().plusMillis(1))
        .filter(after -> after.isAfter(at))
        .orElse(at);
  }

  boolean has(FactKind kind) {
    return facts.containsKey(kind);
  }

  OrderKey order() {
    return latest(FactKind.ORDERED)
        .flatMap(fact -> fact.names().order())
        .orElseThrow(() -> new IllegalStateException(id + " has no order"));
  }

  Optional<InstanceId> instance() {
    return latest(FactKind.INSTANCE_OPENED)
        .or(() -> latest(FactKind.IMPORTED))
        .flatMap(fact -> fact.names().instance())
        .or(() -> latest(FactKind.ORDER_BOUND).flatMap(fact -> fact.names().instance()));
  }

  /** What it says about the organization; worked out once. */
  Organizations organizations() {
    Organizations known = organizations;
    if (known == null) {
      known = new Organizations(this);
      organizations = known;
    }
    return known;
  }

  /** The accounts that trusted sources have named; more than one is a conflict. */
  Set<HuaweiAccountId> proven() {
    Set<HuaweiAccountId> proven = new LinkedHashSet<>(2);
    for (Observed fact : all(FactKind.ACCOUNT_PROVEN)) {
      fact.names().account().ifPresent(proven::add);
    }
    return proven;
  }

  /** The buyer: the one account that trusted sources name and that no claim contradicts. */
  Optional<HuaweiAccountId> buyer() {
    Set<HuaweiAccountId> proven = proven();
    return proven.size() == 1 && !claimConflicts(proven)
        ? Optional.of(proven.iterator().next())
        : Optional.empty();
  }

  boolean claimConflicts() {
    return claimConflicts(proven());
  }

  private boolean claimConflicts(Set<HuaweiAccountId> proven) {
    return proven.size() > 1
        || rawAnswer(Field.HUAWEI_ACCOUNT_ID)
            .filter(claim -> !proven.isEmpty())
            .filter(claim -> proven.stream().noneMatch(id -> id.value().equals(claim.value())))
            .isPresent();
  }

  /**
   * A value that somebody gave.
   *
   * @param value the value
   * @param at when it was given
   */
  record Answer(String value, Instant at) {}

  /** The value as given, refused or not. */
  Optional<Answer> rawAnswer(Field field) {
    return of(FactKind.ANSWERED, field.path())
        .map(fact -> new Answer(fact.values().getOrDefault(Detail.ANSWER, ""), fact.at()));
  }

  /** The value, unless it was refused after it was given. */
  Optional<String> answer(Field field) {
    return refusal(field).isPresent() ? Optional.empty() : rawAnswer(field).map(Answer::value);
  }

  String require(Field field) {
    return answer(field)
        .orElseThrow(() -> new IllegalStateException(id + " has no " + field.path()));
  }

  /**
   * The refusal of a field that no later answer has mended: another value, or another choice of the
   * way for which it was refused.
   */
  Optional<Observed> refusal(Field field) {
    if (!has(FactKind.REFUSED)) {
      return Optional.empty(); // as nearly always
    }
    return of(FactKind.REFUSED, field.path())
        .filter(refused -> !givenAfter(field, refused))
        .filter(
            refused ->
                Forms.choiceOf(field).filter(choice -> givenAfter(choice, refused)).isEmpty());
  }

  private boolean givenAfter(Field field, Observed refused) {
    return rawAnswer(field).filter(answer -> answer.at().isAfter(refused.at())).isPresent();
  }

  /** A time for answers that are given now: after every earlier answer and every refusal. */
  Instant nextAnswer(Instant now) {
    Instant at = now.truncatedTo(ChronoUnit.MILLIS);
    Instant last = last(FactKind.ANSWERED);
    Instant refused = last(FactKind.REFUSED);
    Instant after = (refused.isAfter(last) ? refused : last).plusMillis(1);
    return after.isAfter(at) ? after : at;
  }

  /** A time for a refusal that is read now: never before an answer that it may be about. */
  Instant nextRefusal(Field field, Instant now) {
    Instant at = next(FactKind.REFUSED, field.path(), now);
    Instant answered = last(FactKind.ANSWERED);
    return answered.isAfter(at) ? answered : at;
  }

  private Instant last(FactKind kind) {
    return latest(kind).map(Observed::at).orElse(Instant.EPOCH);
  }

  /** The words of people about tasks, by task id. */
  Optional<Observed> confirmed(String taskId) {
    return of(FactKind.TASK_CONFIRMED, taskId);
  }

  Optional<String> abandonedBecause() {
    return latest(FactKind.WITHDRAWN)
        .flatMap(fact -> fact.value(Detail.REASON))
        .or(() -> latest(FactKind.RELEASED).map(fact -> "KooGallery released the instance"));
  }

  boolean frozen() {
    return frozenSince.isPresent();
  }

  /** Since when it is frozen; empty while it is not. */
  Optional<Instant> frozenSince() {
    return frozenSince;
  }
}
