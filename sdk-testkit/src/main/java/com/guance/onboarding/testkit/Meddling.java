package com.guance.onboarding.testkit;

import com.guance.onboarding.domain.BillingAccountId;
import com.guance.onboarding.domain.HuaweiAccountId;
import com.guance.onboarding.domain.OrderKey;
import com.guance.onboarding.domain.TenantId;
import com.guance.onboarding.domain.WorkspaceId;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Changes that nobody is told of: no callback comes, and nobody has asked a gateway. What a partner
 * has recorded is then not what is out there.
 *
 * <p>What is named and does not exist is an {@link IllegalArgumentException}. Safe for several
 * threads.
 */
public final class Meddling {

  private final World world;
  private final RowEdits rows;
  private final Withdrawals withdrawals;

  Meddling(World world) {
    this.world = world;
    this.rows = new RowEdits(world);
    this.withdrawals = new Withdrawals(world, rows);
  }

  /**
   * The order is not visible any more.
   *
   * @param order the order line
   */
  public void removeOrder(OrderKey order) {
    rows.remove(tables().orders, order);
  }

  /**
   * Another Huawei account has bought the order.
   *
   * @param order the order line
   * @param buyer the other account
   */
  public void sellTo(OrderKey order, HuaweiAccountId buyer) {
    order(
        order, row -> ImmutableOrderRow.builder().from(row).huaweiAccountId(buyer.value()).build());
  }

  /**
   * The order is charged another way.
   *
   * @param order the order line
   * @param chargingMode as KooGallery spells it, such as {@code PERIOD}
   */
  public void chargingMode(OrderKey order, String chargingMode) {
    order(order, row -> ImmutableOrderRow.builder().from(row).chargingMode(chargingMode).build());
  }

  private void order(OrderKey order, UnaryOperator<OrderRow> change) {
    rows.change(tables().orders, order, change);
  }

  /**
   * The organization is dissolved, with its members and bindings.
   *
   * @param organization its id
   */
  public void removeOrganization(TenantId organization) {
    withdrawals.dissolve(organization.value());
  }

  /**
   * The organization has another name.
   *
   * @param organization its id
   * @param name the new full name
   */
  public void renameOrganization(TenantId organization, String name) {
    rows.change(
        tables().organizations,
        organization.value(),
        row -> ImmutableOrganizationRow.builder().from(row).name(name).build());
  }

  /**
   * The member has left, and may use nothing any more.
   *
   * @param organization the organization
   * @param account the member's account
   */
  public void removeMember(TenantId organization, String account) {
    withdrawals.dismiss(organization.value(), account);
  }

  /**
   * The order is bound to nothing any more, and nobody is authorized under it.
   *
   * @param order the order line
   */
  public void unbind(OrderKey order) {
    withdrawals.unbind(order);
  }

  /**
   * The order is bound to another organization of the buyer, under the same binding.
   *
   * @param order the order line
   * @param organization the other organization
   */
  public void bindElsewhere(OrderKey order, TenantId organization) {
    withdrawals.bindElsewhere(order, organization.value());
  }

  /**
   * The member may not use the application any more.
   *
   * @param order the order line
   * @param account the member's account
   */
  public void cancelAuthorization(OrderKey order, String account) {
    withdrawals.cancelAuthorization(order, account);
  }

  /**
   * The Billing Center account is gone.
   *
   * @param account its id
   */
  public void removeBillingAccount(BillingAccountId account) {
    rows.remove(tables().billingAccounts, account.value());
  }

  /**
   * The account's company is another, or confirmed no more.
   *
   * @param account its id
   * @param company the company's name, or empty
   */
  public void enterprise(BillingAccountId account, Optional<String> company) {
    rows.change(
        tables().billingAccounts,
        account.value(),
        row -> ImmutableBillingAccountRow.builder().from(row).enterprise(company).build());
  }

  /**
   * The Huawei account pays through this account now, and no other pays for it any more.
   *
   * @param buyer the Huawei account
   * @param account the Billing Center account that is linked to it
   */
  public void payThrough(HuaweiAccountId buyer, BillingAccountId account) {
    world.act(
        Origin.PERSON,
        () -> {
          tables()
              .billingAccounts
              .replaceAll((id, row) -> linked(row, buyer, id.equals(account.value())));
          return account;
        });
  }

  private static BillingAccountRow linked(
      BillingAccountRow row, HuaweiAccountId buyer, boolean chosen) {
    boolean has = row.huaweiAccountId().filter(buyer.value()::equals).isPresent();
    if (chosen == has) {
      return row;
    }
    Optional<String> link = chosen ? Optional.of(buyer.value()) : Optional.empty();
    return ImmutableBillingAccountRow.builder().from(row).huaweiAccountId(link).build();
  }

  /**
   * The workspace is gone.
   *
   * @param workspace its id
   */
  public void removeWorkspace(WorkspaceId workspace) {
    rows.remove(tables().workspaces, workspace.value());
  }

  /**
   * The workspace settles through nothing any more.
   *
   * @param workspace its id
   */
  public void unbindWorkspace(WorkspaceId workspace) {
    workspace(
        workspace,
        row ->
            ImmutableWorkspaceRow.builder()
                .from(row)
                .bound(false)
                .orderId(Optional.empty())
                .settlement(Optional.empty())
                .build());
  }

  /**
   * The workspace settles through another account.
   *
   * @param workspace its id
   * @param account the other account
   */
  public void settleThrough(WorkspaceId workspace, BillingAccountId account) {
    workspace(
        workspace,
        row ->
            ImmutableWorkspaceRow.builder()
                .from(row)
                .bound(true)
                .billingAccountId(account.value())
                .build());
  }

  /**
   * The workspace has another name.
   *
   * @param workspace its id
   * @param name the new name
   */
  public void renameWorkspace(WorkspaceId workspace, String name) {
    workspace(workspace, row -> ImmutableWorkspaceRow.builder().from(row).name(name).build());
  }

  private void workspace(WorkspaceId workspace, UnaryOperator<WorkspaceRow> change) {
    rows.change(tables().workspaces, workspace.value(), change);
  }

  private Tables tables() {
    return world.tables();
  }
}
