package com.guance.onboarding.huawei.callback;

import java.util.Arrays;
import java.util.Optional;
import org.immutables.value.Value;

/** A member as authSync describes them (contracts/koogallery.md §3.1); printing shows nothing. */
@Value.Immutable
public abstract class SyncedMember {

  SyncedMember() {}

  /** {@return the account, unique inside the organization only} */
  public abstract String userName();

  /** {@return the name} */
  public abstract Optional<String> name();

  /** {@return the department's code} */
  public abstract Optional<String> orgCode();

  /** {@return the position} */
  public abstract Optional<String> position();

  /** {@return the employee's number} */
  public abstract Optional<String> employeeCode();

  /** {@return the kind of employment} */
  @Value.Default
  public Employment employment() {
    return Employment.UNKNOWN;
  }

  /** {@return what the member is in the organization} */
  @Value.Default
  public Role role() {
    return Role.UNKNOWN;
  }

  /** {@return whether the member is enabled; true unless KooGallery says otherwise} */
  @Value.Default
  public boolean enabled() {
    return true;
  }

  /** {@return the phone number, when the credential may see it} */
  public abstract Optional<String> mobile();

  /** {@return the e-mail address, when the credential may see it} */
  public abstract Optional<String> email();

  /** {@return the place of work} */
  public abstract Optional<String> workPlace();

  /** {@return the day of entry, as it was sent} */
  public abstract Optional<String> entryDate();

  /** {@return a builder} */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns a mask: everything about a member is personal. */
  @Override
  public final String toString() {
    return "SyncedMember[***]";
  }

  /** What a member is in the organization. */
  public enum Role {
    /** A member. */
    USER,
    /** An administrator. */
    ADMIN,
    /** A role that this version does not know, or none. */
    UNKNOWN
  }

  /** How a member is employed. */
  public enum Employment {
    /** Employed. */
    FORMAL("1"),
    /** An intern. */
    INTERN("2"),
    /** Dispatched by another company. */
    DISPATCHED("3"),
    /** Of a contractor. */
    OUTSOURCED("4"),
    /** A kind that this version does not know, or none. */
    UNKNOWN("");

    private final String digit;

    Employment(String digit) {
      this.digit = digit;
    }

    String digit() {
      return digit;
    }

    static Employment of(String digit) {
      return Arrays.stream(values())
          .filter(kind -> kind.digit.equals(digit))
          .findFirst()
          .orElse(UNKNOWN);
    }
  }

  /** Collects a member. */
  public static final class Builder extends ImmutableSyncedMember.Builder {
    Builder() {}
  }
}
