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
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
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
 * of arrival ends in the same state, but for a status the one that was received last. Immutable,
 * and safe for several threads: what is worked out later comes out the same for each.
 */
final class FlowState {

  private final OnboardingId id;
  private final List<Observed> history;
  private final Map<FactKind, Known> facts;
  private final GivenAnswers answers;
  private final Optional<Instant> frozenSince;
  private @Nullable Organizations organizations;

  private FlowState(
      OnboardingId id,
      List<Observed> history,
      Map<FactKind, Known> facts,
      GivenAnswers answers,
      Optional<Instant> frozenSince) {
    this.id = id;
    this.history = history;
    this.facts = facts;
    this.answers = answers;
    this.frozenSince = frozenSince;
  }

  static FlowState of(OnboardingId id, List<Observed> all) {
    GivenAnswers none = new GivenAnswers(id, Known.NOTHING, Known.NOTHING);
    return new FlowState(id, List.of(), new EnumMap<>(FactKind.class), none, Optional.empty())
        .with(all);
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
          .computeIfAbsent(fact.kind(), kind -> new LinkedHashMap<>(known(kind).all()))
          .merge(fact.subject(), fact, Known::later);
    }
    Map<FactKind, Known> sum = new EnumMap<>(facts);
    changed.forEach((kind, of) -> sum.put(kind, Known.of(of)));
    return new FlowState(
        id,
        Collections.unmodifiableList(all),
        sum,
        changed.containsKey(FactKind.ANSWERED) || changed.containsKey(FactKind.REFUSED)
            ? answers(sum)
            : answers,
        changed.containsKey(FactKind.STATUS) ? frozenSince(all) : frozenSince);
  }

  private GivenAnswers answers(Map<FactKind, Known> sum) {
    return new GivenAnswers(id, known(sum, FactKind.ANSWERED), known(sum, FactKind.REFUSED));
  }

  private static Known known(Map<FactKind, Known> sum, FactKind kind) {
    Known known = sum.get(kind);
    return known == null ? Known.NOTHING : known;
  }

  private Known known(FactKind kind) {
    return known(facts, kind);
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
    return known(kind).all().values();
  }

  Optional<Observed> of(FactKind kind, String subject) {
    return known(kind).about(subject);
  }

  /** Whether a fact of a kind says that something is on. */
  boolean anyOn(FactKind kind) {
    return latest(kind, Observed::on).isPresent();
  }

  /** The latest fact of a kind, whatever its subject. */
  Optional<Observed> latest(FactKind kind) {
    return known(kind).latest();
  }

  /** The latest of those facts of a kind. */
  Optional<Observed> latest(FactKind kind, Predicate<Observed> which) {
    return known(kind).latest(which);
  }

  /** A time for our own next reading of a subject: after every earlier one. */
  Instant next(FactKind kind, String subject, Instant now) {
    return known(kind).next(subject, now);
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

  /** What was answered. */
  GivenAnswers answers() {
    return answers;
  }

  /** What it says about the organization; worked out when it is first asked for. */
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
        || answers
            .raw(Field.HUAWEI_ACCOUNT_ID)
            .filter(claim -> !proven.isEmpty())
            .filter(claim -> proven.stream().noneMatch(id -> id.value().equals(claim.value())))
            .isPresent();
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
