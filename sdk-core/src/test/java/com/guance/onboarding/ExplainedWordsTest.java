package com.guance.onboarding;

import static org.assertj.core.api.Assertions.assertThat;

import com.guance.onboarding.domain.BillingAccountId;
import com.guance.onboarding.domain.Fact;
import com.guance.onboarding.domain.OnboardingId;
import com.guance.onboarding.domain.OnboardingRequest;
import com.guance.onboarding.domain.OrderKey;
import com.guance.onboarding.domain.WorkspaceId;
import com.guance.onboarding.spi.BillingGateway.BillingAccount;
import com.guance.onboarding.spi.BillingGateway.Workspace;
import com.guance.onboarding.spi.BillingGateway.WorkspaceState;
import com.guance.onboarding.spi.BillingGateway.WorkspaceState.Binding;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What an explanation tells an operator without a look into the store. */
class ExplainedWordsTest {

  private static final String ASKED = "asked was a new workspace second-ws (en, cn3); entered is ";

  private final FlowTest world = new FlowTest();

  private void workspaceOfAnEarlierOrder() {
    BillingAccountId payer = new BillingAccountId("bill-1");
    world.gateways.accounts.put(
        "buyer-1", new BillingAccount(payer, "gcy-ops", Optional.of("GCY Ltd"), true));
    WorkspaceId id = new WorkspaceId("wksp_there");
    WorkspaceState bound = new WorkspaceState(Binding.BOUND, Optional.of(payer), Optional.empty());
    world.gateways.workspaces.put(id, new Workspace(id, "gcy-prod", "zh", "cn4", bound));
  }

  private OnboardingId secondOrder() {
    return world.flow.begin(FlowTest.request().createWorkspace("second-ws", "en", "cn3").build());
  }

  @Test
  void remarks_secondOrderEntersAnotherWorkspaceThanAskedFor_namesBothAndTheWayOut() {
    workspaceOfAnEarlierOrder();
    world.gateways.dataKitHost = Optional.empty();
    OnboardingId id = secondOrder();
    world.toTheEnd(id);

    assertThat(world.flow.explain(id).remarks())
        .contains(
            ASKED
                + "wksp_there (gcy-prod, zh, cn4); neither language nor site can be changed, begin"
                + " with existingWorkspace(id) enters another");
  }

  @Test
  void remarks_secondOrderCompleted_stillNamesBoth() {
    workspaceOfAnEarlierOrder();
    OnboardingId id = secondOrder();

    assertThat(world.toTheEnd(id)).isInstanceOf(Progress.Completed.class);

    assertThat(world.flow.explain(id).remarks()).contains(ASKED + "wksp_there (gcy-prod, zh, cn4)");
  }

  @Test
  void remarks_workspaceAsAskedFor_saysNothingOfAnother() {
    OnboardingId id = secondOrder();
    world.toTheEnd(id);

    assertThat(world.flow.explain(id).remarks()).noneMatch(one -> one.contains("asked was"));
  }

  private List<String> history(OnboardingId id) {
    return world.flow.explain(id).history().stream().map(Explanation.Entry::what).toList();
  }

  @Test
  void history_ofCodes_saysWhatForAndOfWords_ofWhichTask() {
    OnboardingId id = world.flow.begin(FlowTest.request().build());
    world.toTheEnd(id);
    OnboardingFlow people = OnboardingFlow.builder().store(world.store).clock(world.clock).build();
    OnboardingId other =
        people.begin(
            OnboardingRequest.of(new OrderKey("CS-2", "CS-2-000001")).member("Wendy").build());
    Progress.Waiting waiting = (Progress.Waiting) people.advance(other);
    waiting.tasks().forEach(task -> people.record(new Fact.Confirmed(other, task.id())));

    assertThat(history(id)).contains("CODE_SENT REGISTER");
    assertThat(history(other))
        .contains(
            "TASK_CONFIRMED create-organization",
            "TASK_CONFIRMED add-member",
            "TASK_CONFIRMED bind-app");
  }
}
