package com.guance.onboarding.billing.gateway;

import com.guance.onboarding.domain.BillingAccountId;
import com.guance.onboarding.domain.HuaweiAccountId;
import com.guance.onboarding.domain.InstanceId;
import com.guance.onboarding.domain.Terms;
import com.guance.onboarding.domain.WorkspaceId;
import java.util.Map;
import retrofit2.Call;

/**
 * A workspace after its onboarding: reads plan, settlement and lock, changes the settlement,
 * unlocks, upgrades (contracts/guance.md §1.6 and §1.7). Had from {@link
 * BillingCenterGateway#lifecycle()}.
 *
 * <p>Blocking and thread-safe. The {@code key} of a change is the caller's name for this one wish:
 * the same on every try, also after a restart, and another one for the next wish. A repeated key
 * gets the first answer and changes nothing again. A refusal is a {@link
 * com.guance.onboarding.error.RemoteException}; {@link LifecycleRefusal#of} says which.
 */
public final class WorkspaceLifecycle {

  private static final String READ = "read lifecycle";

  private final BillingCenterCalls calls;
  private final LifecycleApi api;

  WorkspaceLifecycle(BillingCenterCalls calls) {
    this.calls = calls;
    this.api = calls.transport().api(LifecycleApi.class);
  }

  /**
   * Reads what has become of a workspace.
   *
   * @param workspace the workspace
   * @return plan, settlement, lock
   */
  public WorkspaceLife read(WorkspaceId workspace) {
    return calls
        .read(READ, api.read(workspace.value()))
        .life(BillingCenterCalls.fields(READ), workspace);
  }

  /**
   * Lets the Billing Center account itself pay. Possible once a month; nothing changes where it
   * pays already. A locked workspace is unlocked by it.
   *
   * @param workspace the workspace, on the Commercial Plan
   * @param account its Billing Center account, or another of the same enterprise
   * @param key the idempotency key
   * @return the workspace's life from now on
   */
  public WorkspaceLife settleThroughBillingCenter(
      WorkspaceId workspace, BillingAccountId account, String key) {
    return settle(workspace, SettlementChangePayload.toBillingCenter(account), key);
  }

  /**
   * Lets a Huawei account pay, which must have subscribed to the product in KooGallery. Possible
   * once a month, and not in place of another cloud account that is still subscribed; nothing
   * changes where it pays already. A locked workspace is unlocked by it.
   *
   * @param workspace the workspace, on the Commercial Plan
   * @param account the Billing Center account
   * @param payer the Huawei account and its instance
   * @param key the idempotency key
   * @return the workspace's life from now on
   */
  public WorkspaceLife settleThroughHuaweiCloud(
      WorkspaceId workspace, BillingAccountId account, HuaweiPayer payer, String key) {
    return settle(
        workspace,
        SettlementChangePayload.toHuaweiCloud(account, payer.huaweiAccount(), payer.instance()),
        key);
  }

  private WorkspaceLife settle(WorkspaceId workspace, SettlementChangePayload sent, String key) {
    return change(
        BillingCenterErrors.CHANGE_SETTLEMENT,
        workspace,
        key,
        api.changeSettlement(workspace.value(), sent));
  }

  /**
   * Unlocks a workspace before its data is gone; the Billing Center settles then, which is no
   * change in the sense of once a month. One that is not locked stays as it is.
   *
   * @param workspace the workspace
   * @param key the idempotency key
   * @return the workspace's life from now on
   */
  public WorkspaceLife unlock(WorkspaceId workspace, String key) {
    return change("unlock workspace", workspace, key, api.unlock(workspace.value(), Map.of()));
  }

  /**
   * Turns a free workspace into a commercial one. Cannot be undone, and what was collected while it
   * was free can never be seen again; data that comes later can. The Billing Center account settles
   * then.
   *
   * @param workspace the workspace, on the free plan
   * @param account who pays
   * @param terms the owner's recorded consent to the terms
   * @param key the idempotency key
   * @return the workspace's life from now on
   */
  public WorkspaceLife DANGEROUS_upgradeForGood(
      WorkspaceId workspace, BillingAccountId account, Terms terms, String key) {
    return change(
        BillingCenterErrors.UPGRADE,
        workspace,
        key,
        api.upgrade(workspace.value(), UpgradePayload.of(account, terms)));
  }

  private WorkspaceLife change(
      String operation, WorkspaceId workspace, String key, Call<LifecyclePayload> call) {
    return calls.write(operation, key, call).life(BillingCenterCalls.fields(operation), workspace);
  }

  /**
   * Says who is called.
   *
   * @return the kind of gateway and its host
   */
  @Override
  public String toString() {
    return "WorkspaceLifecycle[" + calls.transport() + "]";
  }

  /**
   * A Huawei account that pays.
   *
   * @param huaweiAccount the account ID, from its console under My Credentials
   * @param instance the instance ID, from its order in KooGallery
   */
  public record HuaweiPayer(HuaweiAccountId huaweiAccount, InstanceId instance) {}
}
