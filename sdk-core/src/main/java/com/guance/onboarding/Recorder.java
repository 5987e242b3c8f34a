package com.guance.onboarding;

import com.guance.onboarding.domain.Detail;
import com.guance.onboarding.domain.Fact;
import com.guance.onboarding.domain.FactKind;
import com.guance.onboarding.domain.Field;
import com.guance.onboarding.domain.InstanceId;
import com.guance.onboarding.domain.InvalidInputException;
import com.guance.onboarding.domain.LookupKey;
import com.guance.onboarding.domain.Names;
import com.guance.onboarding.domain.Observed;
import com.guance.onboarding.domain.OnboardingId;
import com.guance.onboarding.domain.OnboardingRequest;
import com.guance.onboarding.domain.OrderKey;
import com.guance.onboarding.domain.Outcome;
import com.guance.onboarding.domain.Source;
import com.guance.onboarding.spi.Commit;
import com.guance.onboarding.spi.CommitResult;
import com.guance.onboarding.spi.FactInbox;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Takes facts in: finds whom they are about, or parks them until somebody fits. */
final class Recorder implements FactInbox {

  private static final Set<FactKind> SUBSCRIPTION =
      Set.of(FactKind.STATUS, FactKind.EXPIRY, FactKind.SUBSCRIPTION_CHANGED, FactKind.RELEASED);

  private final Ledger ledger;
  private final AnswerBook answerBook;
  private final Outbox outbox;

  Recorder(Ledger ledger, AnswerBook answerBook, Outbox outbox) {
    this.ledger = ledger;
    this.answerBook = answerBook;
    this.outbox = outbox;
  }

  OnboardingId begin(OnboardingRequest request) {
    OnboardingId id = OrderIds.of(request.order());
    while (true) {
      Ledger.Work work = ledger.loadOrNew(id);
      List<Observed> facts = new ArrayList<>();
      Observed ordered = ordered(request.order(), Source.PARTNER);
      if (!work.holds(ordered)) {
        facts.add(ordered);
      }
      facts.addAll(answerBook.answered(work, request.answers(), Source.PARTNER, "begin"));
      request
          .existingInstance()
          .map(instance -> imported(request.order(), instance))
          .filter(fact -> !work.holds(fact))
          .ifPresent(facts::add);
      if (facts.isEmpty()) {
        return id;
      }
      request.existingInstance().ifPresent(instance -> work.notes().outcome(Outcome.COMPLETED));
      if (ledger.commit(ledger.next(work, facts, Optional.of(ledger.now()))).stored()) {
        if (facts.get(0) == ordered) {
          adopt(id, ordered.names().keys());
        }
        return id;
      }
    }
  }

  /**
   * Facts that waited for somebody to fit them come along. Both sides look after they have written,
   * so that one of them sees the other.
   */
  private void adopt(OnboardingId id, List<LookupKey> keys) {
    for (LookupKey key : keys) {
      if (key instanceof LookupKey.ByInstance || key instanceof LookupKey.ByOrderId) {
        for (OnboardingId parked : ledger.store().find(key)) {
          if (parked.value().startsWith(Ledger.PARKED)) {
            adopt(id, parked);
          }
        }
      }
    }
  }

  private void adopt(OnboardingId id, OnboardingId parked) {
    while (true) {
      List<Observed> facts = ledger.facts(parked);
      if (facts.isEmpty()) {
        return;
      }
      Ledger.Work work = ledger.loadOrNew(id);
      Commit.Builder commit = ledger.next(work, facts, Optional.of(ledger.now()));
      if (ledger.commit(commit.addAdopted(parked)).stored()) {
        return;
      }
    }
  }

  List<OnboardingId> record(Fact fact) {
    if (fact instanceof Fact.Purchased purchased) {
      return List.of(begin(OnboardingRequest.of(purchased.order()).build()));
    } else if (fact instanceof Fact.Confirmed confirmed) {
      return append(existing(confirmed.onboarding()), work -> confirmed(work, confirmed));
    } else if (fact instanceof Fact.Withdrawn withdrawn) {
      return append(existing(withdrawn.onboarding()), work -> List.of(withdrawn(withdrawn)));
    }
    Observed observed = (Observed) fact;
    return receive(observed.names(), opened -> new Incoming(List.of(observed), Optional.empty()))
        .touched();
  }

  private OnboardingId existing(OnboardingId id) {
    if (ledger.store().load(id).isEmpty()) {
      throw new IllegalArgumentException("there is no onboarding " + id);
    }
    return id;
  }

  private List<Observed> confirmed(Ledger.Work work, Fact.Confirmed confirmed) {
    if (!confirmed.taskId().startsWith(work.id() + ".")) {
      throw new InvalidInputException("taskId", "must be a task of this onboarding");
    }
    Map<Field, String> answers = new LinkedHashMap<>();
    confirmed
        .values()
        .forEach(
            (name, value) -> {
              Field field = AnswerBook.field(name);
              answers.put(field, field.check(value));
            });
    List<Observed> facts = answerBook.answered(work, answers, Source.PERSON, "record");
    facts.add(answerBook.confirmed(work, confirmed.taskId()));
    return facts;
  }

