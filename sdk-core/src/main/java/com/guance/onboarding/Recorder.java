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
import com.guance.onboarding.spi.FactInbox;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Takes in what partners and people say. */
final class Recorder {

  private static final Set<Source> SEEN = EnumSet.of(Source.CALLBACK, Source.READ);

  private final Ledger ledger;
  private final AnswerBook answerBook;
  private final Inbox inbox;

  Recorder(Ledger ledger, AnswerBook answerBook, Inbox inbox) {
    this.ledger = ledger;
    this.answerBook = answerBook;
    this.inbox = inbox;
  }

  OnboardingId begin(OnboardingRequest request) {
    OnboardingId id = OrderIds.of(request.order());
    while (true) {
      Ledger.Work work = ledger.loadOrNew(id);
      ended(work).ifPresent(why -> answerBook.requireNothingNew(work, request.answers(), why));
      List<Observed> facts = new ArrayList<>();
      Observed ordered = Inbox.ordered(request.order(), Source.PARTNER);
      if (!work.holds(ordered)) {
        facts.add(ordered);
      }
      facts.addAll(answerBook.wished(work, request.answers(), Source.PARTNER, "begin"));
      request
          .existingInstance()
          .map(instance -> imported(request.order(), instance))
          .filter(fact -> !work.holds(fact))
          .ifPresent(facts::add);
      if (facts.isEmpty()) {
        inbox.adopt(id, names(request)); // whoever stored it may have died before he could
        return id;
      }
      request.existingInstance().ifPresent(instance -> work.notes().outcome(Outcome.COMPLETED));
      if (ledger.save(ledger.change(work.plus(facts), Optional.of(ledger.now()))).stored()) {
        if (facts.get(0) == ordered || request.existingInstance().isPresent()) {
          inbox.adopt(id, names(request));
        }
        return id;
      }
    }
  }

  /** Why nothing more comes of an onboarding; what a newer version has written is not judged. */
  private static Optional<String> ended(Ledger.Work work) {
    FlowState state = work.state();
    Outcome outcome = work.notes().outcome();
    boolean cancelled =
        outcome == Outcome.WAITING
            && state.has(FactKind.WITHDRAWN)
            && !state.has(FactKind.IMPORTED);
    return (cancelled || outcome == Outcome.ABANDONED) && !work.newer()
        ? state
            .abandonedBecause()
            .or(() -> Optional.of("it belongs to a subscription that is gone"))
        : Optional.empty();
  }

  private static List<LookupKey> names(OnboardingRequest request) {
    Names.Builder names = Names.builder().order(request.order());
    request.existingInstance().ifPresent(names::instance);
    return names.build().keys();
  }

  List<OnboardingId> record(Fact fact) {
    if (fact instanceof Fact.Purchased purchased) {
      return List.of(begin(OnboardingRequest.of(purchased.order()).build()));
    } else if (fact instanceof Fact.Confirmed confirmed) {
      return append(confirmed.onboarding(), work -> confirmed(work, confirmed));
    } else if (fact instanceof Fact.Withdrawn withdrawn) {
      return append(withdrawn.onboarding(), work -> List.of(withdrawn(withdrawn)));
    }
    Observed observed = proving((Observed) fact);
    return inbox
        .receive(
            observed.names(), opened -> new FactInbox.Incoming(List.of(observed), Optional.empty()))
        .touched();
  }

  /** What proves something has been seen by an adapter; a word proves nothing, whoever gives it. */
  private static Observed proving(Observed fact) {
    if (!SEEN.contains(fact.source())) {
      throw new InvalidInputException(
          "source", "must be CALLBACK or READ; say a person's word with Confirmed");
    }
    return fact;
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
    List<Observed> facts = answerBook.told(work, answers, confirmed.taskId());
    facts.add(answerBook.confirmed(work, confirmed.taskId()));
    return facts;
  }

  void keyForgotten(OnboardingId id) {
    append(
        id,
        work ->
            List.of(
                Observed.of(FactKind.WORKSPACE_KEY, Source.PARTNER)
                    .names(Names.of(id))
                    .with(Detail.ON, "false")
                    .at(work.state().next(FactKind.WORKSPACE_KEY, "", ledger.now()))
                    .build()));
  }

  private static Observed withdrawn(Fact.Withdrawn fact) {
    return Observed.of(FactKind.WITHDRAWN, Source.PARTNER)
        .names(Names.of(fact.onboarding()))
        .with(Detail.REASON, fact.reason())
        .build();
  }

  private List<OnboardingId> append(OnboardingId id, Function<Ledger.Work, List<Observed>> facts) {
    while (true) {
      Ledger.Work work = ledger.existing(id);
      Ledger.Work more = work.plus(facts.apply(work));
      if (ledger.save(ledger.change(more, Optional.of(ledger.now()))).stored()) {
        return List.of(id);
      }
    }
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
