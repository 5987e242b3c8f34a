package com.guance.onboarding.huawei.signin;

import com.guance.onboarding.domain.TenantId;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * The person who has signed in, as the organization's sign-in service describes them. Immutable;
 * printing shows the organization only.
 */
@Value.Immutable
public abstract class Member {

  Member() {}

  /** {@return the organization that the person belongs to} */
  public abstract TenantId tenant();

  /** {@return the account, unique inside the organization only} */
  public abstract String userName();

  /** {@return the person's id at the sign-in service} */
  public abstract Optional<String> userId();

  /** {@return the person's name} */
  public abstract Optional<String> name();

  /** {@return the e-mail address, when the credential may see it} */
  public abstract Optional<String> email();

  /** {@return the phone number, when the credential may see it} */
  public abstract Optional<String> mobile();

  /** {@return what the person is in the organization} */
  @Value.Default
  public Role role() {
    return Role.UNKNOWN;
  }

  /** {@return the organization's name} */
  public abstract Optional<String> tenantName();

  /** {@return the department's name} */
  public abstract Optional<String> departmentName();

  /** {@return the department's code} */
  public abstract Optional<String> departmentCode();

  /** {@return the employee's number} */
  public abstract Optional<String> employeeCode();

  /** {@return a builder, for adapters and tests} */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns the organization. */
  @Override
  public String toString() {
    return "Member[*** of " + tenant() + "]";
  }

  /** Collects a member. */
  public static final class Builder extends ImmutableMember.Builder {
    Builder() {}
  }
}
