package com.guance.onboarding.huawei.callback;

import com.guance.onboarding.domain.InstanceId;
import com.guance.onboarding.domain.Names;
import com.guance.onboarding.domain.Observed;
import com.guance.onboarding.domain.Subscription;
import com.guance.onboarding.domain.TenantId;
import com.guance.onboarding.huawei.callback.ProductionEvent.RefreshInstance;
import com.guance.onboarding.huawei.callback.ProductionEvent.Status;
import com.guance.onboarding.huawei.callback.SyncEvent.SyncSubject;
import com.guance.onboarding.spi.Observations;
import com.guance.onboarding.spi.ObservedMember;
import com.guance.onboarding.spi.ObservedOrganization;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What an event makes true. */
final class EventFacts {

  private static final String UPGRADE = "UPGRADE";

  private EventFacts() {}

  static List<Observed> of(RefreshInstance event, Instant at) {
    InstanceId instance = event.instance();
    return List.of(
        Observations.expiry(instance, event.renewal().expires(), at),
        Observations.subscriptionChanged(instance, event.order(), event.renewal().wireScene()));
  }

  static List<Observed> of(ProductionEvent.UpdateInstanceStatus event, Instant at) {
    Subscription.State state =
        event.status() == Status.FREEZE ? Subscription.State.FROZEN : Subscription.State.ACTIVE;
    return List.of(Observations.status(event.instance(), state, at));
  }

  static List<Observed> of(ProductionEvent.ReleaseInstance event, Instant at) {
    return List.of(Observations.released(event.instance(), at));
  }

  static List<Observed> of(ProductionEvent.UpgradeInstance event) {
    return List.of(Observations.subscriptionChanged(event.instance(), event.order(), UPGRADE));
  }

  static List<Observed> of(SyncEvent.TenantSync event, Instant at) {
    Names names = names(event.subject()).orderId(event.orderId()).build();
    SyncEvent.SyncedTenant tenant = event.organization();
    return List.of(
        Observations.tenantSynced(
            names,
            new ObservedOrganization(tenant.code(), tenant.name(), tenant.domain()),
            event.flag() != SyncFlag.DELETE,
            at));
  }

  static List<Observed> of(
      SyncEvent.ApplicationSync event, Optional<String> secretRef, Instant at) {
    return List.of(
        Observations.applicationSynced(
            names(event.subject()).build(),
            event.clientId(),
            secretRef,
            event.flag() != SyncFlag.DELETE,
            at));
  }

  /** One reading for each member, who may be told apart but not named by it. */
  static List<Observed> of(SyncEvent.AuthSync event, Instant at) {
    Names names = names(event.subject()).build();
    TenantId tenant = event.subject().tenant().orElse(new TenantId("none"));
    boolean granted = event.flag() == SyncFlag.ADD || event.flag() == SyncFlag.MODIFY;
    return event.members().stream()
        .map(
            member ->
                Observations.memberSynced(
                    names,
                    ObservedMember.of(tenant, member.userName()),
                    granted && member.enabled(),
                    at))
        .toList();
  }

  static List<Observed> departments(SyncEvent event, Instant at) {
    return List.of(Observations.departmentsSynced(names(event.subject()).build(), at));
  }

  /**
   * Whom a synchronization is about. The instance alone where there is one, or its order: an
   * organization may have several, so its name would lead to others as well.
   */
  static Names whom(SyncEvent event) {
    SyncSubject subject = event.subject();
    Names.Builder names = Names.builder().instance(subject.instance());
    if (event instanceof SyncEvent.TenantSync sync) {
      names.orderId(sync.orderId());
    }
    return subject.instance().isPresent()
        ? names.build()
        : names.tenant(subject.tenant()).app(subject.app()).build();
  }

  private static Names.Builder names(SyncSubject subject) {
    return Names.builder().instance(subject.instance()).tenant(subject.tenant()).app(subject.app());
  }
}
