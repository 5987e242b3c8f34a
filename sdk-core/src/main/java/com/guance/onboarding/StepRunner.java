package com.guance.onboarding;

import com.guance.onboarding.domain.Observed;
import com.guance.onboarding.domain.OnboardingId;
import com.guance.onboarding.domain.Problem;
import com.guance.onboarding.error.StoreException;
import com.guance.onboarding.spi.ClaimRow;
import com.guance.onboarding.spi.CommitResult;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs one step: claim, look up, perform, save. What happened in between survives a crash. */
final class StepRunner {

  private static final Logger LOG = LoggerFactory.getLogger(StepRunner.class);

  private final Ledger ledger;
  private final Claims claims;
  private final Pace pace;
  private final FlowObserver observer;

  StepRunner(Ledger ledger, Supplier<String> owners, Pace pace, FlowObserver observer) {
    this.ledger = ledger;
    this.claims = new Claims(ledger, owners, pace.claim());
    this.pace = pace;
    this.observer = observer;
  }

  /**
   * Claims a step and runs it.
   *
   * @param successor given what the onboarding is going to be after the step, names the step that
   *     can go on at once without anybody's answer
   */
  StepEnd run(
      Ledger.Work work,
      Step step,
      StepSecrets secrets,
      Function<Ledger.Work, Optional<Step>> successor) {
    Claims.Attempt attempt = claims.claim(work, step);
    if (attempt.held().isPresent()) {
      return run(attempt.held().get(), secrets, successor);
    }
    return attempt.result().status() == CommitResult.Status.CLAIMED
        ? blocked(work.id(), step, attempt.result().claim())
        : StepEnd.goOn(Optional.empty());
  }

  private StepEnd blocked(OnboardingId id, Step step, Optional<ClaimRow> claim) {
    Instant until = claim.map(ClaimRow::until).orElseGet(ledger::now);
    boolean sibling = claim.filter(other -> !other.key().equals(Claims.onboarding(id))).isPresent();
    if (sibling) {
      // another onboarding of this buyer is doing the same: look first, next time
      Ledger.Work work = ledger.load(id).orElseThrow();
      save(tried(work, step), List.of(), one -> tried(one, step));
    }
    return StepEnd.blocked(until);
  }

  private static Ledger.Work tried(Ledger.Work work, Step step) {
    work.notes().tried(step.name(), Instant.MIN);
    return work;
  }

  /** Runs a step that is ours. */
  StepEnd run(
      Claims.Held held, StepSecrets secrets, Function<Ledger.Work, Optional<Step>> successor) {
    OnboardingId id = held.work().id();
    String name = held.step().name();
    Instant started = ledger.now();
    tell(() -> observer.stepStarted(id, name, held.tried() + 1));
    StepContext context =
        new StepContext(
            held.work().state(),
            started,
            held.tried(),
            secrets.given(),
            new StepContext.Deadline(ledger.clock(), started.plus(pace.deadline())));
    Try once = new Try(held, ledger.store());
    Optional<List<Observed>> facts;
    try {
      facts = once.execute(context, secrets.complete());
    } catch (StoreException failure) {
      throw failure;
    } catch (RuntimeException failure) {
      return failed(held, failure, once.withoutEffect(failure));
    }
    if (facts.isEmpty()) {
      return needsSecrets(held);
    }
    tell(() -> observer.stepEnded(id, name, Duration.between(started, ledger.now())));
    return facts.get().isEmpty() ? nothingYet(held) : succeeded(held, facts.get(), successor);
  }

  private StepEnd needsSecrets(Claims.Held held) {
    Ledger.Saved saved =
        save(
            held,
            work -> {
              if (held.tried() == 0) {
                work.notes().succeeded(held.step().name()); // it has looked and no more
              } else {
                work.notes().wait(held.step().name(), Instant.MIN);
              }
              work.notes().used().removeAll(held.marked());
              return work;
            });
    return saved.stored() ? StepEnd.needsSecrets(saved.work()) : saved(saved);
  }

