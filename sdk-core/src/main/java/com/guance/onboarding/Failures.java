package com.guance.onboarding;

import com.guance.onboarding.domain.Field;
import com.guance.onboarding.domain.Problem;
import com.guance.onboarding.error.AuthenticationException;
import com.guance.onboarding.error.ConflictException;
import com.guance.onboarding.error.InvalidRequestException;
import com.guance.onboarding.error.NotFoundException;
import com.guance.onboarding.error.OnboardingException;
import com.guance.onboarding.error.PermissionException;
import com.guance.onboarding.error.RemoteException;
import com.guance.onboarding.error.UnavailableException;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;

/** Says what a failed step means: who can mend it, and whether it passes. */
final class Failures {

  static final String CODE = "code";
  static final String PASSWORD = "password";
  static final String KEY = "keyId";

  /** Names our own failures, such as a step that ran out of time. */
  static final String OURSELVES = "onboarding";

  /** What an answer without a code has instead of one. */
  private static final String NO_CODE = "none";

  private static final Set<String> USED_UP =
      Set.of("CODE_EXPIRED", "CODE_USED", "CODE_ATTEMPTS_EXCEEDED", "CODE_NOT_FOUND");

  private Failures() {}

  /**
   * A failed step.
   *
   * @param problem what to tell
   * @param retryAfter how long the remote side wants to be left alone
   * @param silent the side that gave no answer of its own, if that is what failed
   */
  record Failure(Problem problem, Optional<Duration> retryAfter, Optional<String> silent) {

    Failure(Problem problem, Optional<Duration> retryAfter) {
      this(problem, retryAfter, Optional.empty());
    }

    /** The field that somebody can replace. */
    Optional<Field> field() {
      return problem.field().flatMap(Field::of);
    }

    boolean refused(String secret) {
      return problem.field().filter(secret::equals).isPresent();
    }

    /** Whether somebody's next answer may mend it, so that waiting is of no use. */
    boolean answerMends() {
      return field().isPresent() || refused(CODE) || refused(PASSWORD) || refused(KEY);
    }

    /** Whether the code that was typed can never be used again. */
    boolean codeUsedUp() {
      return refused(CODE) && USED_UP.contains(problem.code());
    }
  }

  static Failure of(RuntimeException failure, String step) {
    if (!(failure instanceof OnboardingException known)) {
      return new Failure(
          problem(
              "UNEXPECTED",
              Optional.empty(),
              step + " ended with " + failure.getClass().getSimpleName(),
              Problem.Mender.OPERATOR,
              "Report it with the stack trace in the log; it is tried again."),
          Optional.empty());
    }
    if (known.isRetryable()) {
      Optional<String> silent = silent(known);
      return new Failure(
          passing(known, step, silent.map(side -> " to " + side + ": " + words(known)).orElse("")),
          known.retryAfter(),
          silent);
    }
    return new Failure(
        known instanceof RemoteException answer ? refusal(answer, step) : unreadable(known, step),
        known.retryAfter());
  }

  /**
   * Says in the log what failed: what the other side answered in one word, our own mistake with the
   * places that it passed, never with its message.
   *
   * @param what the step or the comparison
   */
  static void log(Logger log, String what, RuntimeException failure, Failure meaning) {
    if (failure instanceof OnboardingException) {
      log.debug("{} failed: {}", what, meaning.problem().code());
    } else {
      log.warn("{} ended unexpectedly", what, Whereabouts.of(failure));
    }
  }

  /** What answers for itself, if only that it has too much to do, is there. */
  private static Optional<String> silent(OnboardingException failure) {
    return Optional.of(failure.provider())
        .filter(side -> !side.equals(OURSELVES))
        .filter(
            side ->
                failure instanceof UnavailableException || !(failure instanceof RemoteException));
  }

  /** What happened, without the ids that differ from one call to the next. */
  private static String words(OnboardingException failure) {
    if (failure instanceof RemoteException answer) {
      return "it answered with status " + answer.status();
    }
    String message = Objects.requireNonNull(failure.getMessage());
    String words = message.substring(message.indexOf(": ") + 1).strip();
    int ids = words.indexOf(" (request ");
    return ids < 0 ? words : words.substring(0, ids);
  }

  private static Problem passing(OnboardingException failure, String step, String why) {
    return problem(
        code(failure),
        Optional.empty(),
        step + " did not get through" + why,
        Problem.Mender.NOBODY,
        "Nothing to do; it is tried again by itself.");
  }

  private static Problem refusal(RemoteException answer, String step) {
    Optional<String> field = answer.field();
    String rule =
        field.filter(PASSWORD::equals).isPresent()
            ? Inputs.PASSWORD_RULE // what the service says may quote it
            : answer.rule().orElse(step + " was refused");
    if (answer instanceof AuthenticationException || answer instanceof PermissionException) {
      return problem(
          code(answer),
          Optional.empty(),
          answer.provider() + " does not accept our credentials",
          Problem.Mender.OPERATOR,
          "Check key, token and host of " + answer.provider() + ".");
    }
    boolean mendable =
        field.isPresent()
            && (answer instanceof InvalidRequestException
                || answer instanceof ConflictException
                || answer instanceof NotFoundException);
    return mendable
        ? problem(
            code(answer),
            field,
            rule,
            Problem.Mender.BUYER,
            anotherValue(answer.code(), field.get()))
        : problem(
            code(answer),
            Optional.empty(),
            rule,
            Problem.Mender.OPERATOR,
            (answer.code().equals(NO_CODE) ? "Check the address of " : "Look up the code at ")
                + answer.provider()
                + "; it is tried again.");
  }

  private static String anotherValue(String code, String field) {
    return switch (field) {
      case CODE ->
          USED_UP.contains(code)
              ? "A new code is sent; give the one of the newest e-mail."
              : "Type the code of the newest e-mail.";
      case PASSWORD ->
          "Choose another password, such as one with more kinds of characters; it is asked for"
              + " again.";
      case KEY -> "Give another Key ID.";
      default -> "Give another value for " + field + ".";
    };
  }

  /** The code that was sent has run out, whatever was wrong with those that were typed. */
  static Problem codeExpired() {
    return problem(
        "CODE_EXPIRED",
        Optional.of(CODE),
        "has expired",
        Problem.Mender.BUYER,
        "Answer the task, without a code, to have a new one sent.");
  }

  /** The code that was sent was used, or typed wrong too often. */
  static Problem codeSpent() {
    return problem(
        "CODE_SPENT",
        Optional.of(CODE),
        "is of no use any more: it was used, or typed wrong too often",
        Problem.Mender.BUYER,
        "Answer the task, without a code, to have a new one sent; the next e-mail may have to wait"
            + " a minute.");
  }

  private static Problem unreadable(OnboardingException failure, String step) {
    return problem(
        code(failure),
        Optional.empty(),
        step + " got an answer that cannot be read",
        Problem.Mender.OPERATOR,
        "Check host and version of " + failure.provider() + "; it is tried again.");
  }

  private static String code(OnboardingException failure) {
    return failure instanceof RemoteException answer
        ? answer.code().equals(NO_CODE) ? "HTTP_" + answer.status() : answer.code()
        : failure.getClass().getSimpleName().replace("Exception", "").toUpperCase(Locale.ROOT);
  }

  private static Problem problem(
      String code, Optional<String> field, String rule, Problem.Mender mender, String remedy) {
    return new Problem(code, new Problem.What(field, rule), mender, remedy);
  }
}
