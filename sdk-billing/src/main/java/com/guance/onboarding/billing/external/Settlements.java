package com.guance.onboarding.billing.external;

import com.guance.onboarding.domain.BillingAccountId;
import com.guance.onboarding.domain.Field;
import com.guance.onboarding.domain.Language;
import com.guance.onboarding.domain.Site;
import com.guance.onboarding.domain.WorkspaceId;
import com.guance.onboarding.error.ConflictException;
import com.guance.onboarding.error.NotFoundException;
import com.guance.onboarding.spi.BillingGateway.Settlement;
import com.guance.onboarding.spi.BillingGateway.Workspace;
import com.guance.onboarding.spi.BillingGateway.WorkspaceState;
import com.guance.onboarding.spi.BillingGateway.WorkspaceState.Binding;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Which workspace settles through which account, as it is written beside the account. */
final class Settlements {

  private final Directory directory;
  private final Payers payers;
  private final Site site;

  Settlements(Directory directory, Payers payers, Site site) {
    this.directory = directory;
    this.payers = payers;
    this.site = site;
  }

  /** The workspaces of an account that settle already, or those that could. */
  Stream<Workspace> of(BillingAccountId account, boolean bound) {
    Account payer = payers.require(account);
    return payer.workspaces().stream()
        .filter(Membership::isOwner)
        .filter(one -> Marks.of(payer, Marks.order(one.workspace())).isPresent() == bound)
        .map(one -> read(one.workspace()));
  }

  Workspace read(WorkspaceId id) {
    return described(require(id), directory.marked(Marks.order(id)));
  }

  Workspace bind(WorkspaceId id, Settlement settlement) {
    DeployedWorkspace workspace = require(id);
    Optional<Account> bound = directory.marked(Marks.order(id));
    if (bound.filter(other -> !other.id().equals(settlement.account().value())).isPresent()) {
      throw new ConflictException(
          Refusals.of("bind workspace", "WORKSPACE_BOUND_ELSEWHERE", Field.WORKSPACE_ID)
              .rule("settles through another account")
              .build());
    }
    Account payer = payers.require(settlement.account());
    if (!payer.owns(id) && directory.madeBySomebody(id).isEmpty()) {
      throw new NotFoundException(
          Refusals.of("bind workspace", "WORKSPACE_NOT_FOUND", Field.WORKSPACE_ID)
              .rule("is no workspace of the account")
              .build());
    }
    return described(
        workspace,
        Optional.of(
            directory.mark(payer, Map.of(Marks.order(id), Marks.order(settlement.order())))));
  }

  DeployedWorkspace require(WorkspaceId id) {
    return directory
        .workspace(id)
        .orElseThrow(
            () ->
                new NotFoundException(
                    Refusals.of("find workspace", "WORKSPACE_NOT_FOUND", Field.WORKSPACE_ID)
                        .rule("is no workspace of the deployment")
                        .build()));
  }

  private Workspace described(DeployedWorkspace workspace, Optional<Account> payer) {
    Optional<String> order =
        payer
            .flatMap(account -> Marks.of(account, Marks.order(workspace.id())))
            .map(text -> text.substring(0, Math.max(0, text.indexOf('/'))));
    return new Workspace(
        workspace.id(),
        workspace.name().orElse(""),
        workspace.language().map(Language::code).orElse(""),
        site.key(),
        new WorkspaceState(
            order.isPresent() ? Binding.BOUND : Binding.UNBOUND,
            payer.map(account -> new BillingAccountId(account.id())),
            order));
  }
}
