package com.guance.onboarding;

import com.guance.onboarding.domain.Detail;
import com.guance.onboarding.domain.FactKind;
import com.guance.onboarding.domain.Field;
import com.guance.onboarding.domain.Observed;
import com.guance.onboarding.domain.Stage;
import com.guance.onboarding.domain.WorkspaceId;
import com.guance.onboarding.spi.BillingGateway;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Looks at the Billing Center account, the company and the first DataKit. */
final class BillingSights implements Sights {

  private static final Set<Detail> ACCOUNT =
      EnumSet.of(Detail.BILLING_ACCOUNT_ID, Detail.USER_NAME);
  private static final Set<Detail> COMPANY = EnumSet.of(Detail.NAME);
  private static final Set<Detail> HOST = EnumSet.of(Detail.HOST);

  private final FindBillingAccountStep findAccount;
  private final FindDataKitStep findDataKit;
  private final WorkspaceSights workspaces;

  BillingSights(BillingGateway gateway) {
    this.findAccount = new FindBillingAccountStep(gateway);
    this.findDataKit = new FindDataKitStep(gateway);
    this.workspaces = new WorkspaceSights(gateway);
  }

  @Override
  public List<Look> looks() {
    return List.of(
        new Look(Stage.BILLING_ACCOUNT, this::account),
        new Look(Stage.ENTERPRISE_INFO, this::enterprise),
        new Look(Stage.WORKSPACE, workspaces::workspace),
        new Look(Stage.DATAKIT, this::dataKit));
  }

  private Sighting account(Vantage view) {
    if (view.seen().state().buyer().isEmpty()) {
      return Sighting.notKnown(Stage.BILLING_ACCOUNT, "no trusted source has named the buyer");
    }
    Optional<Observed> local = Billing.account(view.known());
    List<Observed> read = findAccount.read(view.seen());
    Observed there = read.get(0);
    if (!there.on()) {
      return local
          .map(
              here ->
                  Sighting.of(
                      Stage.BILLING_ACCOUNT,
                      view.gone(
                          Stage.BILLING_ACCOUNT,
                          Drift.Kind.GONE,
                          Contrast.shown(here, ACCOUNT),
                          List.of(FactKind.BILLING_ACCOUNT, FactKind.ENTERPRISE_CONFIRMED))))
          .orElseGet(() -> Sighting.nothingYet(Stage.BILLING_ACCOUNT));
    }
    if (local.isEmpty()) {
      return Sighting.of(
          Stage.BILLING_ACCOUNT,
          view.unrecorded(Stage.BILLING_ACCOUNT, Contrast.shown(there, ACCOUNT), read, Set.of()));
    }
    return Sighting.of(Stage.BILLING_ACCOUNT, accountDrift(local.get(), there, read));
  }

  private static List<Mending> accountDrift(Observed local, Observed there, List<Observed> read) {
    Set<Detail> different = Contrast.different(local, there, ACCOUNT);
    if (!different.contains(Detail.BILLING_ACCOUNT_ID)) {
      return different.isEmpty()
          ? List.of()
          : List.of(Vantage.differs(Stage.BILLING_ACCOUNT, local, there, different));
    }
    Drift drift =
        new Drift(
            Stage.BILLING_ACCOUNT,
            Drift.Kind.ELSEWHERE,
            Contrast.shown(local, ACCOUNT),
            Contrast.shown(there, ACCOUNT),
            Optional.of(Drift.Repair.ADOPT));
    return List.of(new Mending(drift, context -> Readings.adopted(context, read), Set.of()));
  }

  private Sighting enterprise(Vantage view) {
    if (Billing.account(view.seen().state()).isEmpty()) {
      return Sighting.notKnown(Stage.ENTERPRISE_INFO, "there is no billing account");
    }
    Optional<Observed> local = Billing.enterprise(view.known());
    Optional<Observed> there =
        findAccount.read(view.seen()).stream()
            .filter(fact -> fact.kind() == FactKind.ENTERPRISE_CONFIRMED)
            .findFirst();
    if (there.isEmpty()) {
      return local.isEmpty()
          ? Sighting.nothingYet(Stage.ENTERPRISE_INFO)
          : Sighting.of(
              Stage.ENTERPRISE_INFO,
              view.gone(
                  Stage.ENTERPRISE_INFO,
                  Drift.Kind.GONE,
                  Contrast.shown(local.get(), COMPANY),
                  List.of(FactKind.ENTERPRISE_CONFIRMED)));
    }
    if (local.isEmpty()) {
      return Sighting.of(
          Stage.ENTERPRISE_INFO,
          view.unrecorded(
              Stage.ENTERPRISE_INFO,
              Contrast.shown(there.get(), COMPANY),
              List.of(there.get()),
              Set.of(Field.ENTERPRISE_NAME)));
    }
    Set<Detail> different = Contrast.different(local.get(), there.get(), COMPANY);
    return Sighting.of(
        Stage.ENTERPRISE_INFO,
        different.isEmpty()
            ? List.of()
            : List.of(Vantage.differs(Stage.ENTERPRISE_INFO, local.get(), there.get(), different)));
  }

  /** Seen once is seen: a DataKit that is silent today is no drift. */
  private Sighting dataKit(Vantage view) {
    if (view.known().has(FactKind.DATAKIT_SEEN)) {
      return Sighting.same(Stage.DATAKIT);
    }
    Optional<WorkspaceId> workspace = Billing.workspaceId(view.seen().state());
    if (workspace.isEmpty()) {
      return Sighting.notKnown(Stage.DATAKIT, "there is no workspace");
    }
    return dataKit(view, findDataKit.read(view.seen()));
  }

  /** A first host that was read, whoever was asked. */
  static Sighting dataKit(Vantage view, List<Observed> read) {
    if (read.isEmpty()) {
      return Sighting.nothingYet(Stage.DATAKIT);
    }
    Map<String, String> shown = Contrast.shown(read.get(0), HOST);
    return Sighting.of(Stage.DATAKIT, view.unrecorded(Stage.DATAKIT, shown, read, Set.of()));
  }
}
