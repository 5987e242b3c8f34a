package com.guance.onboarding.billing.external;

import com.guance.onboarding.domain.InvalidInputException;
import com.guance.onboarding.domain.Secret;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/** What to change of an account; what is empty stays as it is. */
@Value.Immutable
public abstract class AccountChanges {

  AccountChanges() {}

  /** {@return the new name} */
  public abstract Optional<String> name();

  /** {@return the new mobile number} */
  public abstract Optional<String> mobile();

  /** {@return the new user name} */
  public abstract Optional<String> userName();

  /** {@return the new e-mail address} */
  public abstract Optional<String> email();

  /** {@return the new password} */
  public abstract Optional<Secret> password();

  /** {@return how long a sign-in lasts without activity; 30 minutes to 7 days} */
  public abstract Optional<Duration> tokenHoldTime();

  /** {@return how long a sign-in lasts at most; a minute to 30 days} */
  public abstract Optional<Duration> tokenMaxValidDuration();

  /** {@return the new attributes, in place of the old ones} */
  public abstract Optional<Map<String, Object>> attributes();

  @Value.Check
  void check() {
    name().ifPresent(value -> Inputs.text("account.name", value));
    userName().ifPresent(value -> Inputs.text("account.userName", value));
    email().ifPresent(Inputs::email);
    tokenHoldTime().ifPresent(value -> between("account.tokenHoldTime", value, 1800, 604_800));
    tokenMaxValidDuration()
        .ifPresent(value -> between("account.tokenMaxValidDuration", value, 60, 2_592_000));
    if (toBody().isEmpty()) {
      throw new InvalidInputException("account", "must have something to change");
    }
  }

  private static void between(String field, Duration value, long least, long most) {
    if (value.toSeconds() < least || value.toSeconds() > most) {
      throw new InvalidInputException(field, "must be " + least + " to " + most + " seconds");
    }
  }

  Map<String, Object> toBody() {
    Map<String, Object> body = new LinkedHashMap<>();
    name().ifPresent(value -> body.put("name", value));
    mobile().ifPresent(value -> body.put("mobile", value));
    userName().ifPresent(value -> body.put("username", value));
    email().ifPresent(value -> body.put("email", value));
    password().ifPresent(value -> body.put("password", value.reveal()));
    tokenHoldTime().ifPresent(value -> body.put("tokenHoldTime", value.toSeconds()));
    tokenMaxValidDuration()
        .ifPresent(value -> body.put("tokenMaxValidDuration", value.toSeconds()));
    attributes().ifPresent(value -> body.put("attributes", value));
    return body;
  }

  /** Returns nothing of it; all of it is personal. */
  @Override
  public final String toString() {
    return "AccountChanges[***]";
  }

  /** {@return a builder} */
  public static Builder builder() {
    return new Builder();
  }

  /** Collects changes. */
  public static final class Builder extends ImmutableAccountChanges.Builder {
    Builder() {}
  }
}
