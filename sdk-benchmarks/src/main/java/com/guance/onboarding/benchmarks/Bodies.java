package com.guance.onboarding.benchmarks;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What goes over the wire, in bare classes as one would write them by hand. */
final class Bodies {

  private Bodies() {}

  record Organization(
      String huaweiAccountId, String name, String shortName, String externalReference) {}

  record Member(String account, String name, String initialPassword) {}

  record Binding(String orderId, String orderLineId, String organizationId) {}

  record Authorizations(List<String> accounts) {}

  record Code(String purpose, String email, String externalReference) {}

  record Consent(String version, String acceptedBy, String at) {}

  record Account(
      String huaweiAccountId,
      String userName,
      String password,
      String email,
      String verificationId,
      String code,
      String site,
      Consent terms,
      String externalReference) {}

  record Enterprise(String name) {}

  record Workspace(
      String billingAccountId,
      String name,
      String language,
      String site,
      Consent terms,
      String externalReference) {}

  record Settlement(
      String billingAccountId, String huaweiAccountId, String orderId, String orderLineId) {}

  /** Any answer: the few fields that the next call needs. */
  record Reply(
      @Nullable String huaweiAccountId,
      @Nullable String organizationId,
      @Nullable String bindingId,
      @Nullable String url,
      @Nullable String verificationId,
      @Nullable String billingAccountId,
      @Nullable String workspaceId,
      @Nullable List<Item> items) {}

  /** An element of any list. */
  record Item(@Nullable String host, @Nullable String account) {}
}
