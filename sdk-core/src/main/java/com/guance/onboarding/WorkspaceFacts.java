package com.guance.onboarding;

import com.guance.onboarding.domain.Detail;
import com.guance.onboarding.domain.FactKind;
import com.guance.onboarding.domain.Observed;
import com.guance.onboarding.spi.BillingGateway.Workspace;

/** What the steps around a workspace say about it. */
final class WorkspaceFacts {

  static final String CREATED = "created";
  static final String THERE = "there";

  private WorkspaceFacts() {}

  static Observed known(StepContext context, Workspace workspace, String scene) {
    return context
        .fact(FactKind.WORKSPACE, "")
        .with(Detail.ON, "true")
        .with(Detail.SCENE, scene)
        .with(Detail.WORKSPACE_ID, workspace.id().value())
        .with(Detail.WORKSPACE_NAME, workspace.name())
        .with(Detail.LANGUAGE, workspace.language())
        .with(Detail.SITE, workspace.site())
        .build();
  }

  /** None is there to enter: one has to be bound or created. */
  static Observed none(StepContext context) {
    return context.fact(FactKind.WORKSPACE, "").with(Detail.ON, "false").build();
  }

  static Observed bound(StepContext context, Workspace workspace) {
    return context.fact(FactKind.WORKSPACE_BOUND, workspace.id().value()).build();
  }
}
