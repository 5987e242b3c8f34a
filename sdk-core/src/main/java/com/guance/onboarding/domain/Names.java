package com.guance.onboarding.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/** The names under which a fact may belong to somebody; what is unknown is empty. */
@Value.Immutable
public abstract class Names {

  Names() {}

  /** {@return the onboarding itself} */
  public abstract Optional<OnboardingId> onboarding();

  /** {@return the order line} */
  public abstract Optional<OrderKey> order();

  /** {@return the order, when its line is not known} */
  public abstract Optional<String> orderId();

  /** {@return the instance} */
  public abstract Optional<InstanceId> instance();

  /** {@return the organization's tenant} */
  public abstract Optional<TenantId> tenant();

  /** {@return the application} */
  public abstract Optional<AppId> app();

  /** {@return the buyer's Huawei account} */
  public abstract Optional<HuaweiAccountId> account();

  /**
   * The look-up keys that these names give, the surest first: instance, order line, tenant and
   * application, order, tenant, account.
   *
   * @return the keys
   */
  public List<LookupKey> keys() {
    List<LookupKey> keys = new ArrayList<>(4);
    if (instance().isPresent()) {
      keys.add(new LookupKey.ByInstance(instance().get()));
    }
    if (order().isPresent()) {
      keys.add(new LookupKey.ByOrder(order().get()));
    }
    if (tenant().isPresent() && app().isPresent()) {
      keys.add(new LookupKey.ByTenantApp(tenant().get(), app().get()));
    }
    if (orderId().isPresent()) {
      keys.add(new LookupKey.ByOrderId(orderId().get()));
    }
    if (order().isPresent()) {
      keys.add(new LookupKey.ByOrderId(order().get().orderId()));
    }
    if (tenant().isPresent()) {
      keys.add(new LookupKey.ByTenant(tenant().get()));
    }
    if (account().isPresent()) {
      keys.add(new LookupKey.ByAccount(account().get()));
    }
    return keys;
  }

  /**
   * The names of one onboarding.
   *
   * @param id the onboarding
   * @return the names
   */
  public static Names of(OnboardingId id) {
    return builder().onboarding(id).build();
  }

  /** {@return a builder} */
  public static Builder builder() {
    return new Builder();
  }

  /** Collects names. */
  public static final class Builder extends ImmutableNames.Builder {
    Builder() {}
  }
}
