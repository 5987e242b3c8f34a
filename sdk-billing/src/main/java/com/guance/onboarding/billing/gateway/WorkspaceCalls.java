package com.guance.onboarding.billing.gateway;

import static com.guance.onboarding.billing.gateway.BillingCenterCalls.fields;
import static com.guance.onboarding.billing.gateway.BillingCenterErrors.BIND_WORKSPACE;
import static com.guance.onboarding.billing.gateway.BillingCenterErrors.CREATE_WORKSPACE;
import static com.guance.onboarding.billing.gateway.BillingCenterErrors.FIND_WORKSPACE;
import static com.guance.onboarding.billing.gateway.BillingCenterErrors.LIST_WORKSPACES;
import static com.guance.onboarding.billing.gateway.BillingCenterErrors.READ_WORKSPACE;
import static com.guance.onboarding.billing.gateway.BillingCenterErrors.REGISTER_GUANCE_ACCOUNT;

import com.guance.onboarding.domain.BillingAccountId;
import com.guance.onboarding.domain.Field;
import com.guance.onboarding.domain.WorkspaceId;
import com.guance.onboarding.spi.BillingGateway.Credentials;
import com.guance.onboarding.spi.BillingGateway.Login;
import com.guance.onboarding.spi.BillingGateway.NewWorkspace;
import com.guance.onboarding.spi.BillingGateway.Settlement;
import com.guance.onboarding.spi.BillingGateway.Verification;
import com.guance.onboarding.spi.BillingGateway.Workspace;
import com.guance.onboarding.transport.AnswerFields;
import java.util.Optional;
import java.util.stream.Stream;

/** The workspaces of a Billing Center: listed, found, created, bound. */
final class WorkspaceCalls {

  private final BillingCenterCalls calls;
  private final Checks checks;

  WorkspaceCalls(BillingCenterCalls calls, Checks checks) {
    this.calls = calls;
    this.checks = checks;
  }

  Stream<Workspace> of(BillingAccountId account, boolean bound) {
    AnswerFields fields = fields(LIST_WORKSPACES);
    String state = bound ? "BOUND" : "BINDABLE";
    return calls.pages().<WorkspacePayload>stream(
            LIST_WORKSPACES, cursor -> calls.api().workspaces(account.value(), state, cursor))
        .map(found -> found.workspace(fields));
  }

  Optional<Workspace> find(String reference) {
    return calls
        .pages()
        .<WorkspacePayload>find(
            FIND_WORKSPACE,
            cursor -> calls.api().workspacesByReference(reference, cursor),
            found -> reference.equals(found.externalReference()))
        .map(found -> found.workspace(fields(FIND_WORKSPACE)));
  }

  Workspace read(WorkspaceId id) {
    return calls
        .read(READ_WORKSPACE, calls.api().workspace(id.value()))
        .workspace(fields(READ_WORKSPACE), id);
  }

  Workspace create(NewWorkspace workspace, Optional<Verification> verification) {
    checks.workspace(CREATE_WORKSPACE, workspace);
    NewWorkspacePayload sent = NewWorkspacePayload.of(workspace, verification);
    return calls
        .write(CREATE_WORKSPACE, workspace.reference(), calls.api().createWorkspace(sent))
        .workspace(fields(CREATE_WORKSPACE));
  }

  Workspace registerAccountAndCreate(
      NewWorkspace workspace, String userName, Credentials credentials) {
    checks.workspace(REGISTER_GUANCE_ACCOUNT, workspace);
    checks.value(REGISTER_GUANCE_ACCOUNT, Field.WORKSPACE_USER_NAME, userName);
    Login owner = new Login(userName, checks.owner(REGISTER_GUANCE_ACCOUNT, workspace.owner()));
    NewGuanceAccountPayload sent = NewGuanceAccountPayload.of(workspace, owner, credentials);
    AnswerFields fields = fields(REGISTER_GUANCE_ACCOUNT);
    GuanceAccountPayload registered =
        calls.write(
            REGISTER_GUANCE_ACCOUNT, workspace.reference(), calls.api().registerAccount(sent));
    return fields.required("workspace", registered.workspace()).workspace(fields);
  }

  Workspace bind(WorkspaceId id, Settlement settlement, String key) {
    SettlementPayload sent = SettlementPayload.of(settlement);
    return calls
        .write(BIND_WORKSPACE, key, calls.api().bindWorkspace(id.value(), sent))
        .workspace(fields(BIND_WORKSPACE), id);
  }
}
