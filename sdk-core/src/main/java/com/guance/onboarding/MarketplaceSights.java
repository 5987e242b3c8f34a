package com.guance.onboarding;

import com.guance.onboarding.domain.Detail;
import com.guance.onboarding.domain.FactKind;
import com.guance.onboarding.domain.Field;
import com.guance.onboarding.domain.Observed;
import com.guance.onboarding.domain.Stage;
import com.guance.onboarding.domain.TenantId;
import com.guance.onboarding.error.NotFoundException;
import com.guance.onboarding.spi.MarketplaceGateway;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Looks at the organization and its members on KooGallery. */
final class MarketplaceSights implements Sights {

  private static final String ORGANIZATION_NOT_FOUND = "ORGANIZATION_NOT_FOUND";
  private static final Set<Detail> ORGANIZATION = EnumSet.of(Detail.NAME, Detail.SHORT_NAME);

  private final MarketplaceGateway gateway;
  private final CreateOrganizationStep create;
  private final AddMemberStep addMember;
  private final BindingSights bindings;

  MarketplaceSights(MarketplaceGateway gateway) {
    this.gateway = gateway;
    this.create = new CreateOrganizationStep(gateway);
    this.addMember = new AddMemberStep(gateway);
    this.bindings = new BindingSights(gateway);
  }

  @Override
  public List<Look> looks() {
    return List.of(
        new Look(Stage.ORGANIZATION, this::organization),
        new Look(Stage.MEMBER, this::member),
        new Look(Stage.APP_BINDING, bindings::binding),
        new Look(Stage.APP_AUTHORIZATION, bindings::authorization),
        new Look(Stage.SIGN_IN, bindings::loginAddress));
  }

  private Sighting organization(Vantage view) {
    Optional<Observed> local = view.organizations().current();
    if (local.isEmpty()) {
      return unknownOrganization(view);
    }
    Optional<TenantId> tenant = local.get().names().tenant();
    if (tenant.isEmpty()) {
      return Sighting.notKnown(Stage.ORGANIZATION, "no callback has named the organization's id");
    }
    Optional<Observed> remote = read(view, tenant.get());
    return remote.isEmpty()
        ? Sighting.of(
            Stage.ORGANIZATION,
            view.gone(
                Stage.ORGANIZATION,
                Drift.Kind.GONE,
                Contrast.withTenant(local.get(), EnumSet.of(Detail.SHORT_NAME)),
                ofOrganization()))
        : Sighting.of(Stage.ORGANIZATION, organizationDrift(local.get(), remote.get()));
  }

  /** What goes with the organization: its members, its binding, who is authorized under that. */
  private static List<FactKind> ofOrganization() {
    return List.of(
        FactKind.ORGANIZATION_KNOWN,
        FactKind.TENANT_SYNCED,
        FactKind.APPLICATION_SYNCED,
        FactKind.MEMBER_ADDED,
        FactKind.MEMBER_SYNCED,
        FactKind.ORDER_BOUND,
        FactKind.MEMBER_AUTHORIZED);
  }

  private Optional<Observed> read(Vantage view, TenantId tenant) {
    try {
      return Optional.of(
          CreateOrganizationStep.facts(view.seen(), gateway.organization(tenant)).get(0));
    } catch (NotFoundException e) {
      // anybody can answer 404; only the gateway's own word means that it is gone
      if (e.code().equals(ORGANIZATION_NOT_FOUND)) {
        return Optional.empty();
      }
      throw e;
    }
  }

  private static List<Mending> organizationDrift(Observed local, Observed remote) {
    Set<Detail> looked = EnumSet.copyOf(ORGANIZATION);
    if (local.kind() == FactKind.ORGANIZATION_KNOWN) {
      looked.add(Detail.PENDING);
    }
    Set<Detail> different = Contrast.different(local, remote, looked);
    if (different.isEmpty()) {
      return List.of();
    }
    // a short name never changes: if it does, somebody has to find out what happened
    return List.of(
        different.contains(Detail.SHORT_NAME)
            ? Vantage.reported(
                Stage.ORGANIZATION,
                Drift.Kind.DIFFERS,
                Contrast.shown(local, different),
                Contrast.shown(remote, different))
            : Vantage.differs(Stage.ORGANIZATION, local, remote, different));
  }

  private Sighting unknownOrganization(Vantage view) {
    FlowState seen = view.seen().state();
    if (seen.buyer().isEmpty() || seen.answers().of(Field.ORGANIZATION_SHORT_NAME).isEmpty()) {
      return Sighting.notKnown(Stage.ORGANIZATION, "the buyer or the short name is not known");
    }
    return create
        .lookUp(view.seen())
        .map(
            read ->
                Sighting.of(
                    Stage.ORGANIZATION,
                    view.unrecorded(
                        Stage.ORGANIZATION,
                        Contrast.withTenant(read.get(0), EnumSet.of(Detail.SHORT_NAME)),
                        read,
                        create.uses())))
        .orElseGet(() -> Sighting.nothingYet(Stage.ORGANIZATION));
  }

  private Sighting member(Vantage view) {
    Optional<TenantId> tenant = view.seenOrganizations().tenant();
    Optional<String> account = view.known().answers().of(Field.MEMBER_ACCOUNT);
    if (tenant.isEmpty() || account.isEmpty()) {
      return Sighting.notKnown(Stage.MEMBER, "the organization or the member is not known");
    }
    boolean local =
        view.organizations().memberAdded().isPresent()
            || view.organizations().synced(account.get());
    Map<String, String> shown = Map.of("tenantId", tenant.get().value(), "member", Drift.HIDDEN);
    Optional<List<Observed>> read = addMember.lookUp(view.seen());
    if (read.isEmpty()) {
      return local
          ? Sighting.of(
              Stage.MEMBER,
              view.gone(
                  Stage.MEMBER,
                  Drift.Kind.GONE,
                  shown,
                  List.of(
                      FactKind.MEMBER_ADDED, FactKind.MEMBER_SYNCED, FactKind.MEMBER_AUTHORIZED)))
          : Sighting.nothingYet(Stage.MEMBER);
    }
    return local
        ? Sighting.same(Stage.MEMBER)
        : Sighting.of(
            Stage.MEMBER, view.unrecorded(Stage.MEMBER, shown, read.get(), addMember.uses()));
  }
}
