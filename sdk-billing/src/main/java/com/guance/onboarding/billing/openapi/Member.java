package com.guance.onboarding.billing.openapi;

import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/** A Guance account as a member of a workspace. */
@Value.Immutable
public abstract class Member {

  private static final String OWNER = "owner";

  Member() {}

  /** {@return the account's id, {@code acnt_…}} */
  public abstract String accountId();

  /** {@return the name} */
  public abstract Optional<String> name();

  /** {@return the user name} */
  public abstract Optional<String> userName();

  /** {@return the e-mail address} */
  public abstract Optional<String> email();

  /** {@return the ids of the roles, such as {@code owner}, {@code wsAdmin}, {@code general}} */
  public abstract List<String> roles();

  /** {@return whether this is the one owner of the workspace} */
  public boolean isOwner() {
    return roles().contains(OWNER);
  }

  /** Returns the account's id; the rest is personal. */
  @Override
  public final String toString() {
    return "Member[" + accountId() + "]";
  }

  /** {@return a builder} */
  public static Builder builder() {
    return new Builder();
  }

  /** Collects a member, for tests of your own. */
  public static final class Builder extends ImmutableMember.Builder {
    Builder() {}
  }
}
