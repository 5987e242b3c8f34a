package com.guance.onboarding;

import com.guance.onboarding.domain.Detail;
import com.guance.onboarding.domain.FactKind;
import java.util.ArrayList;
import java.util.List;

/** Names what exists out there when an onboarding ends early; nothing of it is deleted. */
final class LeftBehind {

  private LeftBehind() {}

  static List<String> of(FlowState state) {
    List<String> left = new ArrayList<>();
    Organizations organizations = state.organizations();
    organizations
        .current()
        .flatMap(fact -> fact.value(Detail.SHORT_NAME))
        .ifPresent(name -> left.add("organization " + name));
    if (organizations.memberAdded().isPresent() || organizations.memberSynced()) {
      left.add("a member of the organization");
    }
    if (organizations.binding().isPresent() || organizations.boundByCallbacks()) {
      left.add("the order's binding to the organization");
    }
    Billing.accountId(state).ifPresent(id -> left.add("billing account " + id));
    Billing.workspaceId(state).ifPresent(id -> left.add("workspace " + id));
    if (state.has(FactKind.DATAKIT_SEEN)) {
      left.add("a DataKit that reports");
    }
    return left;
  }
}
