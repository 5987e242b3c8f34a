package com.guance.onboarding.spi;

import com.guance.onboarding.domain.AppId;
import com.guance.onboarding.domain.Detail;
import com.guance.onboarding.domain.FactKind;
import com.guance.onboarding.domain.HuaweiAccountId;
import com.guance.onboarding.domain.InstanceId;
import com.guance.onboarding.domain.Names;
import com.guance.onboarding.domain.Observed;
import com.guance.onboarding.domain.OnboardingId;
import com.guance.onboarding.domain.OrderKey;
import com.guance.onboarding.domain.Source;
import com.guance.onboarding.domain.Subscription;
import com.guance.onboarding.domain.TenantId;
import java.time.Instant;
import java.util.Optional;

/**
 * Makes the facts that adapters report: one method for each thing that KooGallery says or an API
 * shows.
 *
 * <p>Times are the sender's own where it states one; readings of one subject are ordered by them.
 */
public final class Observations {

  private Observations() {}

  /**
   * newInstance: KooGallery asks for an instance, and is answered with this id
   * (contracts/koogallery.md §1.3).
   *
   * @param order the order line
   * @param instance our answer
   * @return the fact
   */
  public static Observed instanceOpened(OrderKey order, InstanceId instance) {
    return Observed.of(FactKind.INSTANCE_OPENED, Source.CALLBACK)
        .names(Names.builder().order(order).instance(instance).build())
        .build();
  }

  /**
   * What the order query or a gateway says of an order.
   *
   * @param details the details
   * @param at when they were read
   * @return the fact
   */
  public static Observed orderRead(OrderDetails details, Instant at) {
    Names.Builder names = Names.builder().order(details.order());
    details.buyer().ifPresent(names::account);
    return Observed.of(FactKind.ORDER_READ, Source.READ)
        .names(names.build())
        .with(Detail.PRODUCT_ID, details.productId())
        .with(Detail.CHARGING_MODE, details.chargingMode().name())
        .with(Detail.MULTI_INSTANCE, Boolean.toString(details.multiInstance()))
        .at(at)
        .build();
  }

  /**
   * A trusted source has named the buyer's Huawei account.
   *
   * @param onboarding whose buyer
   * @param account the account
   * @param source {@link Source#READ} for the order query or IAM, {@link Source#CALLBACK} for a
   *     verified sign-in
   * @return the fact
   * @throws IllegalArgumentException if the source is another: a word proves no account
   */
  public static Observed accountProven(
      OnboardingId onboarding, HuaweiAccountId account, Source source) {
    return Observed.of(FactKind.ACCOUNT_PROVEN, trusted(source))
        .names(Names.builder().onboarding(onboarding).account(account).build())
        .subject(account.value())
        .build();
  }

  /**
   * The same, where only the order is known.
   *
   * @param order whose buyer
   * @param account the account
   * @param source {@link Source#READ} for the order query or IAM, {@link Source#CALLBACK} for a
   *     verified sign-in
   * @return the fact
   * @throws IllegalArgumentException if the source is another: a word proves no account
   */
  public static Observed accountProven(OrderKey order, HuaweiAccountId account, Source source) {
    return Observed.of(FactKind.ACCOUNT_PROVEN, trusted(source))
        .names(Names.builder().order(order).account(account).build())
        .subject(account.value())
        .build();
  }

  private static Source trusted(Source source) {
    if (source != Source.READ && source != Source.CALLBACK) {
      throw new IllegalArgumentException("only an API or a callback proves an account");
    }
    return source;
  }

  /**
   * tenantSync: an organization is bound, changed or unbound (contracts/koogallery.md §3.1).
   *
   * @param names instance, order and tenant
   * @param organization short name, name and sign-in domain
   * @param bound false when the organization is taken away
   * @param at its {@code timeStamp}
   * @return the fact
   */
  public static Observed tenantSynced(
      Names names, ObservedOrganization organization, boolean bound, Instant at) {
    return Observed.of(FactKind.TENANT_SYNCED, Source.CALLBACK)
        .names(names)
        .subject(tenant(names))
        .with(Detail.SHORT_NAME, organization.shortName())
        .with(Detail.NAME, organization.name())
        .with(Detail.DOMAIN, organization.domain())
        .with(Detail.ON, Boolean.toString(bound))
        .at(at)
        .build();
  }

  /**
   * applicationSync: the application is bound, changed or unbound.
   *
   * @param names instance, tenant and application
   * @param clientId its OAuth client
   * @param secretRef where the sealed client secret is kept
   * @param bound false when it is taken away
   * @param at its {@code timeStamp}
   * @return the fact
   */
  public static Observed applicationSynced(
      Names names, String clientId, Optional<String> secretRef, boolean bound, Instant at) {
    return Observed.of(FactKind.APPLICATION_SYNCED, Source.CALLBACK)
        .names(names)
        .subject(subject(names))
        .with(Detail.CLIENT_ID, clientId)
        .with(Detail.SECRET_REF, secretRef)
        .with(Detail.ON, Boolean.toString(bound))
        .at(at)
        .build();
  }

