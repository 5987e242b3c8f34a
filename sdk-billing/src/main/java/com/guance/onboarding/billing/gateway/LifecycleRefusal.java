package com.guance.onboarding.billing.gateway;

import com.guance.onboarding.error.ConflictException;
import com.guance.onboarding.error.RemoteException;
import java.util.Map;

/** Why the Billing Center refuses to change a workspace's settlement, lock or plan. */
public enum LifecycleRefusal {
  /** The settlement was changed less than a month ago: {@link ConflictException#allowedFrom()}. */
  SECOND_CHANGE_IN_A_MONTH,
  /** It settles through a cloud account that has to be unsubscribed or released first. */
  CLOUD_ACCOUNT_SUBSCRIBED,
  /** The Huawei account has no running instance of this id. */
  WRONG_INSTANCE,
  /** Another Billing Center account settles through the Huawei account. */
  HUAWEI_ACCOUNT_IN_USE,
  /** The two Billing Center accounts have not the same enterprise certification. */
  ANOTHER_ENTERPRISE,
  /** The workspace is on the Commercial Plan already. */
  ALREADY_COMMERCIAL,
  /** The workspace is on the free plan and settles through nobody. */
  STILL_FREE,
  /** The fourteen days are over: the data is wiped. */
  COUNTDOWN_OVER,
  /** Here only Guance's account manager unlocks. */
  ACCOUNT_MANAGER_UNLOCKS,
  /** Anything else: the exception's type and code say more. */
  OTHER;

  private static final Map<String, LifecycleRefusal> BY_CODE =
      Map.of(
          BillingCenterErrors.CHANGED_THIS_MONTH, SECOND_CHANGE_IN_A_MONTH,
          BillingCenterErrors.CLOUD_SUBSCRIBED, CLOUD_ACCOUNT_SUBSCRIBED,
          BillingCenterErrors.INSTANCE_MISMATCH, WRONG_INSTANCE,
          BillingCenterErrors.HUAWEI_ACCOUNT_BOUND, HUAWEI_ACCOUNT_IN_USE,
          BillingCenterErrors.ENTERPRISE_DIFFERS, ANOTHER_ENTERPRISE,
          BillingCenterErrors.IS_COMMERCIAL, ALREADY_COMMERCIAL,
          BillingCenterErrors.IS_FREE, STILL_FREE,
          BillingCenterErrors.OVER, COUNTDOWN_OVER,
          BillingCenterErrors.MANAGER_UNLOCKS, ACCOUNT_MANAGER_UNLOCKS);

  /**
   * Reads the reason of a refusal.
   *
   * @param refused what {@link WorkspaceLifecycle} threw
   * @return the reason; {@link #OTHER} for one that is not about the lifecycle
   */
  public static LifecycleRefusal of(RemoteException refused) {
    return BY_CODE.getOrDefault(refused.code(), OTHER);
  }
}
