package com.guance.onboarding;

import com.guance.onboarding.domain.Fact;
import com.guance.onboarding.domain.FactKind;
import com.guance.onboarding.domain.InvalidInputException;
import com.guance.onboarding.domain.LookupKey;
import com.guance.onboarding.domain.OnboardingId;
import com.guance.onboarding.domain.OnboardingRequest;
import com.guance.onboarding.domain.Outcome;
import com.guance.onboarding.error.OnboardingException;
import com.guance.onboarding.error.StoreException;
import com.guance.onboarding.spi.FactInbox;
import com.guance.onboarding.spi.FactReader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The flow over a ledger. */
final class DefaultOnboardingFlow implements OnboardingFlow {

  private static final Logger LOG = LoggerFactory.getLogger(DefaultOnboardingFlow.class);

  private final Ledger ledger;
  private final Decider decider;
  private final Inbox inbox;
  private final Recorder recorder;
  private final FactReader reader;
  private final Advancer advancer;
  private final Explainer explainer;
  private final Reconciler reconciler;
  private final Outbox outbox;
  private final OtherSides others;
  private final LeftAlone leftAlone;

  /**
   * Who asks the other sides.
   *
   * @param runner runs steps
   * @param reconciler compares
   */
  record Workers(StepRunner runner, Reconciler reconciler) {}

  DefaultOnboardingFlow(
      Ledger ledger, Decider decider, Workers workers, Outbox outbox, OtherSides others) {
    AnswerBook answerBook = new AnswerBook(ledger);
    this.ledger = ledger;
    this.decider = decider;
    this.outbox = outbox;
    this.inbox = new Inbox(ledger, outbox, Lane.REAL);
    this.recorder = new Recorder(ledger, answerBook, new Words(ledger, decider, answerBook), inbox);
    this.reader = new LedgerReader(ledger);
    this.advancer = new Advancer(ledger, decider, workers.runner(), answerBook, outbox);
    this.reconciler = workers.reconciler();
    this.explainer = new Explainer(ledger, decider);
    this.others = others;
    this.leftAlone = new LeftAlone(ledger.clock());
  }

  @Override
  public OnboardingId begin(OnboardingRequest request) {
    return recorder.begin(request);
  }

  @Override
  public List<OnboardingId> record(Fact fact) {
    return recorder.record(fact);
  }

  @Override
  public Progress advance(OnboardingId id) {
    return advance(id, Answers.none());
  }

  @Override
  public Progress advance(OnboardingId id, Answers answers) {
    outbox.coming();
    try {
      return advancer.advance(id, answers);
    } finally {
      outbox.deliver(); // also what another call has left to this one
    }
  }

  @Override
  public List<Onboarding> find(LookupKey key) {
    Map<OnboardingId, Onboarding> found = new LinkedHashMap<>();
    for (OnboardingId id : recorder.find(key)) {
      ledger
          .load(id)
          .flatMap(line -> AliasLines.followed(ledger, line))
          .ifPresent(work -> found.computeIfAbsent(work.id(), first -> view(work)));
    }
    return List.copyOf(found.values());
  }

  @Override
  public Onboarding get(OnboardingId id) {
    return view(followed(id));
  }

  private Ledger.Work followed(OnboardingId id) {
    return AliasLines.followed(ledger, ledger.existing(id)).orElseThrow(() -> Ledger.missing(id));
  }

  private Onboarding view(Ledger.Work work) {
    FlowState state = work.state();
    Outcome outcome = work.notes().outcome();
    if (outcome == Outcome.WAITING && state.has(FactKind.IMPORTED)) {
      outcome = Outcome.COMPLETED;
    }
    return Views.of(state, decider.capabilities(), outcome);
  }

  @Override
  public Progress cancel(OnboardingId id, String reason) {
    Ledger.Work work = followed(id);
    if (work.notes().outcome() == Outcome.WAITING) {
      recorder.record(new Fact.Withdrawn(work.id(), reason));
    }
    return advance(id);
  }

  @Override
  public Explanation explain(OnboardingId id) {
    Ledger.Work work = ledger.existing(id);
    return explainer.explain(work, view(work));
  }

  @Override
  public Reconciliation reconcile(OnboardingId id) {
    return reconciler.reconcile(id);
  }

  @Override
  public Reconciliation repair(OnboardingId id, Set<String> drifts) {
    return reconciler.repair(id, Set.copyOf(drifts));
  }

  @Override
  public void forgetKey(OnboardingId id) {
    if (!Ledger.real(id)) {
      throw Ledger.missing(id);
    }
    OnboardingId own = AliasLines.subscription(ledger, id);
    // first, and whether it is there or not: an onboarding is pruned, its key is not
    others.keys().ifPresent(keys -> keys.forget(Verification.secretName(own)));
    if (ledger.load(own).filter(work -> Verification.keyKept(work.state())).isPresent()) {
      recorder.keyForgotten(own);
    }
  }

  @Override
  public int resumeDue(int limit) {
    if (limit < 0) {
      throw new InvalidInputException("limit", "must be at least 0");
    }
    int advanced = 0;
    outbox.coming();
    try {
      Set<OnboardingId> passedBy = leftAlone.now();
      int read = (int) Math.min(Integer.MAX_VALUE, (long) limit + passedBy.size());
      for (OnboardingId id : ledger.store().due(ledger.now(), read)) {
        if (advanced < limit && !passedBy.contains(id) && resume(id)) {
          advanced++;
        }
      }
    } finally {
      outbox.deliverOrPrune(); // listeners wait for nothing that happens to the onboardings
    }
    return advanced;
  }

  /** One onboarding that cannot be worked on must not keep the others from it. */
  private boolean resume(OnboardingId id) {
    try {
      Progress progress = advancer.advance(id, Answers.none());
      if (stillDue(progress)) {
        leftAlone.add(id);
        return false;
      }
      return true;
    } catch (StoreException failure) {
      // a store that is down concerns all; a row that cannot be read only its own onboarding
      if (failure.isRetryable()) {
        throw failure;
      }
      return leftAlone(id, failure);
    } catch (OnboardingException | IllegalArgumentException | IllegalStateException failure) {
      return leftAlone(id, failure);
    }
  }

  private boolean leftAlone(OnboardingId id, RuntimeException failure) {
    LOG.warn("{} is left alone: {}", id, failure.getClass().getName());
    leftAlone.add(id);
    return false;
  }

  /** What a newer version has written stays due, for the node that understands it. */
  private static boolean stillDue(Progress progress) {
    return progress instanceof Progress.Waiting waiting && waiting.leftToNewerVersion();
  }

  @Override
  public FactInbox inbox() {
    return inbox;
  }

  @Override
  public FactReader reader() {
    return reader;
  }

  @Override
  public void close() {
    for (AutoCloseable closeable : others.closeables()) {
      try {
        closeable.close();
      } catch (Exception failure) {
        LOG.warn("closing failed: {}", failure.getClass().getName());
      }
    }
    ledger.store().close();
  }
}
