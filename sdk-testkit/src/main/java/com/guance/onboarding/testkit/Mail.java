package com.guance.onboarding.testkit;

import com.guance.onboarding.domain.Secret;
import com.guance.onboarding.domain.VerificationId;
import java.time.Instant;
import org.immutables.value.Value;

/** An e-mail with a verification code, as it lies in the {@link Mailbox}. */
@Value.Immutable
public abstract class Mail {

  Mail() {}

  /** {@return the address it was sent to} */
  public abstract String to();

  /** {@return what the code is for, such as {@code REGISTER}} */
  public abstract String purpose();

  /** {@return the id of the code that was sent} */
  public abstract VerificationId verification();

  /** {@return the code} */
  public abstract Secret code();

  /** {@return when it was sent} */
  public abstract Instant sentAt();

  /** Returns purpose and id, neither address nor code. */
  @Override
  public String toString() {
    return "Mail[" + purpose() + " " + verification() + "]";
  }
}
