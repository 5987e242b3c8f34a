package com.guance.onboarding;

import com.guance.onboarding.domain.PersonTask;
import com.guance.onboarding.domain.Secret;
import java.util.Map;
import java.util.Optional;

/**
 * Gives codes, passwords and other answers while a step runs.
 *
 * <p>Asked on the calling thread. A code or a password is used for that one call and stored
 * nowhere; an answer that is not secret is recorded. Empty means that the task is handed out and
 * waits. A password must stay the same for one task until that task is closed, so that a try after
 * a crash uses the one that may be in force already.
 */
@FunctionalInterface
public interface Answers {

  /**
   * Answers a task.
   *
   * @param task what is asked; {@link PersonTask#inputs()} names what the answer must hold
   * @return the values by input name, or empty; never null
   */
  Optional<Map<String, Secret>> to(PersonTask task);

  /**
   * Answers one task, as a web form does.
   *
   * @param taskId the task
   * @param values the values by input name
   * @return the answers
   */
  static Answers of(String taskId, Map<String, Secret> values) {
    Map<String, Secret> copy = Map.copyOf(values);
    return task -> task.id().equals(taskId) ? Optional.of(copy) : Optional.empty();
  }

  /** {@return answers that answer nothing: nobody is at the keyboard} */
  static Answers none() {
    return NoAnswers.INSTANCE;
  }
}
