package com.guance.onboarding.examples;

import static org.assertj.core.api.Assertions.assertThat;

import com.guance.onboarding.Onboarding;
import com.guance.onboarding.OnboardingFlow;
import com.guance.onboarding.Progress;
import com.guance.onboarding.StageStatus;
import com.guance.onboarding.domain.Actor;
import com.guance.onboarding.domain.Branch;
import com.guance.onboarding.domain.OnboardingId;
import com.guance.onboarding.domain.Stage;
import com.guance.onboarding.examples.backend.Hands;
import com.guance.onboarding.store.InMemorySecretStore;
import com.guance.onboarding.testkit.RemoteCall;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class BranchesTest {

  static Stream<Arguments> everyBranchInEveryMode() {
    return Arrays.stream(Branch.values())
        .flatMap(branch -> Arrays.stream(Hands.values()).map(hands -> Arguments.of(branch, hands)));
  }

  @ParameterizedTest
  @MethodSource("everyBranchInEveryMode")
  void toTheEnd_everyBranchInEveryMode_completesWithExactlyOneOfEachThing(
      Branch branch, Hands hands) {
    try (Journey journey = new Journey(hands)) {
      OnboardingId id = journey.begin(branch);

      Progress progress = journey.toTheEnd(id);

      assertThat(progress).isInstanceOf(Progress.Completed.class);
      Onboarding onboarding = ((Progress.Completed) progress).onboarding();
      assertThat(onboarding.branch()).contains(branch);
      assertThat(onboarding.stage()).isEqualTo(Stage.COMPLETED);
      assertThat(onboarding.workspace().orElseThrow().created())
          .isEqualTo(branch != Branch.ALREADY_BOUND && branch != Branch.EXISTING_WORKSPACE);
      assertThat(onboarding.billingAccount().orElseThrow().registered())
          .isEqualTo(branch == Branch.REGISTER);
      for (String list :
          new String[] {
            "orders",
            "organizations",
            "members",
            "bindings",
            "authorizations",
            "billingAccounts",
            "workspaces",
            "dataKits"
          }) {
        assertThat(journey.count(list)).as(list).isEqualTo(1);
      }
      assertThat(journey.count("guanceAccounts")).isEqualTo(guanceAccounts(branch));
    }
  }

  /** What the branch starts from or makes; a workspace that is there already names no owner. */
  private static int guanceAccounts(Branch branch) {
    return switch (branch) {
      case ALREADY_BOUND, EXISTING_WORKSPACE -> 0;
      case NEW_WORKSPACE, NEW_ACCOUNT, REGISTER -> 1;
    };
  }

  @ParameterizedTest
  @EnumSource(Branch.class)
  void toTheEnd_withGateways_everyStageIsProvenByTheSdk(Branch branch) {
    try (Journey journey = new Journey(Hands.GATEWAYS)) {
      OnboardingId id = journey.begin(branch);
      journey.toTheEnd(id);

      assertThat(journey.flow.get(id).stages())
          .hasSize(10)
          .allMatch(StageStatus::verified)
          .allMatch(status -> status.by() == Actor.SDK);
    }
  }

  @Test
  void toTheEnd_peopleAndCallbacks_theCallbacksAloneProveTheConsoleStages() {
    try (Journey journey = new Journey(Hands.PEOPLE)) {
      OnboardingId id = journey.begin(Branch.REGISTER);
      journey.toTheEnd(id);

      assertThat(journey.flow.get(id).stages())
          .filteredOn(status -> status.stage().compareTo(Stage.BILLING_ACCOUNT) < 0)
          .hasSize(6)
          .allMatch(status -> status.verified() && status.by() == Actor.CALLBACK);
      assertThat(journey.flow.explain(id).remarks())
          .anyMatch(remark -> remark.startsWith("BILLING_ACCOUNT rests on a person's word"));
    }
  }

  /** docs/remote-calls.md lists these calls, with the reason for each. */
  @ParameterizedTest
  @EnumSource(Branch.class)
  void toTheEnd_withGateways_makesTheListedCallsAndNoOther(Branch branch) {
    try (Journey journey = new Journey(Hands.GATEWAYS)) {
      journey.toTheEnd(journey.begin(branch));

      assertThat(journey.emulator.callLog())
          .extracting(RemoteCall::operation)
          .containsExactlyElementsOf(RemoteCalls.of(branch));
    }
  }

  @ParameterizedTest
  @EnumSource(Branch.class)
  void toTheEnd_withAKey_makesTheListedCallsAndNoOther(Branch branch) {
    try (Journey journey = new Journey(Hands.GATEWAYS);
        OnboardingFlow verified =
            journey.newFlow(
                OnboardingFlow.builder()
                    .verification(
                        DemoWorld.verifier(
                            journey.emulator, journey.runtime(), Duration.ofSeconds(1)),
                        InMemorySecretStore.create()))) {
      journey.toTheEnd(verified, journey.begin(branch));

      assertThat(journey.emulator.callLog())
          .extracting(RemoteCall::operation)
          .containsExactlyElementsOf(RemoteCalls.withKey(branch));
    }
  }
}
