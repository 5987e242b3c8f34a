package com.guance.onboarding.testkit;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Change of settlement, unlock, upgrade: contracts/guance.md §1.6 and §1.7. */
final class Settlements {

  private final World world;
  private final Orders orders;
  private final BillingAccounts accounts;
  private final Workspaces workspaces;
  private final Locks locks;

  Settlements(World world, Orders orders, BillingAccounts accounts, Workspaces workspaces) {
    this.world = world;
    this.orders = orders;
    this.accounts = accounts;
    this.workspaces = workspaces;
    this.locks = new Locks(world);
  }

  /**
   * Changes the settlement; to what it is already, nothing changes. A locked workspace that settles
   * through something new is unlocked.
   */
  WorkspaceRow change(String workspaceId, SettlementRow wanted) {
    WorkspaceRow row = readable(workspaceId);
    if (!row.bound()) {
      throw Refused.conflict("WORKSPACE_FREE", "a workspace on the free plan settles through none");
    }
    check(row, wanted);
    boolean same = row.settlement().filter(wanted::equals).isPresent();
    if (same) {
      return row;
    }
    row.settlement().ifPresent(now -> refuseChange(row, now, wanted));
    wanted.huaweiAccountId().ifPresent(huawei -> link(wanted.billingAccountId(), huawei));
    ImmutableWorkspaceRow.Builder changed =
        with(row)
            .billingAccountId(wanted.billingAccountId())
            .settlement(wanted)
            .lock(Optional.empty());
    if (row.settlement().isPresent()) {
      changed.settlementChangedAt(world.now());
    }
    return workspaces.put(changed.build());
  }

  private void check(WorkspaceRow row, SettlementRow wanted) {
    BillingAccountRow account = accounts.find(wanted.billingAccountId());
    row.billingAccountId()
        .filter(own -> !own.equals(account.billingAccountId()))
        .filter(own -> !sameEnterprise(accounts.find(own), account))
        .ifPresent(
            own -> {
              throw Refused.conflict("ENTERPRISE_DIFFERS", "the account is of another enterprise")
                  .field("billingAccountId", "an account with the same enterprise certification");
            });
    wanted
        .huaweiAccountId()
        .ifPresent(huawei -> checkInstance(huawei, wanted.instanceId().orElse("")));
  }

  private static boolean sameEnterprise(BillingAccountRow one, BillingAccountRow other) {
    return one.enterprise().isPresent() && one.enterprise().equals(other.enterprise());
  }

  private void checkInstance(String huaweiAccount, String instanceId) {
    boolean runs =
        world.tables().orders.values().stream()
            .filter(order -> order.instanceId().equals(instanceId))
            .filter(order -> order.huaweiAccountId().equals(huaweiAccount))
            .anyMatch(order -> order.state().equals(Orders.ACTIVE));
    if (!runs) {
      throw Refused.of(422, "INSTANCE_MISMATCH", "it is no running instance of this account")
          .field("instanceId", "an instance that this Huawei account has subscribed to");
    }
  }

  /** One cloud account cannot be swapped for another, and one change has to do for a month. */
  private void refuseChange(WorkspaceRow row, SettlementRow now, SettlementRow wanted) {
    boolean swaps =
        now.huaweiAccountId().isPresent()
            && wanted.huaweiAccountId().isPresent()
            && !now.huaweiAccountId().equals(wanted.huaweiAccountId());
    if (swaps && orders.subscribed(now.huaweiAccountId().get())) {
      throw Refused.conflict("CLOUD_ACCOUNT_SUBSCRIBED", "the cloud account is still subscribed")
          .field("huaweiAccountId", "another one only once the present one is released");
    }
    changeableFrom(row)
        .filter(world.now()::isBefore)
        .ifPresent(
            from -> {
              throw Refused.conflict("SETTLEMENT_CHANGED_THIS_MONTH", "once a month only")
                  .allowedFrom(from);
            });
  }

  /** From when on the settlement may be changed again; empty if it has never been changed. */
  Optional<Instant> changeableFrom(WorkspaceRow row) {
    return row.settlementChangedAt().map(this::monthAfter);
  }

  private Instant monthAfter(Instant change) {
    OffsetDateTime at = change.atOffset(ZoneOffset.UTC);
    return switch (world.settings().lifecycle().month()) {
      case AFTER_THE_LAST_CHANGE -> at.plusMonths(1).toInstant();
      case OF_THE_CALENDAR ->
          at.withDayOfMonth(1).truncatedTo(ChronoUnit.DAYS).plusMonths(1).toInstant();
    };
  }

  /** The account settles through the Huawei account from now on. */
  private void link(String billingAccountId, String huaweiAccount) {
    BillingAccountRow account = accounts.find(billingAccountId);
    accounts
        .of(huaweiAccount)
        .filter(other -> !other.billingAccountId().equals(billingAccountId))
        .ifPresent(
            other -> {
              throw Refused.conflict(
                  "HUAWEI_ACCOUNT_ALREADY_BOUND", "another account settles through it");
            });
    accounts.put(
        ImmutableBillingAccountRow.builder().from(account).huaweiAccountId(huaweiAccount).build());
  }

  /** Unlocks; the Billing Center settles then. What is not locked stays as it is. */
  WorkspaceRow unlock(String workspaceId) {
    WorkspaceRow row = readable(workspaceId);
    if (row.lock().isEmpty()) {
      return row;
    }
    if (world.settings().lifecycle().unlocking() == LifecycleRules.Unlocking.ACCOUNT_MANAGER) {
      throw Refused.of(403, "UNLOCK_BY_ACCOUNT_MANAGER", "Guance's account manager unlocks");
    }
    String account =
        row.billingAccountId()
            .orElseThrow(
                () -> Refused.missing("BILLING_ACCOUNT", "no account could settle for it"));
    return workspaces.put(
        with(row)
            .settlement(SettlementRow.ofBillingCenter(account))
            .lock(Optional.empty())
            .build());
  }

  /** From free to commercial, for good: what was collected while it was free is seen no more. */
  WorkspaceRow upgrade(String workspaceId, String billingAccountId) {
    WorkspaceRow row = readable(workspaceId);
    BillingAccountRow account = accounts.find(billingAccountId);
    if (row.bound()) {
      throw Refused.conflict("ALREADY_COMMERCIAL", "the workspace is on the Commercial Plan");
    }
    if (row.billingAccountId().filter(own -> !own.equals(billingAccountId)).isPresent()) {
      throw Refused.conflict("WORKSPACE_BOUND_ELSEWHERE", "the workspace is another account's")
          .field("workspaceId", "a workspace of this billing account");
    }
    return workspaces.put(
        with(row)
            .bound(true)
            .billingAccountId(account.billingAccountId())
            .settlement(SettlementRow.ofBillingCenter(account.billingAccountId()))
            .dataVisibleFrom(world.now())
            .build());
  }

  private WorkspaceRow readable(String workspaceId) {
    WorkspaceRow row = workspaces.find(workspaceId);
    if (locks.gone(row)) {
      throw Refused.conflict("COUNTDOWN_OVER", "the data of the workspace is wiped");
    }
    return row;
  }

  private static ImmutableWorkspaceRow.Builder with(WorkspaceRow row) {
    return ImmutableWorkspaceRow.builder().from(row);
  }
}
