package com.guance.onboarding;

import com.guance.onboarding.domain.Field;
import com.guance.onboarding.domain.InputField;
import com.guance.onboarding.domain.InvalidInputException;
import com.guance.onboarding.domain.PersonTask;
import com.guance.onboarding.domain.Secret;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Checks what a task was answered with, and names all that is missing or wrong at once. */
final class FilledForm {

  private FilledForm() {}

  static void check(PersonTask task, Map<String, Secret> values) {
    List<InvalidInputException> wrong = new ArrayList<>();
    for (InputField input : task.inputs()) {
      Secret value = values.get(input.name());
      if (value != null) {
        broken(input, value).ifPresent(wrong::add);
      } else if (input.required()) {
        wrong.add(missing(task, input));
      }
    }
    refuse(wrong);
  }

  /** The rule of a field; of a secret only what no service takes, the rest its own one says. */
  private static Optional<InvalidInputException> broken(InputField input, Secret value) {
    try {
      Field.of(input.name()).ifPresent(field -> field.check(value.reveal()));
      Inputs.checkSecret(input, value);
      return Optional.empty();
    } catch (InvalidInputException wrong) {
      return Optional.of(wrong);
    }
  }

  /** What asks for answers is not done as long as there are none. */
  static void requireAnswers(PersonTask task, Set<String> given) {
    List<InvalidInputException> wrong = new ArrayList<>();
    for (InputField input : task.inputs()) {
      if (!given.contains(input.name()) && (input.required() || given.isEmpty())) {
        wrong.add(missing(task, input));
      }
    }
    refuse(wrong);
  }

  private static InvalidInputException missing(PersonTask task, InputField input) {
    return new InvalidInputException(
        input.name(),
        "is missing in the answer to " + task.kind() + "; it " + input.label().rule());
  }

  /** The first is thrown, and carries the others. */
  private static void refuse(List<InvalidInputException> wrong) {
    if (!wrong.isEmpty()) {
      InvalidInputException first = wrong.get(0);
      wrong.stream().skip(1).forEach(first::addSuppressed);
      throw first;
    }
  }
}
