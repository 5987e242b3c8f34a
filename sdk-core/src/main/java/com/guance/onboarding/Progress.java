package com.guance.onboarding;

import com.guance.onboarding.domain.OnboardingId;
import com.guance.onboarding.domain.PersonTask;
import com.guance.onboarding.domain.Problem;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Where an {@code advance} led. {@link #handle} makes a forgotten case a compile error. */
public sealed interface Progress {

  /**
   * The onboarding waits for people, for callbacks or for time. This names everything that it waits
   * for, not only the first thing.
   *
   * @param tasks the open tasks, in the order in which to do them
   * @param events the callbacks that it waits for, by their names on the wire
   * @param notBefore when to advance it again, if it waits for time
   * @param problem the last failure that still stands
   */
  record Waiting(
      List<PersonTask> tasks,
      Set<String> events,
      Optional<Instant> notBefore,
      Optional<Problem> problem)
      implements Progress {

    static final String NEWER_VERSION = "NEWER_VERSION";

    /**
     * Copies the collections.
     *
     * @param tasks the open tasks
     * @param events the callbacks that it waits for
     * @param notBefore when to advance it again
     * @param problem the last failure that still stands
     */
    public Waiting {
      tasks = List.copyOf(tasks);
      events = Set.copyOf(events);
    }

    /** {@return the tasks that this call was the first to hand out} */
    public List<PersonTask> newTasks() {
      return tasks.stream().filter(PersonTask::firstTime).toList();
    }

    /**
     * {@return whether it is left alone because a newer version of the SDK has worked on it} It
     * stays due, for a node that understands it.
     */
    public boolean leftToNewerVersion() {
      return problem.filter(what -> what.code().equals(NEWER_VERSION)).isPresent();
    }
  }

  /**
   * Everything is done.
   *
   * @param onboarding what came of it
   * @param firstTime whether this call was the one that completed it
   */
  record Completed(Onboarding onboarding, boolean firstTime) implements Progress {}

  /**
   * The onboarding ended before everything was done.
   *
   * @param id the onboarding
   * @param reason why it ended
   * @param leftBehind what exists and was not deleted, in words
   */
  record Abandoned(OnboardingId id, String reason, List<String> leftBehind) implements Progress {

    /**
     * Copies the list.
     *
     * @param id the onboarding
     * @param reason why
     * @param leftBehind what exists and was not deleted
     */
    public Abandoned {
      leftBehind = List.copyOf(leftBehind);
    }
  }

  /**
   * Calls the one consumer that fits.
   *
   * @param waiting what to do while it waits
   * @param completed what to do when it is complete
   * @param abandoned what to do when it ended early
   */
  default void handle(
      Consumer<Waiting> waiting, Consumer<Completed> completed, Consumer<Abandoned> abandoned) {
    if (this instanceof Waiting progress) {
      waiting.accept(progress);
    } else if (this instanceof Completed progress) {
      completed.accept(progress);
    } else {
      abandoned.accept((Abandoned) this);
    }
  }
}
