package com.guance.onboarding.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.guance.onboarding.FlowObserver;
import com.guance.onboarding.OnboardingFlow;
import com.guance.onboarding.Progress;
import com.guance.onboarding.domain.Branch;
import com.guance.onboarding.domain.LookupKey;
import com.guance.onboarding.domain.OnboardingId;
import com.guance.onboarding.domain.OnboardingRequest;
import com.guance.onboarding.domain.OrderKey;
import com.guance.onboarding.domain.Problem;
import com.guance.onboarding.domain.TaskKind;
import com.guance.onboarding.domain.WorkspaceId;
import com.guance.onboarding.error.ConflictException;
import com.guance.onboarding.examples.backend.Hands;
import com.guance.onboarding.huawei.gateway.JointOperationsGateway;
import com.guance.onboarding.huawei.gateway.JointOperationsSettings;
import com.guance.onboarding.testkit.NewOrder;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Crashes, races and strangers: one of each thing, and nothing that is somebody else's. */
class HardCasesTest {

  private static final OrderKey SECOND = new OrderKey("CS-SECOND", "CS-SECOND-000001");

  /** What a test's process dies of: nobody catches it, and nothing is cleaned up. */
  private static final class Killed extends Error {
    private static final long serialVersionUID = 1L;
  }

  @Test
  void begin_twiceAtOnce_isOneOnboarding() throws Exception {
    try (Journey journey = new Journey(Hands.GATEWAYS)) {
      OnboardingRequest request =
          DemoWorld.prepare(journey.emulator, journey.request, Branch.REGISTER);
      Set<OnboardingId> ids = new HashSet<>();
      for (Future<OnboardingId> done : inParallel(16, () -> journey.newFlow().begin(request))) {
        ids.add(done.get());
      }
      assertThat(ids).hasSize(1);
      assertThat(journey.flow.find(new LookupKey.ByOrder(request.order()))).hasSize(1);
    }
  }

  private static <T> List<Future<T>> inParallel(int callers, Callable<T> call)
      throws InterruptedException {
    ExecutorService pool = Executors.newFixedThreadPool(callers);
    try {
      List<Callable<T>> calls = new ArrayList<>();
      for (int i = 0; i < callers; i++) {
        calls.add(call);
      }
      return pool.invokeAll(calls);
    } finally {
      pool.shutdown();
    }
  }

  @Test
  void crash_afterTheCodeWasTyped_theTaskIsOpenAgainAndTheAnswerCompletes() {
    try (Journey journey = new Journey(Hands.GATEWAYS)) {
      OnboardingId id = journey.begin(Branch.REGISTER);
      OnboardingFlow dying =
          journey.newFlow(
              OnboardingFlow.builder()
                  .observer(
                      new FlowObserver() {
                        @Override
                        public void stepStarted(OnboardingId one, String step, int attempt) {
                          if (step.equals("register billing account")) {
                            throw new Killed();
                          }
                        }
                      }));
      assertThatThrownBy(() -> dying.advance(id, journey::answer)).isInstanceOf(Killed.class);

      Progress.Waiting claimed = (Progress.Waiting) journey.flow.advance(id, journey::answer);
      assertThat(claimed.notBefore()).as("the dead owner's claim runs out").isPresent();
      journey.pass(claimed);
      Progress.Waiting open = (Progress.Waiting) journey.flow.advance(id);
      assertThat(open.tasks())
          .extracting("kind")
          .contains(TaskKind.ENTER_CODE, TaskKind.SET_PASSWORD);
      assertThat(journey.store.facts(id).toString())
          .doesNotContain(Journey.PASSWORD)
          .doesNotContain(journey.emulator.mail().code("wendy@example.com").orElseThrow().reveal());
      assertThat(journey.toTheEnd(id)).isInstanceOf(Progress.Completed.class);
      assertThat(journey.count("billingAccounts")).isEqualTo(1);
    }
  }

  @Test
  void begin_anotherCustomersAccountIdIsClaimed_neverEntersThatCustomersWorkspace() {
    try (Journey journey = new Journey(Hands.GATEWAYS)) {
      var stranger = journey.emulator.buyer().newAccount();
      var account =
          journey.emulator.given().billingAccount(stranger, "other", "o@example.com", "Other");
      journey.emulator.given().boundWorkspace(account, "prod", "zh", "cn4");
      OnboardingId id = journey.begin(Branch.REGISTER);
      journey.flow.begin(
          OnboardingRequest.of(journey.request.order()).claimedHuaweiAccount(stranger).build());

      Progress.Waiting waiting = (Progress.Waiting) journey.toTheEnd(id);

      assertThat(waiting.problem().orElseThrow().code()).isEqualTo("HUAWEI_ACCOUNT_CONFLICT");
      assertThat(journey.flow.get(id).workspace()).isEmpty();
    }
  }

