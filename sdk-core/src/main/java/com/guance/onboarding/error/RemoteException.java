package com.guance.onboarding.error;

import java.time.Duration;
import java.util.Optional;

/**
 * A remote side answered, and the answer was no.
 *
 * <p>The subtypes say what kind of no. An answer that no table knows is thrown as this type itself.
 * Which type it is never depends on the HTTP status alone.
 */
public sealed class RemoteException extends OnboardingException
    permits AuthenticationException,
        PermissionException,
        NotFoundException,
        RateLimitedException,
        UnavailableException,
        ConflictException,
        InvalidRequestException {

  private static final long serialVersionUID = 1L;

  private final Refusal refusal;

  /**
   * Makes the exception for a refusal that has no type of its own.
   *
   * @param refusal what the remote side said
   */
  public RemoteException(Refusal refusal) {
    super(refusal.provider(), refusal.operation(), refusal.message(), null);
    this.refusal = refusal;
  }

  /**
   * The HTTP status of the answer.
   *
   * @return the status; 0 if the refusal is our own
   */
  public final int status() {
    return refusal.status();
  }

  /**
   * The code in the body of the answer.
   *
   * @return the code; {@code none} if there was none, {@code unreadable code} if it could not be a
   *     code
   */
  public final String code() {
    return refusal.code();
  }

  /**
   * The id to quote when asking the remote side's support.
   *
   * @return the id, if there is one
   */
  public final Optional<String> requestId() {
    return refusal.requestId();
  }

  /**
   * The field of the request that was refused.
   *
   * @return the field's name, if the remote side named one
   */
  public final Optional<String> field() {
    return refusal.field();
  }

  /**
   * The rule that was broken, in our words.
   *
   * @return the rule, if it is known
   */
  public final Optional<String> rule() {
    return refusal.rule();
  }

  @Override
  public final Optional<Duration> retryAfter() {
    return refusal.retryAfter();
  }

  @Override
  public final boolean isRetryable() {
    return refusal.isRetryable(passesByItself());
  }

  /** What the type says about retrying when the refusal itself says nothing. */
  boolean passesByItself() {
    return false;
  }

  final Refusal refusal() {
    return refusal;
  }
}
