package com.guance.onboarding.testkit;

import java.util.Optional;

/** Who owns a workspace, whichever table of accounts knows. */
final class WorkspaceOwners {

  private final Tables tables;

  WorkspaceOwners(Tables tables) {
    this.tables = tables;
  }

  /** An account that can own a workspace. */
  record Owner(String accountId, String userName, String email, String name) {}

  /** Empty for a workspace that came without anybody. */
  Optional<Owner> of(WorkspaceRow row) {
    return row.ownerId().flatMap(this::account).or(() -> payer(row));
  }

  private Optional<Owner> account(String id) {
    return Optional.ofNullable(tables.guanceAccounts.get(id))
        .map(one -> new Owner(id, one.userName(), one.email(), one.userName()))
        .or(
            () ->
                Optional.ofNullable(tables.deployedAccounts.get(id))
                    .map(one -> new Owner(id, one.userName(), one.email(), one.name())));
  }

  /** Whoever pays has made it, as far as anybody knows. */
  private Optional<Owner> payer(WorkspaceRow row) {
    return row.billingAccountId()
        .flatMap(id -> Optional.ofNullable(tables.billingAccounts.get(id)))
        .map(
            one ->
                new Owner(
                    "acnt_" + one.billingAccountId().replace("bill-", ""),
                    one.userName(),
                    one.email(),
                    one.userName()));
  }
}
