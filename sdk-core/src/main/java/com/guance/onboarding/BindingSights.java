package com.guance.onboarding;

import com.guance.onboarding.domain.Detail;
import com.guance.onboarding.domain.FactKind;
import com.guance.onboarding.domain.Field;
import com.guance.onboarding.domain.Observed;
import com.guance.onboarding.domain.Stage;
import com.guance.onboarding.domain.TenantId;
import com.guance.onboarding.spi.MarketplaceGateway;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Looks at what an order is bound to, and who may use it. */
final class BindingSights {

  private static final Set<Detail> BINDING = EnumSet.of(Detail.BINDING_ID);
  private static final Set<Detail> ADDRESS = EnumSet.of(Detail.URL);

  private final BindAppStep bind;
  private final AuthorizeMemberStep authorize;
  private final ReadLoginAddressStep readAddress;

  BindingSights(MarketplaceGateway gateway) {
    this.bind = new BindAppStep(gateway);
    this.authorize = new AuthorizeMemberStep(gateway);
    this.readAddress = new ReadLoginAddressStep(gateway);
  }

  Sighting binding(Vantage view) {
    Optional<Observed> local =
        view.organizations().binding().or(() -> view.organizations().synced());
    Optional<List<Observed>> read = bind.lookUp(view.seen());
    if (read.isEmpty()) {
      return local
          .map(
              bound ->
                  Sighting.of(
                      Stage.APP_BINDING,
                      view.gone(
                          Stage.APP_BINDING,
                          Drift.Kind.UNBOUND,
                          Contrast.withTenant(bound, BINDING),
                          ofBinding())))
          .orElseGet(() -> Sighting.nothingYet(Stage.APP_BINDING));
    }
    Observed there = read.get().get(read.get().size() - 1);
    Map<String, String> shown = Contrast.withTenant(there, BINDING);
    if (local.isPresent() && !tenant(local.get()).equals(tenant(there))) {
      return Sighting.of(Stage.APP_BINDING, elsewhere(local.get(), there, read.get()));
    }
    if (view.organizations().binding().isEmpty()) {
      return Sighting.of(
          Stage.APP_BINDING, view.unrecorded(Stage.APP_BINDING, shown, read.get(), bind.uses()));
    }
    Observed bound = view.organizations().binding().get();
    Set<Detail> different = Contrast.different(bound, there, BINDING);
    return Sighting.of(
        Stage.APP_BINDING,
        different.isEmpty()
            ? List.of()
            : List.of(Vantage.differs(Stage.APP_BINDING, bound, there, different)));
  }

  /** What goes with a binding: the callbacks that told of it, and who is authorized under it. */
  private static List<FactKind> ofBinding() {
    return List.of(
        FactKind.ORDER_BOUND,
        FactKind.TENANT_SYNCED,
        FactKind.APPLICATION_SYNCED,
        FactKind.MEMBER_SYNCED,
        FactKind.MEMBER_AUTHORIZED);
  }

  private static Optional<TenantId> tenant(Observed fact) {
    return fact.names().tenant();
  }

  /**
   * The buyer has bound another organization: reality wins, and what was said of the first ends.
   */
  private Mending elsewhere(Observed local, Observed there, List<Observed> read) {
    Drift drift =
        new Drift(
            Stage.APP_BINDING,
            Drift.Kind.ELSEWHERE,
            Contrast.withTenant(local, BINDING),
            Contrast.withTenant(there, BINDING),
            Optional.of(Drift.Repair.ADOPT));
    return new Mending(drift, context -> moved(context, there, read), bind.uses());
  }

  private static List<Observed> moved(StepContext context, Observed there, List<Observed> read) {
    List<Observed> facts = new ArrayList<>();
    for (FactKind kind :
        List.of(FactKind.TENANT_SYNCED, FactKind.APPLICATION_SYNCED, FactKind.MEMBER_SYNCED)) {
      context.state().all(kind).stream()
          .filter(fact -> !Organizations.off(fact) && !tenant(fact).equals(tenant(there)))
          .map(fact -> Readings.off(context, fact))
          .forEach(facts::add);
    }
    facts.addAll(Readings.adopted(context.with(facts), read));
    return facts;
  }

  Sighting authorization(Vantage view) {
    Optional<String> account = view.known().answers().of(Field.MEMBER_ACCOUNT);
    if (account.isEmpty() || view.seenOrganizations().bindingId().isEmpty()) {
      return Sighting.notKnown(
          Stage.APP_AUTHORIZATION, "the order is not bound, or the member is not known");
    }
    boolean local =
        view.organizations().authorization().isPresent()
            || view.organizations().synced(account.get());
    Map<String, String> shown =
        Map.of(
            "bindingId",
            view.seenOrganizations().bindingId().get().value(),
            "member",
            Drift.HIDDEN);
    Optional<List<Observed>> read = authorize.lookUp(view.seen());
    if (read.isEmpty()) {
      return local
          ? Sighting.of(
              Stage.APP_AUTHORIZATION,
              view.gone(
                  Stage.APP_AUTHORIZATION,
                  Drift.Kind.GONE,
                  shown,
                  List.of(FactKind.MEMBER_SYNCED, FactKind.MEMBER_AUTHORIZED)))
          : Sighting.nothingYet(Stage.APP_AUTHORIZATION);
    }
    return local
        ? Sighting.same(Stage.APP_AUTHORIZATION)
        : Sighting.of(
            Stage.APP_AUTHORIZATION,
            view.unrecorded(Stage.APP_AUTHORIZATION, shown, read.get(), authorize.uses()));
  }

  Sighting loginAddress(Vantage view) {
    Optional<Observed> local = view.known().latest(FactKind.LOGIN_ADDRESS);
    if (local.isEmpty()) {
      return Sighting.nothingYet(Stage.SIGN_IN);
    }
    if (view.seenOrganizations().bindingId().isEmpty()) {
      return Sighting.notKnown(Stage.SIGN_IN, "the order is not bound");
    }
    Observed there = readAddress.read(view.seen()).get(0);
    Set<Detail> different = Contrast.different(local.get(), there, ADDRESS);
    return Sighting.of(
        Stage.SIGN_IN,
        different.isEmpty()
            ? List.of()
            : List.of(Vantage.differs(Stage.SIGN_IN, local.get(), there, different)));
  }
}
