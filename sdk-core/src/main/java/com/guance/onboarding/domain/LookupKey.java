package com.guance.onboarding.domain;

/** A name under which onboardings are found; one name may lead to several. */
public sealed interface LookupKey {

  /**
   * By order line.
   *
   * @param order the order line
   */
  record ByOrder(OrderKey order) implements LookupKey {}

  /**
   * By instance.
   *
   * @param instance the instance
   */
  record ByInstance(InstanceId instance) implements LookupKey {}

  /**
   * By organization.
   *
   * @param tenant the organization's tenant
   */
  record ByTenant(TenantId tenant) implements LookupKey {}

  /**
   * By organization and application: whom a sign-in belongs to.
   *
   * @param tenant the organization's tenant
   * @param app the application
   */
  record ByTenantApp(TenantId tenant, AppId app) implements LookupKey {}

  /**
   * By the buyer's proven Huawei account.
   *
   * @param account the account
   */
  record ByAccount(HuaweiAccountId account) implements LookupKey {}

  /**
   * By the order's id, whatever its line.
   *
   * @param orderId the order's id
   */
  record ByOrderId(String orderId) implements LookupKey {}

  /** {@return the form that stores index: a kind, a colon, the name} */
  default String text() {
    if (this instanceof ByOrder key) {
      return "order:" + key.order();
    } else if (this instanceof ByInstance key) {
      return "instance:" + key.instance();
    } else if (this instanceof ByTenant key) {
      return "tenant:" + key.tenant();
    } else if (this instanceof ByTenantApp key) {
      return "app:" + key.tenant() + "/" + key.app();
    } else if (this instanceof ByAccount key) {
      return "account:" + key.account();
    }
    return "orderId:" + ((ByOrderId) this).orderId();
  }
}