  private StepEnd nothingYet(Claims.Held held) {
    String name = held.step().name();
    return saved(
        save(
            held,
            work -> {
              work.notes().tried(name, ledger.now().plus(pace.poll(work.notes().count(name))));
              work.notes().reached(name);
              if (held.step() instanceof Step.Reading reading) {
                reading.nothingYet(work.notes(), ledger.now());
              }
              return work;
            }));
  }

  private StepEnd succeeded(
      Claims.Held held, List<Observed> facts, Function<Ledger.Work, Optional<Step>> successor) {
    Ledger.Work done = done(held.work(), held.step(), facts);
    Optional<Step> next = successor.apply(done);
    if (next.isEmpty()) {
      return saved(save(done, held.rows(), work -> done(work, held.step(), facts)));
    }
    Optional<Claims.Held> own = claims.handOver(held, done, next.get());
    if (own.isPresent()) {
      return StepEnd.goOn(own.get());
    }
    Ledger.Work read = ledger.load(held.work().id()).orElseThrow();
    Function<Ledger.Work, Ledger.Work> again = work -> done(work, held.step(), facts);
    return saved(save(again.apply(read), held.rows(), again));
  }

  private static Ledger.Work done(Ledger.Work work, Step step, List<Observed> facts) {
    work.notes().succeeded(step.name());
    work.notes().problem(Optional.empty());
    return work.plus(facts);
  }

  private static StepEnd saved(Ledger.Saved saved) {
    return StepEnd.goOn(saved.work());
  }

  private StepEnd failed(Claims.Held held, RuntimeException failure, boolean withoutEffect) {
    Step step = held.step();
    Failures.Failure what = Failures.of(failure, step.name());
    Failures.log(LOG, step.name(), failure, what);
    tell(() -> observer.stepFailed(held.work().id(), step.name(), what.problem().code()));
    Ledger.Saved saved =
        save(
            held,
            work -> {
              note(work.notes(), step, what);
              if (withoutEffect) {
                work.notes().used().removeAll(held.marked());
              }
              return work.plus(Consequences.of(work.state(), step, what, ledger.now()));
            });
    return StepEnd.failed(saved.work(), what);
  }

  private void note(Notes notes, Step step, Failures.Failure what) {
    notes.problem(Optional.of(problem(notes, step, what)));
    what.field().map(Forms::fallingWith).ifPresent(notes.used()::removeAll);
    int count = Math.max(0, notes.count(step.name()) - 1);
    notes.wait(
        step.name(),
        what.answerMends()
            ? Instant.MIN
            : ledger.now().plus(pace.backOff(count, what.retryAfter())));
    if (step instanceof Step.Reading) {
      notes.tried(step.name(), notes.notBefore(step.name()));
    }
  }

  private Problem problem(Notes notes, Step step, Failures.Failure what) {
    if (what.silent().isEmpty()) {
      notes.reached(step.name());
      return what.problem();
    }
    Instant now = ledger.now();
    Instant since = notes.unreached(step.name(), now);
    return Unreached.problem(what.problem(), what.silent().get(), since, now);
  }

  private Ledger.Saved save(Claims.Held held, Function<Ledger.Work, Ledger.Work> change) {
    return save(change.apply(held.work()), held.rows(), change);
  }

  /**
   * Saves what came of the step, on top of whatever others have recorded meanwhile. A late owner,
   * whose claim somebody has taken over, saves nothing.
   *
   * @param changed what was read, with the change
   * @param change the same change for what is read again
   */
  private Ledger.Saved save(
      Ledger.Work changed, List<ClaimRow> back, Function<Ledger.Work, Ledger.Work> change) {
    Ledger.Work work = changed;
    while (true) {
      Ledger.Change prepared = ledger.change(work, Optional.of(ledger.now()));
      prepared.commit().release(back);
      Ledger.Saved saved = ledger.save(prepared);
      if (saved.result().status() != CommitResult.Status.STALE) {
        return saved;
      }
      work = change.apply(ledger.load(work.id()).orElseThrow());
    }
  }

  /** An observer's failure is its own affair. */
  private static void tell(Runnable event) {
    try {
      event.run();
    } catch (RuntimeException ignored) {
      LOG.warn("a flow observer failed: {}", ignored.getClass().getName());
    }
  }
}
