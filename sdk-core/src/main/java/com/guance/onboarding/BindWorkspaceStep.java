package com.guance.onboarding;

import com.guance.onboarding.domain.FactKind;
import com.guance.onboarding.domain.Field;
import com.guance.onboarding.domain.Observed;
import com.guance.onboarding.domain.Stage;
import com.guance.onboarding.domain.WorkspaceId;
import com.guance.onboarding.spi.BillingGateway;
import com.guance.onboarding.spi.BillingGateway.Settlement;
import com.guance.onboarding.spi.BillingGateway.Workspace;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Lets the workspace settle through the buyer's account. */
final class BindWorkspaceStep implements Step.Changing {

  private final BillingGateway gateway;

  BindWorkspaceStep(BillingGateway gateway) {
    this.gateway = gateway;
  }

  @Override
  public String name() {
    return "bind workspace";
  }

  @Override
  public Stage stage() {
    return Stage.WORKSPACE;
  }

  @Override
  public Set<Field> uses() {
    return Set.of(Field.WORKSPACE_CHOICE, Field.WORKSPACE_ID);
  }

  @Override
  public Optional<List<Observed>> lookUp(StepContext context) {
    Workspace workspace = context.within(gateway).workspace(workspaceId(context.state()));
    boolean ours =
        workspace.state().bound()
            && workspace.state().account().equals(Billing.accountId(context.state()));
    return ours ? Optional.of(facts(context, workspace)) : Optional.empty();
  }

  @Override
  public List<Observed> perform(StepContext context) {
    WorkspaceId id = workspaceId(context.state());
    Settlement settlement =
        new Settlement(
            Billing.accountId(context.state()).orElseThrow(),
            context.buyer(),
            context.state().order());
    String key =
        EffectKey.of(
            "workspace-binding:" + context.state().order() + ":" + id,
            context.state(),
            FactKind.WORKSPACE_BOUND,
            id.value());
    return facts(context, context.within(gateway).bindWorkspace(id, settlement, key));
  }

  /** The one that was created, else the one that was named. */
  static WorkspaceId workspaceId(FlowState state) {
    return Billing.workspaceId(state)
        .orElseGet(() -> new WorkspaceId(state.answers().require(Field.WORKSPACE_ID)));
  }

  private static List<Observed> facts(StepContext context, Workspace workspace) {
    Observed bound = WorkspaceFacts.bound(context, workspace);
    return Billing.workspaceId(context.state()).isPresent()
        ? List.of(bound)
        : List.of(WorkspaceFacts.known(context, workspace, WorkspaceFacts.THERE), bound);
  }
}
