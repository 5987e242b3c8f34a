package com.guance.onboarding;

import com.guance.onboarding.domain.Detail;
import com.guance.onboarding.domain.FactKind;
import com.guance.onboarding.domain.Field;
import com.guance.onboarding.domain.Observed;
import com.guance.onboarding.domain.Stage;
import com.guance.onboarding.spi.BillingGateway;
import com.guance.onboarding.spi.BillingGateway.Workspace;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds the workspace to enter or to bind where the request does not name one: the only one there
 * is, else somebody has to choose.
 */
final class PickWorkspaceStep implements Step.Reading {

  /** More than a person can choose from is not offered. */
  private static final int OFFERED = 100;

  private final BillingGateway gateway;
  private final boolean bound;

  PickWorkspaceStep(BillingGateway gateway, boolean bound) {
    this.gateway = gateway;
    this.bound = bound;
  }

  @Override
  public String name() {
    return bound ? "find bound workspace" : "find bindable workspace";
  }

  @Override
  public Stage stage() {
    return Stage.WORKSPACE;
  }

  @Override
  public List<Observed> read(StepContext context) {
    Optional<String> wanted = Billing.named(context.state());
    try (Stream<Workspace> all =
        context
            .within(gateway)
            .workspaces(Billing.accountId(context.state()).orElseThrow(), bound)) {
      return wanted.isPresent()
          ? named(context, all.iterator(), wanted.get())
          : only(context, all.limit(OFFERED).toList());
    }
  }

  /** However many there are before it: somebody knows that it is there. */
  private List<Observed> named(StepContext context, Iterator<Workspace> all, String wanted) {
    boolean any = all.hasNext();
    while (all.hasNext()) {
      Workspace one = all.next();
      if (one.id().value().equals(wanted)) {
        return entered(context, one);
      }
    }
    return List.of(none(context, any));
  }

  private List<Observed> only(StepContext context, List<Workspace> found) {
    if (found.size() == 1) {
      return entered(context, found.get(0));
    }
    return List.of(found.isEmpty() ? none(context, false) : choose(context, found));
  }

  private Observed none(StepContext context, boolean any) {
    return bound ? WorkspaceFacts.none(context) : missing(context, any);
  }

  private List<Observed> entered(StepContext context, Workspace workspace) {
    Observed known = WorkspaceFacts.known(context, workspace, WorkspaceFacts.THERE);
    return bound ? List.of(known, WorkspaceFacts.bound(context, workspace)) : List.of(known);
  }

  private static Observed choose(StepContext context, List<Workspace> found) {
    return refusal(context, "WORKSPACE_AMBIGUOUS", "must be one of the account's workspaces")
        .with(
            Detail.STATE,
            found.stream().map(one -> one.id().value()).collect(Collectors.joining(",")))
        .with(
            Detail.WORKSPACE_NAME,
            found.stream().map(PickWorkspaceStep::known).collect(Collectors.joining("\n")))
        .build();
  }

  /** By what a person tells it from another, on one line. */
  private static String known(Workspace workspace) {
    return workspace.name().replaceAll("\\p{Cntrl}", " ") + ", " + workspace.site();
  }

  private static Observed missing(StepContext context, boolean any) {
    String rule =
        any
            ? "must be one of the account's workspaces that can be bound"
            : "must be a workspace of the account, and it has none that can be bound";
    return refusal(context, "WORKSPACE_NOT_FOUND", rule).build();
  }

  private static Observed.Builder refusal(StepContext context, String code, String rule) {
    return context
        .fact(FactKind.REFUSED, Field.WORKSPACE_ID.path())
        .at(context.state().answers().nextRefusal(Field.WORKSPACE_ID, context.now()))
        .with(Detail.CODE, code)
        .with(Detail.RULE, rule);
  }
}
