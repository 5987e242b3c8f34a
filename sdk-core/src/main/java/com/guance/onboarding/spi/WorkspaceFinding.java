package com.guance.onboarding.spi;

import com.guance.onboarding.domain.Problem;
import java.time.Instant;
import java.util.Optional;

/**
 * What a look at a workspace has shown about one thing.
 *
 * @param aspect what was looked at
 * @param result what was seen
 * @param problem what is wrong and who can mend it; empty if nothing is
 * @param since since when it is so, where Guance says that: the time of a lock
 */
public record WorkspaceFinding(
    Aspect aspect, Result result, Optional<Problem> problem, Optional<Instant> since) {

  /** The code of what nobody could be asked about this time. */
  public static final String NOT_ASKED = "NOT_ASKED";

  /**
   * A finding of which nobody says since when it is so.
   *
   * @param aspect what was looked at
   * @param result what was seen
   * @param problem what is wrong and who can mend it; empty if nothing is
   */
  public WorkspaceFinding(Aspect aspect, Result result, Optional<Problem> problem) {
    this(aspect, result, problem, Optional.empty());
  }

  /**
   * A thing that is as it should be.
   *
   * @param aspect what was looked at
   * @return the finding
   */
  public static WorkspaceFinding proven(Aspect aspect) {
    return new WorkspaceFinding(aspect, Result.PROVEN, Optional.empty());
  }

  /**
   * A thing that nobody says anything about.
   *
   * @param aspect what was looked at
   * @param what why nothing is known, in English
   * @return the finding
   */
  public static WorkspaceFinding unverified(Aspect aspect, String what) {
    return of(aspect, Result.UNVERIFIED, "UNVERIFIED", what, "Look it up in the console.");
  }

  /**
   * A thing that nobody says anything about because who knows it could not be asked this time. The
   * flow asks about the token again by itself.
   *
   * @param aspect what was to be looked at
   * @param what who cannot be asked, in English
   * @return the finding; its problem's code is {@link #NOT_ASKED}
   */
  public static WorkspaceFinding notAsked(Aspect aspect, String what) {
    return of(aspect, Result.UNVERIFIED, NOT_ASKED, what, "Nothing: it is asked again.");
  }

  /**
   * A thing that is not as it should be. All of it is mended in the customer's own consoles, so it
   * is always the buyer who can.
   *
   * @param aspect what was looked at
   * @param code a stable word for it
   * @param rule what is wrong, in English
   * @param remedy what to do, in English
   * @return the finding
   */
  public static WorkspaceFinding wrong(Aspect aspect, String code, String rule, String remedy) {
    return of(aspect, Result.WRONG, code, rule, remedy);
  }

  private static WorkspaceFinding of(
      Aspect aspect, Result result, String code, String rule, String remedy) {
    Problem.What what = new Problem.What(Optional.empty(), rule);
    return new WorkspaceFinding(
        aspect, result, Optional.of(new Problem(code, what, Problem.Mender.BUYER, remedy)));
  }

  /** What is looked at. */
  public enum Aspect {
    /** The API key, and with it the site: a site knows the keys of its own workspaces only. */
    KEY_AND_SITE,
    /** Which workspace it is. */
    WORKSPACE,
    /** Its plan. */
    PLAN,
    /** Its bills. */
    BILLS,
    /** Its lock. */
    LOCK,
    /** Its language. */
    LANGUAGE,
    /** Its owner. */
    OWNER,
    /** The data token: whether the dataway of the site takes it. */
    TOKEN
  }

  /** What is seen. */
  public enum Result {
    /** Guance says that it is as it should be. */
    PROVEN,
    /** Guance says that it is otherwise. */
    WRONG,
    /** Guance does not say. */
    UNVERIFIED
  }
}
