package com.guance.onboarding;

import com.guance.onboarding.domain.BillingAccountId;
import com.guance.onboarding.domain.Detail;
import com.guance.onboarding.domain.FactKind;
import com.guance.onboarding.domain.Field;
import com.guance.onboarding.domain.Observed;
import com.guance.onboarding.domain.Stage;
import com.guance.onboarding.domain.WorkspaceId;
import com.guance.onboarding.error.NotFoundException;
import com.guance.onboarding.spi.BillingGateway;
import com.guance.onboarding.spi.BillingGateway.Workspace;
import com.guance.onboarding.spi.BillingGateway.WorkspaceState.Binding;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Looks at the workspace, and at the account through which it settles. */
final class WorkspaceSights {

  private static final String WORKSPACE_NOT_FOUND = "WORKSPACE_NOT_FOUND";
  private static final String ACCOUNT = "billingAccountId";
  private static final Set<Detail> ID = EnumSet.of(Detail.WORKSPACE_ID);
  private static final Set<Detail> VALUES =
      EnumSet.of(Detail.WORKSPACE_NAME, Detail.LANGUAGE, Detail.SITE);
  private static final Set<Field> USES = EnumSet.of(Field.WORKSPACE_CHOICE);

  private final BillingGateway gateway;

  WorkspaceSights(BillingGateway gateway) {
    this.gateway = gateway;
  }

  Sighting workspace(Vantage view) {
    Optional<Observed> local = Billing.workspace(view.known());
    if (local.isEmpty()) {
      return unrecorded(view);
    }
    Optional<Workspace> there = read(Billing.workspaceId(view.known()).orElseThrow());
    if (there.isEmpty()) {
      return Sighting.of(
          Stage.WORKSPACE,
          view.gone(
              Stage.WORKSPACE,
              Drift.Kind.GONE,
              Contrast.shown(local.get(), ID),
              List.of(FactKind.WORKSPACE, FactKind.WORKSPACE_BOUND)));
    }
    List<Mending> drifts = new ArrayList<>(3);
    Observed seen = WorkspaceFacts.known(view.seen(), there.get(), WorkspaceFacts.THERE);
    Set<Detail> different = Contrast.different(local.get(), seen, VALUES);
    if (!different.isEmpty()) {
      drifts.add(Vantage.differs(Stage.WORKSPACE, local.get(), seen, different));
    }
    settlement(view, there.get()).ifPresent(drifts::add);
    lock(view, there.get()).ifPresent(drifts::add);
    return Sighting.of(Stage.WORKSPACE, drifts);
  }

  private Optional<Workspace> read(WorkspaceId id) {
    try {
      return Optional.of(gateway.workspace(id));
    } catch (NotFoundException e) {
      // anybody can answer 404; only the gateway's own word means that it is gone
      if (e.code().equals(WORKSPACE_NOT_FOUND)) {
        return Optional.empty();
      }
      throw e;
    }
  }

  /** Of a frozen or released subscription it is no news that its workspace is locked. */
  private Optional<Mending> lock(Vantage view, Workspace there) {
    if (view.known().frozen() || view.known().has(FactKind.RELEASED)) {
      return Optional.empty();
    }
    String id = there.id().value();
    return gateway
        .lockedSince(there.id())
        .map(
            since ->
                Vantage.reported(
                    Stage.WORKSPACE,
                    Drift.Kind.LOCKED,
                    Map.of("workspaceId", id),
                    Map.of("workspaceId", id, "lockedAt", since.toString())));
  }

  private static Optional<Mending> settlement(Vantage view, Workspace there) {
    Map<String, String> id = Map.of("workspaceId", there.id().value());
    boolean local = Billing.bound(view.known());
    if (there.state().binding() == Binding.UNKNOWN) {
      return Optional.empty();
    }
    if (!there.state().bound()) {
      return local
          ? Optional.of(
              view.gone(Stage.WORKSPACE, Drift.Kind.UNBOUND, id, List.of(FactKind.WORKSPACE_BOUND)))
          : Optional.empty();
    }
    Optional<BillingAccountId> ours = Billing.accountId(view.seen().state());
    if (ours.isEmpty() && local) {
      // what it settles through is gone itself
      return Optional.of(
          view.gone(Stage.WORKSPACE, Drift.Kind.UNBOUND, id, List.of(FactKind.WORKSPACE_BOUND)));
    }
    Optional<BillingAccountId> payer = there.state().account();
    if (payer.isPresent() && ours.isPresent() && !payer.equals(ours)) {
      return Optional.of(
          Vantage.reported(
              Stage.WORKSPACE,
              Drift.Kind.ELSEWHERE,
              Map.of(ACCOUNT, ours.get().value()),
              Map.of(ACCOUNT, payer.get().value())));
    }
    return local || !payer.equals(ours)
        ? Optional.empty()
        : Optional.of(
            view.unrecorded(
                Stage.WORKSPACE,
                Map.of("workspaceId", there.id().value(), ACCOUNT, payer.get().value()),
                List.of(WorkspaceFacts.bound(view.seen(), there)),
                USES));
  }

  /** Ours is what carries our reference, or what was named and settles through the account. */
  private Sighting unrecorded(Vantage view) {
    if (Billing.accountId(view.seen().state()).isEmpty()) {
      return Sighting.notKnown(Stage.WORKSPACE, "there is no billing account");
    }
    FlowState state = view.seen().state();
    Optional<Workspace> created = gateway.findWorkspace(CreateWorkspaceStep.reference(state));
    Optional<Workspace> found =
        created.or(
            () ->
                state
                    .answers()
                    .of(Field.WORKSPACE_ID)
                    .flatMap(id -> read(new WorkspaceId(id)))
                    .filter(one -> settlesWithUs(view, one)));
    if (found.isEmpty()) {
      return Sighting.nothingYet(Stage.WORKSPACE);
    }
    Workspace there = found.get();
    List<Observed> read = new ArrayList<>(2);
    read.add(
        WorkspaceFacts.known(
            view.seen(),
            there,
            created.isPresent() ? WorkspaceFacts.CREATED : WorkspaceFacts.THERE));
    if (settlesWithUs(view, there)) {
      read.add(WorkspaceFacts.bound(view.seen(), there));
    }
    return Sighting.of(
        Stage.WORKSPACE,
        view.unrecorded(Stage.WORKSPACE, Contrast.shown(read.get(0), ID), read, USES));
  }

  private static boolean settlesWithUs(Vantage view, Workspace workspace) {
    return workspace.state().bound()
        && workspace.state().account().equals(Billing.accountId(view.seen().state()));
  }
}
