package com.guance.onboarding.huawei.signin;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.guance.onboarding.domain.InvalidInputException;
import com.guance.onboarding.domain.TenantId;
import com.guance.onboarding.error.ProtocolException;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who somebody is, as the kit's and OrgID's services spell it. */
record MemberPayload(
    @Nullable String tenant,
    @JsonAlias("user_name") @Nullable String userName,
    @JsonAlias("user_id") @Nullable String userId,
    @Nullable String id,
    @Nullable String name,
    @Nullable String email,
    @Nullable String mobile,
    @Nullable String role,
    @JsonAlias("tenant_name") @Nullable String projectName,
    @Nullable String organizationName,
    @Nullable String organizationCode,
    @JsonAlias("employee_code") @Nullable String employeeCode) {

  Member member(String operation) {
    String account =
        text(userName).orElseThrow(() -> unreadable(operation, "userName", "is missing"));
    return Member.builder()
        .tenant(tenantId(operation))
        .userName(account)
        .userId(text(userId).or(() -> text(id)))
        .name(text(name))
        .email(text(email))
        .mobile(text(mobile))
        .role(role(text(role).orElse("")))
        .tenantName(text(projectName))
        .departmentName(text(organizationName))
        .departmentCode(text(organizationCode))
        .employeeCode(text(employeeCode))
        .build();
  }

  private static Role role(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "admin" -> Role.ADMIN;
      case "user" -> Role.USER;
      default -> Role.UNKNOWN;
    };
  }

  private TenantId tenantId(String operation) {
    String id = text(tenant).orElseThrow(() -> unreadable(operation, "tenant", "is missing"));
    try {
      return new TenantId(id);
    } catch (InvalidInputException e) {
      throw unreadable(operation, "tenant", e.rule());
    }
  }

  private static Optional<String> text(@Nullable String text) {
    return Optional.ofNullable(text).map(String::strip).filter(value -> !value.isEmpty());
  }

  private static ProtocolException unreadable(String operation, String field, String problem) {
    return ProtocolException.ofField(SignInErrors.PROVIDER, operation, field, problem, null);
  }

  /** Returns a mask: everything in here is a person's. */
  @Override
  public String toString() {
    return "MemberPayload[***]";
  }
}
