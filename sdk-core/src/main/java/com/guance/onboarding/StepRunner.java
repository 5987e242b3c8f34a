package com.guance.onboarding;

import com.guance.onboarding.domain.Detail;
import com.guance.onboarding.domain.FactKind;
import com.guance.onboarding.domain.Field;
import com.guance.onboarding.domain.Names;
import com.guance.onboarding.domain.Observed;
import com.guance.onboarding.domain.OnboardingId;
import com.guance.onboarding.domain.Secret;
import com.guance.onboarding.domain.Source;
import com.guance.onboarding.error.ConflictException;
import com.guance.onboarding.error.StoreException;
import com.guance.onboarding.spi.ClaimRow;
import com.guance.onboarding.spi.Commit;
import com.guance.onboarding.spi.CommitResult;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs one step: claim, look up, perform, save. What happened in between survives a crash. */
final class StepRunner {

  private static final Logger LOG = LoggerFactory.getLogger(StepRunner.class);

  private final Ledger ledger;
  private final Supplier<String> owners;
  private final Pace pace;
  private final FlowObserver observer;

  StepRunner(Ledger ledger, Supplier<String> owners, Pace pace, FlowObserver observer) {
    this.ledger = ledger;
    this.owners = owners;
    this.pace = pace;
    this.observer = observer;
  }

  /**
   * How a run ended.
   *
   * @param kind how
   * @param until when the claim in the way ends
   * @param failure what failed
   */
  record Ended(Kind kind, Optional<Instant> until, Optional<Failures.Failure> failure) {

    /** How a run ended. */
    enum Kind {
      /** Saved, or somebody else was faster: read again. */
      GO_ON,
      /** Somebody else is at it. */
      BLOCKED,
      /** It failed, and that is saved. */
      FAILED,
      /** It is not done yet out there, and it needs a secret that nobody has given. */
      NEEDS_SECRETS
    }
  }

  private static final Ended GO_ON =
      new Ended(Ended.Kind.GO_ON, Optional.empty(), Optional.empty());
  private static final Ended NEEDS_SECRETS =
      new Ended(Ended.Kind.NEEDS_SECRETS, Optional.empty(), Optional.empty());

  Ended run(
      Ledger.Work work,
      Step step,
      Map<String, Map<String, Secret>> secrets,
      boolean secretsComplete) {
    int tried = work.notes().count(step.name());
    List<ClaimRow> claims = claims(work, step);
    Optional<Ended> blocked = claim(work, step, claims);
    if (blocked.isPresent()) {
      return blocked.get();
    }
    Instant started = ledger.now();
    tell(() -> observer.stepStarted(work.id(), step.name(), tried + 1));
    StepContext context = new StepContext(work.state(), started, tried, secrets);
    Optional<List<Observed>> facts;
    try {
      facts = execute(step, context, secretsComplete);
    } catch (StoreException failure) {
      throw failure;
    } catch (RuntimeException failure) {
      return failed(work.id(), step, claims, failure);
    }
    if (facts.isEmpty()) {
      return save(work.id(), claims, notes -> notes.wait(step.name(), Instant.MIN), List.of())
          ? NEEDS_SECRETS
          : GO_ON;
    }
    tell(
        () ->
            observer.stepEnded(
                work.id(), step.name(), java.time.Duration.between(started, ledger.now())));
    succeeded(work.id(), step, claims, facts.get());
    return GO_ON;
  }

  private List<ClaimRow> claims(Ledger.Work work, Step step) {
    String owner = owners.get();
    Instant until = ledger.now().plus(pace.claim());
    List<ClaimRow> claims = new ArrayList<>(2);
    claims.add(new ClaimRow("onboarding:" + work.id(), owner, until));
    step.sharedClaim(work.state()).ifPresent(key -> claims.add(new ClaimRow(key, owner, until)));
    return claims;
  }

  /** Saves the intent; empty when the way is free. */
  private Optional<Ended> claim(Ledger.Work work, Step step, List<ClaimRow> claims) {
    if (step instanceof Step.Changing changing) {
      work.notes().tried(step.name(), Instant.MIN);
      work.notes().used().addAll(changing.uses());
    }
    Commit.Builder commit =
        ledger.next(work, List.of(), Optional.of(claims.get(0).until())).acquire(claims);
    CommitResult result = ledger.commit(commit);
    return switch (result.status()) {
      case STORED -> Optional.empty();
      case STALE, NONCE_KNOWN -> Optional.of(GO_ON);
      case CLAIMED -> Optional.of(blocked(work.id(), step, result.claim()));
    };
  }

