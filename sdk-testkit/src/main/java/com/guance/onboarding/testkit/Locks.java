package com.guance.onboarding.testkit;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What becomes of workspaces when the Huawei goods that they settle through are closed or frozen.
 * Time does the rest: a row says when its data is gone, nobody has to come and wipe it.
 */
final class Locks {

  private final World world;

  Locks(World world) {
    this.world = world;
  }

  /** The link to the cloud account is deleted, and whatever settled through it is locked. */
  void closed(String huaweiAccount) {
    settledThrough(huaweiAccount)
        .forEach(
            row ->
                put(
                    switching()
                        ? with(row).settlement(atBillingCenter(row)).build()
                        : locked(row, LockRow.HUAWEI_GOODS_CLOSED)
                            .settlement(Optional.empty())
                            .build()));
    world
        .tables()
        .billingAccounts
        .replaceAll(
            (id, row) ->
                row.huaweiAccountId().filter(huaweiAccount::equals).isPresent()
                    ? ImmutableBillingAccountRow.builder()
                        .from(row)
                        .huaweiAccountId(Optional.empty())
                        .build()
                    : row);
  }

  private boolean switching() {
    return world.settings().lifecycle().closing()
        == LifecycleRules.Closing.SWITCHES_TO_BILLING_CENTER;
  }

  private static Optional<SettlementRow> atBillingCenter(WorkspaceRow row) {
    return row.settlement().map(now -> SettlementRow.ofBillingCenter(now.billingAccountId()));
  }

  void frozen(String huaweiAccount) {
    settledThrough(huaweiAccount)
        .forEach(row -> put(locked(row, LockRow.HUAWEI_GOODS_FROZEN).build()));
  }

  /** The cloud account pays again: what only the freeze has locked runs on, unless it is gone. */
  void unfrozen(String huaweiAccount) {
    settledThrough(huaweiAccount).stream()
        .filter(row -> row.lock().filter(byFreeze().and(this::counting)).isPresent())
        .forEach(row -> put(with(row).lock(Optional.empty()).build()));
  }

  private static Predicate<LockRow> byFreeze() {
    return lock -> lock.reason().equals(LockRow.HUAWEI_GOODS_FROZEN);
  }

  /** Whether the data is still there. */
  boolean counting(LockRow lock) {
    return world.now().isBefore(lock.dataGoneAt());
  }

  boolean gone(WorkspaceRow row) {
    return row.lock().filter(lock -> !counting(lock)).isPresent();
  }

  private List<WorkspaceRow> settledThrough(String huaweiAccount) {
    return world.tables().workspaces.values().stream()
        .filter(row -> row.settlement().filter(now -> now.through(huaweiAccount)).isPresent())
        .toList();
  }

  /** A second reason does not start the countdown again. */
  private ImmutableWorkspaceRow.Builder locked(WorkspaceRow row, String reason) {
    LockRow lock =
        row.lock()
            .map(now -> new LockRow(reason, now.lockedAt(), now.dataGoneAt()))
            .orElseGet(
                () ->
                    new LockRow(
                        reason,
                        world.now(),
                        world.now().plus(world.settings().lifecycle().countdown())));
    return with(row).lock(lock);
  }

  private static ImmutableWorkspaceRow.Builder with(WorkspaceRow row) {
    return ImmutableWorkspaceRow.builder().from(row);
  }

  private void put(WorkspaceRow row) {
    world.tables().workspaces.put(row.workspaceId(), row);
  }
}
