package com.guance.onboarding;

import com.guance.onboarding.domain.BindingId;
import com.guance.onboarding.domain.Detail;
import com.guance.onboarding.domain.FactKind;
import com.guance.onboarding.domain.Field;
import com.guance.onboarding.domain.Observed;
import com.guance.onboarding.domain.Stage;
import com.guance.onboarding.domain.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a state says about the organization, its members and its binding. */
final class Organizations {

  /** What says that a stage of the console is done, or is not any more. */
  private static final Map<Stage, List<FactKind>> PROOFS =
      Map.of(
          Stage.ORGANIZATION, List.of(FactKind.ORGANIZATION_KNOWN, FactKind.TENANT_SYNCED),
          Stage.MEMBER, List.of(FactKind.MEMBER_ADDED, FactKind.MEMBER_SYNCED),
          Stage.APP_BINDING, List.of(FactKind.ORDER_BOUND, FactKind.TENANT_SYNCED),
          Stage.APP_AUTHORIZATION, List.of(FactKind.MEMBER_AUTHORIZED, FactKind.MEMBER_SYNCED));

  private final FlowState state;
  private final Optional<Observed> synced;
  private final Optional<Observed> created;
  private final Optional<Observed> orderBound;
  private final Optional<Observed> current;
  private final Optional<TenantId> tenant;
  private final boolean memberSynced;

  /** Everything that several questions share is worked out here, once for each state. */
  Organizations(FlowState state) {
    this.state = state;
    this.synced = state.latest(FactKind.TENANT_SYNCED, Observed::on);
    this.memberSynced = state.anyOn(FactKind.MEMBER_SYNCED);
    this.created =
        state.has(FactKind.ORGANIZATION_KNOWN)
            ? state
                .answers()
                .of(Field.ORGANIZATION_SHORT_NAME)
                .flatMap(name -> state.of(FactKind.ORGANIZATION_KNOWN, name))
                .filter(fact -> !off(fact))
            : Optional.empty();
    this.orderBound = gatewaysBinding();
    this.current = synced.or(this::boundByGateway).or(() -> created);
    this.tenant = current.flatMap(fact -> fact.names().tenant());
  }

  /** The organization that is bound, else the one that was created under the name in force. */
  Optional<Observed> current() {
    return current;
  }

  /** The organization that the gateway's binding names, wanted or not. */
  private Optional<Observed> boundByGateway() {
    Optional<TenantId> bound = orderBound.flatMap(fact -> fact.names().tenant());
    return bound.isEmpty()
        ? Optional.empty()
        : state.latest(
            FactKind.ORGANIZATION_KNOWN, fact -> !off(fact) && fact.names().tenant().equals(bound));
  }

  /** The organization of the latest tenantSync that has not been taken back. */
  Optional<Observed> synced() {
    return synced;
  }

  Optional<Observed> created() {
    return created;
  }

  Optional<TenantId> tenant() {
    return tenant;
  }

  boolean pending() {
    return synced.isEmpty()
        && created.isPresent()
        && "true".equals(created.get().values().get(Detail.PENDING));
  }

  /** The gateway's binding, unless a later tenantSync has taken it back. */
  Optional<Observed> binding() {
    return orderBound.filter(fact -> tenant.isEmpty() || tenant.equals(fact.names().tenant()));
  }

  private Optional<Observed> gatewaysBinding() {
    if (!state.has(FactKind.ORDER_BOUND)) {
      return Optional.empty();
    }
    Instant unbound = lastOff(FactKind.TENANT_SYNCED);
    return state
        .latest(FactKind.ORDER_BOUND)
        .filter(fact -> !off(fact))
        .filter(fact -> synced.isPresent() || fact.at().isAfter(unbound));
  }

  Optional<BindingId> bindingId() {
    return binding().flatMap(fact -> fact.value(Detail.BINDING_ID)).map(BindingId::new);
  }

  /** Bound as the callbacks say: the organization and the application. */
  boolean boundByCallbacks() {
    return synced.isPresent() && state.anyOn(FactKind.APPLICATION_SYNCED);
  }

  Optional<Observed> memberAdded() {
    return tenant
        .flatMap(value -> state.of(FactKind.MEMBER_ADDED, value.value()))
        .filter(fact -> !off(fact));
  }

  /** Whether another member is meant now than the one whom the gateway has added. */
  boolean anotherMemberIsMeant() {
    Optional<String> meant = state.answers().of(Field.MEMBER_ACCOUNT);
    return meant.isPresent()
        && memberAdded()
            .flatMap(added -> added.value(Detail.MEMBER))
            .filter(added -> !added.equals(meant.get()))
            .isPresent();
  }

  /** Whether the callbacks say that a member may use the application. */
  boolean synced(String account) {
    for (Observed fact : state.all(FactKind.MEMBER_SYNCED)) {
      if (fact.on() && account.equals(fact.values().get(Detail.MEMBER))) {
        return true;
      }
    }
    return false;
  }

  boolean memberSynced() {
    return memberSynced;
  }

  /** The gateway's authorization, unless it or the binding under it was taken back later. */
  Optional<Observed> authorization() {
    Optional<Observed> given =
        tenant
            .flatMap(value -> state.of(FactKind.MEMBER_AUTHORIZED, value.value()))
            .filter(fact -> !off(fact));
    if (given.isEmpty()) {
      return given;
    }
    Instant at = given.get().at();
    boolean stands =
        at.isAfter(takenBack(Stage.APP_BINDING))
            && (memberSynced || at.isAfter(lastOff(FactKind.MEMBER_SYNCED)));
    return stands ? given : Optional.empty();
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
    Instant latest = Instant.MIN;
    for (FactKind kind : PROOFS.getOrDefault(stage, List.of())) {
      latest = latest(kind, off, latest);
    }
    return latest;
  }

  private Instant latest(FactKind kind, boolean off, Instant before) {
    Instant latest = before;
    for (Observed fact : state.all(kind)) {
      if (off(fact) == off && fact.at().isAfter(latest)) {
        latest = fact.at();
      }
    }
    return latest;
  }

  /** When something was last taken back; before all times when it never was. */
  Instant lastOff(FactKind kind) {
    return latest(kind, true, Instant.MIN);
  }

  /** Whether a reading says that something is not, or not any more. */
  static boolean off(Observed fact) {
    return "false".equals(fact.values().get(Detail.ON));
  }
}