  private Ended blocked(OnboardingId id, Step step, Optional<ClaimRow> claim) {
    Instant until = claim.map(ClaimRow::until).orElseGet(ledger::now);
    boolean sibling = claim.filter(other -> !other.key().startsWith("onboarding:")).isPresent();
    if (sibling) {
      // another onboarding of this buyer is doing the same: look first, next time
      save(id, List.of(), notes -> notes.tried(step.name(), Instant.MIN), List.of());
    }
    return new Ended(Ended.Kind.BLOCKED, Optional.of(until), Optional.empty());
  }

  private static Optional<List<Observed>> execute(
      Step step, StepContext context, boolean secretsComplete) {
    if (step instanceof Step.Reading reading) {
      return Optional.of(reading.read(context));
    }
    Step.Changing changing = (Step.Changing) step;
    if (context.tried() > 0 || !changing.keyed()) {
      Optional<List<Observed>> found = changing.lookUp(context);
      if (found.isPresent()) {
        return found;
      }
    }
    if (!secretsComplete) {
      return Optional.empty();
    }
    try {
      return Optional.of(changing.perform(context));
    } catch (ConflictException conflict) {
      Optional<List<Observed>> found =
          conflict.existingId().isPresent() ? changing.lookUp(context) : Optional.empty();
      return Optional.of(found.orElseThrow(() -> conflict));
    }
  }

  private void succeeded(OnboardingId id, Step step, List<ClaimRow> claims, List<Observed> facts) {
    boolean nothingYet = facts.isEmpty();
    save(
        id,
        claims,
        notes -> {
          if (nothingYet) {
            Instant next = ledger.now().plus(pace.poll(notes.count(step.name())));
            notes.tried(step.name(), next);
          } else {
            notes.succeeded(step.name());
            notes.problem(Optional.empty());
          }
        },
        facts);
  }

  private Ended failed(
      OnboardingId id, Step step, List<ClaimRow> claims, RuntimeException failure) {
    Failures.Failure what = Failures.of(failure, step.name());
    LOG.debug("{} failed: {}", step.name(), what.problem().code());
    tell(() -> observer.stepFailed(id, step.name(), what.problem().code()));
    save(id, claims, notes -> notes(notes, step, what), List.of(), what, step);
    return new Ended(Ended.Kind.FAILED, Optional.empty(), Optional.of(what));
  }

  private void notes(Notes notes, Step step, Failures.Failure what) {
    notes.problem(Optional.of(what.problem()));
    what.field().ifPresent(notes.used()::remove);
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

  private boolean save(
      OnboardingId id,
      List<ClaimRow> claims,
      java.util.function.Consumer<Notes> change,
      List<Observed> facts) {
    return save(id, claims, change, facts, null, null);
  }

  /**
   * Saves what came of the step, on top of whatever others have recorded meanwhile. A late owner,
   * whose claim somebody has taken over, saves nothing.
   */
  private boolean save(
      OnboardingId id,
      List<ClaimRow> claims,
      java.util.function.Consumer<Notes> change,
      List<Observed> facts,
      Failures.@org.jspecify.annotations.Nullable Failure failure,
      @org.jspecify.annotations.Nullable Step step) {
    while (true) {
      Ledger.Work work = ledger.load(id).orElseThrow();
      change.accept(work.notes());
      List<Observed> all = new ArrayList<>(facts);
      if (failure != null && step != null) {
        all.addAll(consequences(work.state(), step, failure));
      }
      CommitResult result =
          ledger.commit(ledger.next(work, all, Optional.of(ledger.now())).release(claims));
      if (result.status() != CommitResult.Status.STALE) {
        return result.stored();
      }
    }
  }

  /** What a refusal makes true: a value is not accepted, a code is of no use any more. */
  private List<Observed> consequences(FlowState state, Step step, Failures.Failure failure) {
    List<Observed> facts = new ArrayList<>(1);
    failure.field().ifPresent(field -> facts.add(refused(state, field, failure)));
    if (failure.codeUsedUp() && step instanceof Step.Changing changing) {
      changing
          .sentCode(state)
          .ifPresent(
              sent ->
                  facts.add(
                      Observed.of(FactKind.CODE_SPENT, Source.READ)
                          .names(Names.of(state.id()))
                          .subject(Billing.verification(sent).value())
                          .build()));
    }
    return facts;
  }

  private Observed refused(FlowState state, Field field, Failures.Failure failure) {
    Instant at = state.next(FactKind.REFUSED, field.path(), ledger.now());
    Instant given = state.rawAnswer(field).map(FlowState.Answer::at).orElse(at);
    return Observed.of(FactKind.REFUSED, Source.READ)
        .names(Names.of(state.id()))
        .subject(field.path())
        .with(Detail.CODE, failure.problem().code())
        .with(Detail.RULE, failure.problem().rule())
        .at(given.isAfter(at) ? given : at)
        .build();
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
