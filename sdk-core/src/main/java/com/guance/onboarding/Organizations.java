package com.guance.onboarding;

import com.guance.onboarding.domain.BindingId;
import com.guance.onboarding.domain.Detail;
import com.guance.onboarding.domain.FactKind;
import com.guance.onboarding.domain.Field;
import com.guance.onboarding.domain.Observed;
import com.guance.onboarding.domain.TenantId;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

/** What a state says about the organization, its members and its binding. */
final class Organizations {

  private final FlowState state;

  Organizations(FlowState state) {
    this.state = state;
  }

  /** The organization that is bound, else the one that was created under the name in force. */
  Optional<Observed> current() {
    return synced().or(this::created);
  }

  /** The organization of the latest tenantSync that has not been taken back. */
  Optional<Observed> synced() {
    return state.all(FactKind.TENANT_SYNCED).stream()
        .filter(Observed::on)
        .max(Comparator.comparing(Observed::at).thenComparing(Observed::key));
  }

  Optional<Observed> created() {
    return state
        .answer(Field.ORGANIZATION_SHORT_NAME)
        .flatMap(name -> state.of(FactKind.ORGANIZATION_KNOWN, name));
  }

  Optional<TenantId> tenant() {
    return current().flatMap(fact -> fact.names().tenant());
  }

  boolean pending() {
    return synced().isEmpty()
        && created().flatMap(fact -> fact.value(Detail.PENDING)).filter("true"::equals).isPresent();
  }

  /** The gateway's binding, unless a later tenantSync has taken it back. */
  Optional<Observed> binding() {
    Instant unbound = lastOff(FactKind.TENANT_SYNCED);
    return state
        .latest(FactKind.ORDER_BOUND)
        .filter(fact -> synced().isPresent() || fact.at().isAfter(unbound))
        .filter(fact -> tenant().equals(fact.names().tenant()) || tenant().isEmpty());
  }

  Optional<BindingId> bindingId() {
    return binding().flatMap(fact -> fact.value(Detail.BINDING_ID)).map(BindingId::new);
  }

  /** Bound as the callbacks say: the organization and the application. */
  boolean boundByCallbacks() {
    return synced().isPresent()
        && state.all(FactKind.APPLICATION_SYNCED).stream().anyMatch(Observed::on);
  }

  Optional<Observed> memberAdded() {
    return tenant().flatMap(tenant -> state.of(FactKind.MEMBER_ADDED, tenant.value()));
  }

  boolean memberSynced() {
    return state.all(FactKind.MEMBER_SYNCED).stream().anyMatch(Observed::on);
  }

  /** The gateway's authorization, unless a later authSync has taken the last member away. */
  Optional<Observed> authorization() {
    Instant cancelled = lastOff(FactKind.MEMBER_SYNCED);
    return tenant()
        .flatMap(tenant -> state.of(FactKind.MEMBER_AUTHORIZED, tenant.value()))
        .filter(fact -> memberSynced() || fact.at().isAfter(cancelled));
  }

  /** When something was last taken back; before all times when it never was. */
  Instant lastOff(FactKind kind) {
    return state.all(kind).stream()
        .filter(fact -> !fact.on())
        .map(Observed::at)
        .max(Comparator.naturalOrder())
        .orElse(Instant.MIN);
  }
}