  /**
   * authSync: a member may use the application, or may not any more.
   *
   * @param names instance, tenant and application
   * @param member the member
   * @param enabled whether the member may use the application
   * @param at its {@code currentSyncTime}
   * @return the fact
   */
  public static Observed memberSynced(
      Names names, ObservedMember member, boolean enabled, Instant at) {
    return Observed.of(FactKind.MEMBER_SYNCED, Source.CALLBACK)
        .names(names)
        .subject(subject(names) + "/" + member.digest())
        .with(Detail.MEMBER, member.userName())
        .with(Detail.ON, Boolean.toString(enabled))
        .at(at)
        .build();
  }

  /**
   * singleOrgSync, allOrgSync: departments of an organization changed; who hears of it gets the
   * list itself.
   *
   * @param names instance and tenant
   * @param at its {@code timeStamp}
   * @return the fact
   */
  public static Observed departmentsSynced(Names names, Instant at) {
    return Observed.of(FactKind.DEPARTMENTS_SYNCED, Source.CALLBACK)
        .names(names)
        .subject(tenant(names))
        .at(at)
        .build();
  }

  /**
   * updateInstanceStatus: frozen or not.
   *
   * @param instance the instance
   * @param state the state
   * @param at the signed time of the request
   * @return the fact
   */
  public static Observed status(InstanceId instance, Subscription.State state, Instant at) {
    return Observed.of(FactKind.STATUS, Source.CALLBACK)
        .names(Names.builder().instance(instance).build())
        .with(Detail.STATE, state.name())
        .at(at)
        .build();
  }

  /**
   * When a subscription ends unless it is renewed.
   *
   * @param instance the instance
   * @param expires the end
   * @param at the signed time of the request
   * @return the fact
   */
  public static Observed expiry(InstanceId instance, Instant expires, Instant at) {
    return Observed.of(FactKind.EXPIRY, Source.CALLBACK)
        .names(Names.builder().instance(instance).build())
        .with(Detail.UNTIL, expires.toString())
        .at(at)
        .build();
  }

  /**
   * refreshInstance, upgradeInstance: a renewal, a conversion, an upgrade.
   *
   * @param instance the instance
   * @param order the order of the change
   * @param scene what kind of change, as KooGallery spells it
   * @return the fact
   */
  public static Observed subscriptionChanged(InstanceId instance, OrderKey order, String scene) {
    return Observed.of(FactKind.SUBSCRIPTION_CHANGED, Source.CALLBACK)
        .names(Names.builder().instance(instance).build())
        .subject(order + "/" + scene)
        .with(Detail.SCENE, scene)
        .with(Detail.ORDER, order.toString())
        .build();
  }

  /**
   * releaseInstance: the instance is gone for good.
   *
   * @param instance the instance
   * @param at the signed time of the request
   * @return the fact
   */
  public static Observed released(InstanceId instance, Instant at) {
    return Observed.of(FactKind.RELEASED, Source.CALLBACK)
        .names(Names.builder().instance(instance).build())
        .at(at)
        .build();
  }

  /**
   * The partner's word that an instance exists which the flow has not opened: sold before the SDK
   * came in. It is no proof; {@code OnboardingFlow.record} refuses it, an adapter's inbox takes it.
   *
   * @param instance the instance
   * @return the fact
   */
  public static Observed imported(InstanceId instance) {
    return Observed.of(FactKind.IMPORTED, Source.PARTNER)
        .names(Names.builder().instance(instance).build())
        .build();
  }

  /**
   * A member of a tenant has signed in.
   *
   * @param names tenant and application
   * @param member who
   * @param at when
   * @return the fact
   */
  public static Observed signedIn(Names names, ObservedMember member, Instant at) {
    return Observed.of(FactKind.SIGNED_IN, Source.CALLBACK)
        .names(names)
        .subject(member.digest())
        .with(Detail.MEMBER, member.userName())
        .at(at)
        .build();
  }

  /**
   * Nobody of a tenant can sign in, because its domain must not be called.
   *
   * @param names tenant and application
   * @param rule why, without anything personal
   * @param at when it was tried
   * @return the fact
   */
  public static Observed signInRefused(Names names, String rule, Instant at) {
    return Observed.of(FactKind.SIGN_IN_REFUSED, Source.READ)
        .names(names)
        .subject(tenant(names))
        .with(Detail.RULE, rule)
        .at(at)
        .build();
  }

  /**
   * The first DataKit has reported.
   *
   * @param onboarding whose
   * @param host its host
   * @return the fact
   */
  public static Observed dataKitSeen(OnboardingId onboarding, String host) {
    return Observed.of(FactKind.DATAKIT_SEEN, Source.READ)
        .names(Names.of(onboarding))
        .with(Detail.HOST, host)
        .build();
  }

  /**
   * This order line belongs to another line's subscription: one product of one on-demand order.
   *
   * @param order the later line
   * @param subscription the onboarding of the first line
   * @return the fact
   */
  public static Observed aliasOf(OrderKey order, OnboardingId subscription) {
    return Observed.of(FactKind.ALIAS_OF, Source.READ)
        .names(Names.builder().order(order).build())
        .with(Detail.ORDER, subscription.value())
        .build();
  }

  private static String subject(Names names) {
    return tenant(names) + "/" + names.app().map(AppId::value).orElse("");
  }

  private static String tenant(Names names) {
    return names.tenant().map(TenantId::value).orElse("");
  }
}
