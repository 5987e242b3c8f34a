package com.guance.onboarding;

import com.guance.onboarding.domain.BindingId;
import com.guance.onboarding.domain.Detail;
import com.guance.onboarding.domain.FactKind;
import com.guance.onboarding.domain.Field;
import com.guance.onboarding.domain.Observed;
import com.guance.onboarding.domain.Stage;
import com.guance.onboarding.domain.TenantId;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a state says about the organization, its members and its binding. */
final class Organizations {

  private static final Comparator<Observed> LATEST =
      Comparator.comparing(Observed::at).thenComparing(Observed::key);

  /** What says that a stage of the console is done, or is not any more. */
  private static final Map<Stage, Set<FactKind>> PROOFS =
      Map.of(
          Stage.ORGANIZATION, EnumSet.of(FactKind.ORGANIZATION_KNOWN, FactKind.TENANT_SYNCED),
          Stage.MEMBER, EnumSet.of(FactKind.MEMBER_ADDED, FactKind.MEMBER_SYNCED),
          Stage.APP_BINDING, EnumSet.of(FactKind.ORDER_BOUND, FactKind.TENANT_SYNCED),
          Stage.APP_AUTHORIZATION, EnumSet.of(FactKind.MEMBER_AUTHORIZED, FactKind.MEMBER_SYNCED));

  private final FlowState state;

  Organizations(FlowState state) {
    this.state = state;
  }

  /** The organization that is bound, else the one that was created under the name in force. */
  Optional<Observed> current() {
    return synced().or(this::boundByGateway).or(this::created);
  }

  /** The organization that the gateway's binding names, wanted or not. */
  private Optional<Observed> boundByGateway() {
    return orderBound()
        .flatMap(fact -> fact.names().tenant())
        .flatMap(
            tenant ->
                state.all(FactKind.ORGANIZATION_KNOWN).stream()
                    .filter(fact -> !off(fact))
                    .filter(fact -> fact.names().tenant().filter(tenant::equals).isPresent())
                    .max(LATEST));
  }

  /** The organization of the latest tenantSync that has not been taken back. */
  Optional<Observed> synced() {
    return state.all(FactKind.TENANT_SYNCED).stream().filter(Observed::on).max(LATEST);
  }

  Optional<Observed> created() {
    return state
        .answer(Field.ORGANIZATION_SHORT_NAME)
        .flatMap(name -> state.of(FactKind.ORGANIZATION_KNOWN, name))
        .filter(fact -> !off(fact));
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
    return orderBound()
        .filter(fact -> tenant().equals(fact.names().tenant()) || tenant().isEmpty());
  }

  private Optional<Observed> orderBound() {
    Instant unbound = lastOff(FactKind.TENANT_SYNCED);
    return state
        .latest(FactKind.ORDER_BOUND)
        .filter(fact -> !off(fact))
        .filter(fact -> synced().isPresent() || fact.at().isAfter(unbound));
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
    return tenant()
        .flatMap(tenant -> state.of(FactKind.MEMBER_ADDED, tenant.value()))
        .filter(fact -> !off(fact));
  }

  /** Whether another member is meant now than the one whom the gateway has added. */
  boolean anotherMemberIsMeant() {
    Optional<String> meant = state.answer(Field.MEMBER_ACCOUNT);
    return meant.isPresent()
        && memberAdded()
            .flatMap(added -> added.value(Detail.MEMBER))
            .filter(added -> !added.equals(meant.get()))
            .isPresent();
  }

  /** Whether the callbacks say that a member may use the application. */
  boolean synced(String account) {
    return state.all(FactKind.MEMBER_SYNCED).stream()
        .filter(Observed::on)
        .anyMatch(fact -> fact.value(Detail.MEMBER).filter(account::equals).isPresent());
  }

  boolean memberSynced() {
    return state.all(FactKind.MEMBER_SYNCED).stream().anyMatch(Observed::on);
  }

  /** The gateway's authorization, unless it or the binding under it was taken back later. */
  Optional<Observed> authorization() {
    Instant cancelled = lastOff(FactKind.MEMBER_SYNCED);
    Instant unbound = takenBack(Stage.APP_BINDING);
    return tenant()
        .flatMap(tenant -> state.of(FactKind.MEMBER_AUTHORIZED, tenant.value()))
        .filter(fact -> !off(fact))
        .filter(fact -> fact.at().isAfter(unbound))
        .filter(fact -> memberSynced() || fact.at().isAfter(cancelled));
  }

  /** When the latest proof of a stage of the console came; before all times without one. */
  Instant provenAt(Stage stage) {
    return latest(stage, false);
  }

  /** When a stage of the console was last taken back; before all times when it never was. */
  Instant takenBack(Stage stage) {
    return latest(stage, true);
  }

  private Instant latest(Stage stage, boolean off) {
    return PROOFS.getOrDefault(stage, Set.of()).stream()
        .flatMap(kind -> state.all(kind).stream())
        .filter(fact -> off(fact) == off)
        .map(Observed::at)
        .max(Comparator.naturalOrder())
        .orElse(Instant.MIN);
  }

  /** When something was last taken back; before all times when it never was. */
  Instant lastOff(FactKind kind) {
    return state.all(kind).stream()
        .filter(Organizations::off)
        .map(Observed::at)
        .max(Comparator.naturalOrder())
        .orElse(Instant.MIN);
  }

  /** Whether a reading says that something is not, or not any more. */
  static boolean off(Observed fact) {
    return fact.value(Detail.ON).filter("false"::equals).isPresent();
  }
}
