package com.guance.onboarding.error;

import java.time.Instant;
import java.util.Optional;

/**
 * It is there already, or it is there and different. {@link #existingId()} lets a repeated step
 * adopt what it made before instead of failing.
 */
public final class ConflictException extends RemoteException {

  private static final long serialVersionUID = 1L;

  private static final String OURSELVES = "onboarding";

  /**
   * Makes the exception.
   *
   * @param refusal what the remote side said
   */
  public ConflictException(Refusal refusal) {
    super(refusal);
  }

  /**
   * Makes the exception for a conflict that we found ourselves: provider {@code onboarding}, status
   * 0.
   *
   * @param operation what was being done, for example {@code begin}
   * @param field the field whose new value cannot replace the old one
   * @param rule why not, in our own words
   * @return the exception, to be thrown
   */
  public static ConflictException ofField(String operation, String field, String rule) {
    return new ConflictException(Refusal.of(OURSELVES, operation).field(field).rule(rule).build());
  }

  /**
   * The id of what is there already.
   *
   * @return the id, if the remote side named it
   */
  public Optional<String> existingId() {
    return refusal().existingId();
  }

  /**
   * When the same may be asked for again, for what is possible only so often.
   *
   * @return the time, if the remote side named it
   */
  public Optional<Instant> allowedFrom() {
    return refusal().allowedFrom();
  }
}