  private static Observed withdrawn(Fact.Withdrawn fact) {
    return Observed.of(FactKind.WITHDRAWN, Source.PARTNER)
        .names(Names.of(fact.onboarding()))
        .with(Detail.REASON, fact.reason())
        .build();
  }

  private List<OnboardingId> append(OnboardingId id, Function<Ledger.Work, List<Observed>> facts) {
    while (true) {
      Ledger.Work work = ledger.loadOrNew(id);
      List<Observed> fresh = facts.apply(work);
      Commit.Builder commit = ledger.next(work, fresh, Optional.of(ledger.now()));
      if (ledger.commit(commit).stored()) {
        return List.of(id);
      }
    }
  }

  @Override
  public Received receive(Names names, Function<Optional<InstanceId>, Incoming> incoming) {
    while (true) {
      List<OnboardingId> targets = targets(names, incoming);
      Optional<Received> received = receive(names, targets, incoming);
      if (received.isPresent()) {
        return received.get();
      }
    }
  }

  /** All of them, or empty to try again. */
  private Optional<Received> receive(
      Names names, List<OnboardingId> targets, Function<Optional<InstanceId>, Incoming> incoming) {
    Optional<Incoming> stored = Optional.empty();
    for (int i = 0; i < targets.size(); i++) {
      Ledger.Work work = ledger.loadOrNew(targets.get(i));
      Incoming what = incoming.apply(work.state().instance());
      CommitResult result = commit(work, what, i == 0);
      if (result.status() == CommitResult.Status.NONCE_KNOWN) {
        return Optional.of(new Received(List.of(), Optional.empty(), result.nonce()));
      }
      if (!result.stored()) {
        return Optional.empty();
      }
      settle(targets.get(i), names, what);
      stored = stored.isPresent() ? stored : Optional.of(what);
    }
    List<OnboardingId> touched =
        targets.stream()
            .map(id -> Ledger.real(id) ? List.of(id) : real(names))
            .flatMap(List::stream)
            .distinct()
            .toList();
    return Optional.of(new Received(touched, stored, Optional.empty()));
  }

  private void settle(OnboardingId target, Names names, Incoming what) {
    if (!Ledger.real(target)) {
      real(names).forEach(id -> adopt(id, names.keys()));
    } else if (opens(what)) {
      adopt(target, names.keys());
    }
  }

  private CommitResult commit(Ledger.Work work, Incoming what, boolean first) {
    List<Observed> facts = new ArrayList<>(what.facts().size() + 1);
    for (Observed fact : what.facts()) {
      if (fact.kind() == FactKind.INSTANCE_OPENED) {
        Observed ordered = ordered(fact.names().order().orElseThrow(), Source.CALLBACK);
        if (!work.holds(ordered)) {
          facts.add(ordered);
        }
      }
      if (!work.holds(fact)) {
        facts.add(fact);
      }
    }
    if (facts.isEmpty() && (what.nonce().isEmpty() || !first)) {
      return CommitResult.stored(Set.of());
    }
    Commit.Builder commit =
        ledger.next(work, facts, facts.isEmpty() ? work.dueAt() : Optional.of(ledger.now()));
    if (first) {
      what.nonce().ifPresent(commit::addNonces);
    }
    for (Observed fact : facts) {
      if (SUBSCRIPTION.contains(fact.kind())) {
        outbox.subscriptionChanged(commit, work.id(), fact.key());
      }
    }
    return ledger.commit(commit);
  }

  /** Whom the names mean, the surest name first; a purchase opens its own. */
  private List<OnboardingId> targets(
      Names names, Function<Optional<InstanceId>, Incoming> incoming) {
    if (names.onboarding().isPresent()) {
      return List.of(existing(names.onboarding().get()));
    }
    if (names.order().isPresent() && opens(incoming.apply(Optional.empty()))) {
      return List.of(OrderIds.of(names.order().get()));
    }
    List<OnboardingId> found = real(names);
    return found.isEmpty() ? List.of(parked(names)) : found;
  }

  private List<OnboardingId> real(Names names) {
    for (LookupKey key : names.keys()) {
      List<OnboardingId> found = List.copyOf(find(key));
      if (!found.isEmpty()) {
        return found;
      }
    }
    return List.of();
  }

  private static boolean opens(Incoming incoming) {
    return incoming.facts().stream().anyMatch(fact -> fact.kind() == FactKind.INSTANCE_OPENED);
  }

  private static OnboardingId parked(Names names) {
    return new OnboardingId(
        Ledger.PARKED
            + OrderIds.digest(names.keys().isEmpty() ? "nobody" : names.keys().get(0).text()));
  }

  private static Observed ordered(OrderKey order, Source source) {
    return Observed.of(FactKind.ORDERED, source)
        .names(Names.builder().order(order).build())
        .build();
  }

  private static Observed imported(OrderKey order, InstanceId instance) {
    return Observed.of(FactKind.IMPORTED, Source.PARTNER)
        .names(Names.builder().order(order).instance(instance).build())
        .at(Instant.EPOCH)
        .build();
  }

  /** The onboardings that carry a name. */
  Set<OnboardingId> find(LookupKey key) {
    return new LinkedHashSet<>(ledger.store().find(key).stream().filter(Ledger::real).toList());
  }
}
