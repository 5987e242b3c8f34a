package com.guance.onboarding.billing.external;

import com.guance.onboarding.domain.BillingAccountId;
import com.guance.onboarding.domain.HuaweiAccountId;
import com.guance.onboarding.domain.WorkspaceId;
import com.guance.onboarding.error.NotFoundException;
import com.guance.onboarding.error.UnavailableException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Finds accounts by what an onboarding knows of them. The deployment searches by user name and
 * e-mail address only; for anything else all accounts are read, page by page.
 */
final class Directory {

  private static final int WRITES = 3;

  private final OwnerLocks locks = OwnerLocks.ofThisProcess();
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

  /**
   * Writes marks beside an account; those of others stay. What is there is read before and after:
   * another process may write at the same moment, and what it takes away is written again.
   *
   * @return the account as it is now
   */
  Account mark(Account account, Map<String, String> marks) {
    return locks.with(account.id(), () -> markAlone(account, marks));
  }

  private Account markAlone(Account account, Map<String, String> marks) {
    Account there = again(account);
    for (int i = 0; i < WRITES && !bears(there, marks); i++) {
      Map<String, Object> attributes = new LinkedHashMap<>(there.attributes());
      attributes.putAll(marks);
      api.modifyAccount(there.id(), AccountChanges.builder().attributes(attributes).build());
      there = again(there);
    }
    if (!bears(there, marks)) {
      throw new UnavailableException(
          Refusals.of("mark account", "MARK_LOST")
              .rule("does not keep what is written beside it")
              .build());
    }
    return there;
  }

  private static boolean bears(Account account, Map<String, String> marks) {
    return marks.entrySet().stream()
        .allMatch(mark -> mark.getValue().equals(account.attributes().get(mark.getKey())));
  }

  /** The account as it is now, by the quick search where it has a name to search for. */
  Account again(Account account) {
    Predicate<Account> same = one -> one.id().equals(account.id());
    return account
        .userName()
        .flatMap(name -> found(api.accounts(name), same))
        .or(() -> first(same))
        .orElseThrow(
            () -> new NotFoundException(Refusals.of("find account", "ACCOUNT_NOT_FOUND").build()));
  }

  /** Work during which nobody else in this process writes beside the account. */
  <T> T alone(Account account, Supplier<T> work) {
    return locks.with(account.id(), work);
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
