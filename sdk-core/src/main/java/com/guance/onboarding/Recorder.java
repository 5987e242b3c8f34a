package com.guance.onboarding;

import com.guance.onboarding.domain.Detail;
import com.guance.onboarding.domain.Fact;
import com.guance.onboarding.domain.FactKind;
import com.guance.onboarding.domain.InvalidInputException;
import com.guance.onboarding.domain.LookupKey;
import com.guance.onboarding.domain.Names;
import com.guance.onboarding.domain.Observed;
import com.guance.onboarding.domain.OnboardingId;
import com.guance.onboarding.domain.OnboardingRequest;
import com.guance.onboarding.domain.Outcome;
import com.guance.onboarding.domain.Source;
import com.guance.onboarding.spi.FactInbox;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Takes in what partners and people say. */
final class Recorder {

  private static final Set<Source> SEEN = EnumSet.of(Source.CALLBACK, Source.READ);

  private final Ledger ledger;
  private final AnswerBook answerBook;
  private final Inbox inbox;
  private final Words words;
  private final Imports imports;

  Recorder(Ledger ledger, AnswerBook answerBook, Words words, Inbox inbox) {
    this.ledger = ledger;
    this.words = words;
    this.imports = new Imports(ledger);
    this.answerBook = answerBook;
    this.inbox = inbox;
  }

  OnboardingId begin(OnboardingRequest request) {
    OnboardingId id = OrderIds.of(Objects.requireNonNull(request, "request").order());
    while (true) {
      Ledger.Work work = ledger.loadOrNew(id);
      List<Observed> facts = facts(work, request);
      if (facts.isEmpty()) {
        inbox.adopt(id, names(request)); // whoever stored it may have died before he could
        return id;
      }
      if (ledger.save(change(work, facts, request)).stored()) {
        if (facts.get(0).kind() == FactKind.ORDERED || request.existingInstance().isPresent()) {
          inbox.adopt(id, names(request));
        }
        return id;
      }
    }
  }

  /** What a request says that is new; refused where it would be dropped. */
  private List<Observed> facts(Ledger.Work work, OnboardingRequest request) {
    request.existingInstance().ifPresent(instance -> imports.require(work, instance));
    Late.abandoned(work)
        .ifPresent(why -> AnswerBook.requireNothingNew(work, request.answers(), "begin", why));
    AnswerBook.requireBuyer(work, request.answers());
    List<Observed> answers = answerBook.wished(work, request.answers(), Source.PARTNER, "begin");
    Late.requireNone(work, answers, "begin", Late.ended(work));
    List<Observed> facts = new ArrayList<>();
    facts.add(Inbox.ordered(request.order(), Source.PARTNER));
    request
        .existingInstance()
        .map(instance -> Imports.fact(request.order(), instance))
        .ifPresent(facts::add);
    facts.removeIf(work::holds);
    facts.addAll(answers);
    return facts;
  }

  private Ledger.Change change(Ledger.Work work, List<Observed> facts, OnboardingRequest request) {
    request.existingInstance().ifPresent(instance -> work.notes().outcome(Outcome.COMPLETED));
    Ledger.Change change = ledger.change(work.plus(facts), Optional.of(ledger.now()));
    request
        .existingInstance()
        .ifPresent(
            instance -> change.commit().acquire(List.of(imports.claim(work.id(), instance))));
    return change;
  }

  private static List<LookupKey> names(OnboardingRequest request) {
    Names.Builder names = Names.builder().order(request.order());
    request.existingInstance().ifPresent(names::instance);
    return names.build().keys();
  }

  List<OnboardingId> record(Fact fact) {
    Objects.requireNonNull(fact, "fact");
    if (fact instanceof Fact.Purchased purchased) {
      return List.of(begin(OnboardingRequest.of(purchased.order()).build()));
    } else if (fact instanceof Fact.Confirmed confirmed) {
      return append(confirmed.onboarding(), work -> words.facts(work, confirmed));
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

  /** The onboardings that carry a name. */
  Set<OnboardingId> find(LookupKey key) {
    return new LinkedHashSet<>(ledger.store().find(key).stream().filter(Ledger::real).toList());
  }
}
