package com.guance.onboarding.billing.external;

import com.guance.onboarding.domain.BillingAccountId;
import com.guance.onboarding.domain.HuaweiAccountId;
import com.guance.onboarding.domain.WorkspaceId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Finds accounts by what an onboarding knows of them. The deployment searches by user name and
 * e-mail address only; for anything else all accounts are read, page by page.
 */
final class Directory {

  private final GuanceExternalApi api;

  Directory(GuanceExternalApi api) {
    this.api = api;
  }

  Optional<Account> payingFor(HuaweiAccountId buyer) {
    return first(
        account ->
            Marks.of(account, Marks.HUAWEI_ACCOUNT).filter(buyer.value()::equals).isPresent());
  }

  Optional<Account> byId(BillingAccountId id) {
    return first(account -> account.id().equals(id.value()));
  }

  Optional<Account> byExternalId(String externalId) {
    return first(account -> account.externalId().filter(externalId::equals).isPresent());
  }

  Optional<Account> marked(String mark) {
    return first(account -> Marks.of(account, mark).isPresent());
  }

  /** The owner for whom an onboarding has made a workspace. */
  Optional<Account> madeBySomebody(WorkspaceId workspace) {
    return first(account -> Marks.hasMade(account, workspace));
  }

  Optional<Account> byUserName(String userName) {
    return found(
        api.accounts(userName),
        account -> account.userName().filter(userName::equalsIgnoreCase).isPresent());
  }

  Optional<Account> byEmail(String email) {
    return found(
        api.accounts(email),
        account -> account.email().filter(email::equalsIgnoreCase).isPresent());
  }

  Optional<DeployedWorkspace> workspace(WorkspaceId id) {
    try (Stream<DeployedWorkspace> all = api.workspaces()) {
      return all.filter(workspace -> workspace.id().equals(id)).findFirst();
    }
  }

  /** Writes marks beside an account; those of others stay. */
  Account mark(Account account, Map<String, String> marks) {
    Map<String, Object> attributes = new LinkedHashMap<>(account.attributes());
    attributes.putAll(marks);
    if (!attributes.equals(account.attributes())) {
      api.modifyAccount(account.id(), AccountChanges.builder().attributes(attributes).build());
    }
    return Account.builder().from(account).attributes(attributes).build();
  }

  private Optional<Account> first(Predicate<Account> wanted) {
    return found(api.accounts(), wanted);
  }

  private static Optional<Account> found(Stream<Account> accounts, Predicate<Account> wanted) {
    try (accounts) {
      return accounts.filter(wanted).findFirst();
    }
  }
}
