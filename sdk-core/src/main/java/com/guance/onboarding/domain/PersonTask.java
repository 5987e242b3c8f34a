package com.guance.onboarding.domain;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * What to ask whom, where to do it and until when.
 *
 * <p>The id is stable: the same task has the same id on every call and in every process. A form can
 * be drawn from {@link #inputs()}. Printing shows the id and the kind only.
 */
@Value.Immutable
public abstract class PersonTask {

  PersonTask() {}

  /** {@return the id, stable for this onboarding} */
  public abstract String id();

  /** {@return the onboarding that waits for it} */
  public abstract OnboardingId onboarding();

  /** {@return the order line that the onboarding is of; a buyer may have several} */
  public abstract OrderKey order();

  /** {@return what kind of act it is} */
  public abstract TaskKind kind();

  /** {@return the stage that it belongs to} */
  public abstract Stage stage();

  /** {@return what to do, in Chinese} */
  public abstract String textZh();

  /** {@return what to do, in English} */
  public abstract String textEn();

  /**
   * Where to do it: as the partner has set it, else the buyer's own login address where the act
   * begins there, else an address that the vendors publish.
   *
   * @return the address; empty where none is known and the text names the menu path
   */
  public abstract Optional<URI> link();

  /** {@return the values to enter in the console, as far as they are known} */
  public abstract Map<Field, String> details();

  /**
   * The commands to run, for {@link TaskKind#INSTALL_DATAKIT} where the flow has a guide and the
   * site is known.
   *
   * @return one command for each platform, with a mask in the token's place
   */
  public abstract Map<String, String> commands();

  /** {@return what an answer must hold} */
  public abstract List<InputField> inputs();

  /** {@return what will prove it done, in English: a callback, a read, or the person's word} */
  public abstract String provenBy();

  /** {@return until when it makes sense, such as the expiry of a code} */
  public abstract Optional<Instant> until();

  /** {@return whether this call was the first to hand it out} */
  @Value.Default
  public boolean firstTime() {
    return false;
  }

  /** {@return whether a code or a password is asked for} */
  @Value.Lazy
  public boolean asksForSecret() {
    return inputs().stream().anyMatch(InputField::secret);
  }

  /**
   * The same task, marked as handed out for the first time or not.
   *
   * @param first whether it is the first time
   * @return the task
   */
  public PersonTask withFirstTime(boolean first) {
    return first == firstTime() ? this : builder().from(this).firstTime(first).build();
  }

  /** {@return a builder} */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns id and kind. */
  @Override
  public String toString() {
    return kind() + " " + id();
  }

  /** Collects a task. */
  public static final class Builder extends ImmutablePersonTask.Builder {
    Builder() {}
  }
}
