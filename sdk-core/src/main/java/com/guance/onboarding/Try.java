package com.guance.onboarding;

import com.guance.onboarding.domain.HuaweiAccountId;
import com.guance.onboarding.domain.LookupKey;
import com.guance.onboarding.domain.Observed;
import com.guance.onboarding.domain.OnboardingId;
import com.guance.onboarding.error.ConflictException;
import com.guance.onboarding.error.InvalidRequestException;
import com.guance.onboarding.error.NotFoundException;
import com.guance.onboarding.error.RemoteException;
import com.guance.onboarding.error.TransportException;
import com.guance.onboarding.spi.OnboardingStore;
import java.util.List;
import java.util.Optional;

/** One try of a step that is ours: it looks, and acts where nothing is found. For one run only. */
final class Try {

  private final Claims.Held held;
  private final OnboardingStore store;
  private boolean acted;

  Try(Claims.Held held, OnboardingStore store) {
    this.held = held;
    this.store = store;
  }

  /** The facts that came of it; empty when it would have to act and secrets are missing. */
  Optional<List<Observed>> execute(StepContext context, boolean secretsComplete) {
    if (held.step() instanceof Step.Reading reading) {
      return Optional.of(reading.read(context));
    }
    Step.Changing changing = (Step.Changing) held.step();
    if (context.tried() > 0
        || !changing.keyed()
        || changing.lookFirst(context.state())
        || othersMayHaveDoneIt()) {
      Optional<List<Observed>> found = changing.lookUp(context);
      if (found.isPresent()) {
        boolean ours = context.tried() > 0 || !secretsComplete;
        return ours ? found : Optional.of(changing.adopted(context, found.get()));
      }
    }
    if (!secretsComplete) {
      return Optional.empty();
    }
    if (context.deadline().passed()) {
      // the claim would not outlive the act any more: look again under a new one
      throw TransportException.withoutEffect(
          Failures.OURSELVES, changing.name(), "no time left", null);
    }
    acted = true;
    try {
      return Optional.of(changing.perform(context));
    } catch (ConflictException conflict) {
      Optional<List<Observed>> found =
          conflict.existingId().isPresent() ? changing.lookUp(context) : Optional.empty();
      return Optional.of(changing.adopted(context, found.orElseThrow(() -> conflict)));
    }
  }

  /** Another onboarding of this buyer may have been at it since we looked and before our claim. */
  private boolean othersMayHaveDoneIt() {
    OnboardingId own = held.work().id();
    Optional<HuaweiAccountId> buyer = held.work().state().buyer();
    if (!held.isShared() || buyer.isEmpty()) {
      return false;
    }
    for (OnboardingId id : store.find(new LookupKey.ByAccount(buyer.get()), 2)) {
      if (!id.equals(own)) {
        return true; // one of any two is another
      }
    }
    return false;
  }

  /**
   * Whether this try has certainly changed nothing out there: it did not come to act, or the act
   * was refused. Only a refusal under an idempotency key says that, because it speaks for what the
   * transport may have sent before, too; an act without a key may be several calls, of which the
   * first ones did their work. What another try did before is not known here.
   */
  boolean withoutEffect(RuntimeException failure) {
    return !acted || (held.step() instanceof Step.Changing act && act.keyed() && refusal(failure));
  }

  /** What names a value is the answer of who would act; any other may come from before the key. */
  private static boolean refusal(RuntimeException failure) {
    return failure instanceof RemoteException answer
        && !answer.isRetryable()
        && answer.field().isPresent()
        && (answer instanceof InvalidRequestException
            || answer instanceof ConflictException
            || answer instanceof NotFoundException);
  }
}