  @Test
  void secondOrderOfOneProduct_toTheSameOrganization_isRefusedUnlessMultiInstance() {
    try (Journey journey = new Journey(Hands.GATEWAYS)) {
      journey.toTheEnd(journey.begin(Branch.REGISTER));
      OnboardingId second = second(journey, false, "gcy");

      Progress.Waiting waiting =
          (Progress.Waiting) journey.toTheEnd(second, SECOND, journey::answer);

      assertThat(waiting.problem().orElseThrow().code()).isEqualTo("PRODUCT_ALREADY_BOUND");
      assertThat(waiting.problem().orElseThrow().field()).contains("organization.shortName");
      assertThat(waiting.tasks()).extracting("kind").contains(TaskKind.CORRECT);
    }
    try (Journey journey = new Journey(Hands.GATEWAYS)) {
      journey.toTheEnd(journey.begin(Branch.REGISTER));
      OnboardingId second = second(journey, true, "gcy");
      assertThat(journey.toTheEnd(second, SECOND, journey::answer))
          .isInstanceOf(Progress.Completed.class);
    }
  }

  @Test
  void secondOrderOfOneAccount_entersWithoutLoginAndRegistersNothing() {
    try (Journey journey = new Journey(Hands.GATEWAYS)) {
      journey.toTheEnd(journey.begin(Branch.REGISTER));
      OnboardingId second = second(journey, false, "gcy2");

      assertThat(journey.toTheEnd(second, SECOND, journey::answer))
          .isInstanceOf(Progress.Completed.class);

      assertThat(journey.flow.get(second).branch()).contains(Branch.ALREADY_BOUND);
      assertThat(journey.count("billingAccounts")).isEqualTo(1);
      assertThat(journey.count("organizations")).isEqualTo(2);
      assertThat(journey.flow.explain(second).remarks())
          .anyMatch(remark -> remark.contains("became already-bound"));
    }
  }

  private static OnboardingId second(Journey journey, boolean multiInstance, String shortName) {
    return journey.flow.begin(
        journey
            .buyAgain(first(journey), SECOND, multiInstance)
            .organization("GCY Ltd", shortName)
            .build());
  }

  private static OnboardingId first(Journey journey) {
    return journey.flow.find(new LookupKey.ByOrder(journey.request.order())).get(0).id();
  }

  @Test
  void begin_otherDetailsAfterCancel_namesTheReason() {
    try (Journey journey = new Journey(Hands.GATEWAYS)) {
      OnboardingId id = journey.begin(Branch.REGISTER);
      journey.flow.cancel(id, "ordered twice");
      OnboardingRequest other =
          OnboardingRequest.of(journey.request.order()).organization("Other", "other").build();

      assertThatThrownBy(() -> journey.newFlow().begin(other))
          .isInstanceOf(ConflictException.class)
          .hasMessageContaining("ordered twice");
    }
  }

  @Test
  void orderThatNobodyKnows_isNamedUntilItIsThere() {
    try (Journey journey = new Journey(Hands.GATEWAYS)) {
      OnboardingId id = journey.flow.begin(journey.sample(Branch.REGISTER).build());
      journey.flow.advance(id);
      journey.emulator.clock().advance(Duration.ofHours(1));

      Progress.Waiting waiting = (Progress.Waiting) journey.flow.advance(id);

      Problem problem = waiting.problem().orElseThrow();
      assertThat(problem.code()).isEqualTo("ORDER_NOT_FOUND");
      assertThat(problem.mender()).isEqualTo(Problem.Mender.PARTNER);
      assertThat(journey.flow.explain(id).toJson()).contains("ORDER_NOT_FOUND");
      journey
          .emulator
          .buyer()
          .purchase(
              NewOrder.builder()
                  .order(journey.request.order())
                  .buyer(journey.emulator.buyer().newAccount())
                  .build());
      assertThat(journey.toTheEnd(id)).isInstanceOf(Progress.Completed.class);
    }
  }

  @Test
  void workspaceOfTheSameName_ownedByAnotherCustomer_isNotAdopted() {
    try (Journey journey = new Journey(Hands.GATEWAYS)) {
      WorkspaceId other = journey.emulator.given().workspaceOfSomebodyElse("gcy-prod");
      OnboardingId id = journey.begin(Branch.REGISTER);
      journey.toTheEnd(id);
      assertThat(journey.flow.get(id).workspace().orElseThrow().id()).isNotEqualTo(other);
    }
  }

  @Test
  void plainHttp_toAnotherHost_isRefusedBeforeAnythingIsSent() {
    assertThatThrownBy(
            () ->
                JointOperationsGateway.connect(
                    JointOperationsSettings.builder()
                        .baseUrl(URI.create("http://gateway.example.com"))
                        .build()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("baseUrl");
  }
}
