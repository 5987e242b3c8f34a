package com.guance.onboarding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.guance.onboarding.domain.Field;
import com.guance.onboarding.domain.InputField;
import com.guance.onboarding.domain.OnboardingId;
import com.guance.onboarding.domain.OnboardingRequest;
import com.guance.onboarding.domain.PersonTask;
import com.guance.onboarding.domain.Secret;
import com.guance.onboarding.domain.TaskKind;
import com.guance.onboarding.domain.WorkspaceId;
import com.guance.onboarding.error.ConflictException;
import com.guance.onboarding.error.TransportException;
import com.guance.onboarding.spi.Commit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a refusal opens: all that it alone had fixed, and nothing that may have taken effect. */
class RefusedChoiceTest {

  private static final WorkspaceId THERE = new WorkspaceId("wksp_there");

  private final FlowTest world = new FlowTest();
  private final FakeGateways gateways = world.gateways;

  @BeforeEach
  void keys() {
    gateways.idempotent = true;
  }

  private static OnboardingRequest.Builder order() {
    return OnboardingRequest.of(FlowTest.ORDER);
  }

  private static OnboardingRequest.Builder bind() {
    return FlowTest.request()
        .bindBillingAccount("gcy-ops", "wendy@example.com")
        .workspaceOwner("wendy@example.com");
  }

  private Progress.Waiting refused(OnboardingRequest.Builder request, String code) {
    Progress.Waiting waiting = (Progress.Waiting) world.toTheEnd(world.flow.begin(request.build()));
    assertThat(waiting.problem().orElseThrow().code()).isEqualTo(code);
    return waiting;
  }

  private Progress.Waiting refusedBinding() {
    gateways.refuseNext("bind", "ACCOUNT_NOT_FOUND", "billing.userName");
    return refused(bind(), "ACCOUNT_NOT_FOUND");
  }

  private void completes(OnboardingRequest.Builder other) {
    OnboardingId id = world.flow.begin(other.build());
    assertThat(world.toTheEnd(id)).isInstanceOf(Progress.Completed.class);
    assertThat(gateways.count("billing account")).isEqualTo(1);
    assertThat(gateways.count("workspace binding")).isEqualTo(1);
  }

  @Test
  void bind_refused_canBecomeRegister() {
    refusedBinding();

    completes(order().with(Field.BILLING_CHOICE, "register"));
  }

  @Test
  void bind_refused_canBecomeRegisterOfAnotherNameAndAddress() {
    refusedBinding();

    completes(order().registerBillingAccount("gcy-new", "ops@example.com"));
    assertThat(gateways.accounts.values()).extracting("userName").containsExactly("gcy-new");
  }

  @Test
  void existing_refused_canBecomeCreate() {
    there();
    gateways.refuseNext("bind workspace", "WORKSPACE_BOUND_ELSEWHERE", "workspace.id");
    refused(bind().existingWorkspace(THERE), "WORKSPACE_BOUND_ELSEWHERE");

    completes(order().createWorkspace("gcy-prod", "zh", "cn4"));
    assertThat(gateways.workspace(THERE).state().bound()).isFalse();
  }

  /** Nobody has named it: it was the only one, and it gives way to the one that is wished for. */
  @Test
  void existingThatWasPicked_refused_canBecomeCreate() {
    there();
    gateways.refuseNext("bind workspace", "WORKSPACE_BOUND_ELSEWHERE", "workspace.id");
    refused(bind().with(Field.WORKSPACE_CHOICE, "existing"), "WORKSPACE_BOUND_ELSEWHERE");

    completes(order().createWorkspace("gcy-prod", "zh", "cn4"));
    assertThat(gateways.workspace(THERE).state().bound()).isFalse();
  }

  @Test
  void create_refused_canBecomeRegisterAccount() {
    gateways.refuseNext("create workspace", "EMAIL_NOT_REGISTERED", "workspace.email");
    refused(bind(), "EMAIL_NOT_REGISTERED");

    completes(
        order()
            .with(Field.WORKSPACE_CHOICE, "register-account")
            .with(Field.WORKSPACE_USER_NAME, "gcy-new"));
  }

  private void there() {
    gateways.workspaces.put(THERE, FakeGateways.unbound(THERE));
  }

  @Test
  void correct_ofARefusedName_offersTheOtherChoiceBesideIt() {
    PersonTask task = refusedBinding().tasks().get(0);

    assertThat(task.kind()).isEqualTo(TaskKind.CORRECT);
    assertThat(task.inputs())
        .extracting(InputField::name)
        .containsExactly("billing.userName", "billing.choice");
    assertThat(task.inputs()).noneMatch(InputField::required);
    assertThat(task.inputs().get(1).options()).containsExactly("register");
  }

  @Test
  void correct_answeredWithOneOfTheTwo_goesOn() {
    for (Map.Entry<String, String> one :
        Map.of("billing.userName", "gcy-right", "billing.choice", "register").entrySet()) {
      RefusedChoiceTest fresh = new RefusedChoiceTest();
      fresh.keys();
      OnboardingId id = fresh.refusedBinding().tasks().get(0).onboarding();

      fresh.world.flow.advance(
          id,
          task ->
              task.kind() == TaskKind.CORRECT
                  ? Optional.of(Map.of(one.getKey(), Secret.of(one.getValue())))
                  : Optional.empty());

      assertThat(fresh.world.toTheEnd(id)).as(one.getKey()).isInstanceOf(Progress.Completed.class);
    }
  }

  @Test
  void begin_afterALostAnswer_replacesNothingAndWhatWasMadeIsFound() {
    gateways.afterEffect = () -> loseTheAnswerOf("billing account");
    OnboardingId id = world.flow.begin(FlowTest.request().build());
    world.flow.advance(id, FlowTest.answers());
    gateways.afterEffect = () -> {};

    assertThatThrownBy(() -> world.flow.begin(order().with(Field.BILLING_CHOICE, "bind").build()))
        .isInstanceOf(ConflictException.class)
        .hasMessageContaining("billing.choice");
    assertThat(world.toTheEnd(id)).isInstanceOf(Progress.Completed.class);
    assertThat(gateways.count("billing account")).isEqualTo(1);
  }

  private void loseTheAnswerOf(String effect) {
    if (gateways.effects.get(gateways.effects.size() - 1).equals(effect)) {
      throw TransportException.unanswered("fake", effect, "cut off", null);
    }
  }

  /** The first request may still arrive: what it carries is not replaced because of the second. */
  @Test
  void begin_refusedAfterAnUnknownOutcome_replacesTheRefusedValueAlone() {
    gateways.refusals.put("bind", TransportException.unanswered("fake", "bind", "cut off", null));
    OnboardingId id = world.flow.begin(bind().build());
    world.flow.advance(id, FlowTest.answers());
    gateways.refuseNext("bind", "ACCOUNT_NOT_FOUND", "billing.userName");
    Progress.Waiting waiting = (Progress.Waiting) world.toTheEnd(id);

    assertThat(waiting.tasks().get(0).inputs())
        .extracting(InputField::name)
        .containsExactly("billing.userName");
    assertThatThrownBy(
            () -> world.flow.begin(order().with(Field.BILLING_CHOICE, "register").build()))
        .isInstanceOf(ConflictException.class)
        .hasMessageContaining("billing.choice");
    completes(order().with(Field.BILLING_USER_NAME, "gcy-right"));
  }

  /** Another node meets what a dead one has left: used for good, because nobody knows better. */
  @Test
  void begin_afterACrashBetweenClaimAndAnswer_isRefusedOnEveryNode() {
    OnboardingFlow dying =
        OnboardingFlow.builder()
            .store(world.store)
            .clock(world.clock)
            .marketplace(gateways)
            .billing(gateways)
            .observer(
                new FlowObserver() {
                  @Override
                  public void stepStarted(OnboardingId one, String step, int attempt) {
                    if (step.equals("bind billing account")) {
                      throw new StackOverflowError("killed");
                    }
                  }
                })
            .build();
    OnboardingId id = dying.begin(bind().build());
    assertThatThrownBy(() -> dying.advance(id, FlowTest.answers()))
        .isInstanceOf(StackOverflowError.class);

    assertThatThrownBy(
            () -> world.newFlow().begin(order().with(Field.BILLING_CHOICE, "register").build()))
        .isInstanceOf(ConflictException.class);
  }

  @Test
  void begin_onAnotherNodeThanTheOneThatWasRefused_replacesTheChoice() {
    OnboardingId id = refusedBinding().tasks().get(0).onboarding();

    OnboardingFlow other = world.newFlow();
    other.begin(order().with(Field.BILLING_CHOICE, "register").build());

    other.advance(id, FlowTest.answers());
    assertThat(gateways.accounts).hasSize(1);
  }

  /** Nobody may see the one without the other, and no crash may come between the two. */
  @Test
  void refusal_andWhatItOpens_areStoredInOneCommit() {
    CountingStore store = new CountingStore();
    OnboardingFlow flow =
        OnboardingFlow.builder()
            .store(store)
            .clock(world.clock)
            .marketplace(gateways)
            .billing(gateways)
            .build();
    gateways.refuseNext("bind", "ACCOUNT_NOT_FOUND", "billing.userName");
    flow.advance(flow.begin(bind().build()), FlowTest.answers());

    List<Commit> refusals =
        store.commits.stream()
            .filter(one -> one.facts().stream().anyMatch(row -> row.key().startsWith("REFUSED")))
            .toList();
    assertThat(refusals).hasSize(1);
    int at = store.commits.indexOf(refusals.get(0));
    assertThat(used(store.commits.get(at - 1))).contains("billing.choice", "terms.at");
    assertThat(used(refusals.get(0)))
        .contains("organization.shortName")
        .doesNotContain("billing.", "terms.", "workspace.");
  }

  private static String used(Commit commit) {
    String body = commit.snapshot().orElseThrow().body();
    return body.substring(body.indexOf("\"u\":["), body.indexOf(']', body.indexOf("\"u\":[")));
  }

  /** Its acts may be several calls, of which the last is refused. */
  @Test
  void begin_refusedByAGatewayWithoutKeys_replacesTheRefusedValueAlone() {
    gateways.idempotent = false;
    refusedBinding();

    assertThatThrownBy(
            () -> world.flow.begin(order().with(Field.BILLING_CHOICE, "register").build()))
        .isInstanceOf(ConflictException.class);
    completes(order().with(Field.BILLING_USER_NAME, "gcy-right"));
  }

  @Test
  void shortName_refusedAtCreationOrBinding_opensTheNameWithIt() {
    refused(FlowTest.request().organization("GCY Ltd", "taken"), "SHORT_NAME_TAKEN");
    gateways.refuseNext("bind app", "PRODUCT_ALREADY_BOUND", "organization.shortName");
    refused(order().organization("GCY Zwei", "gcy2"), "PRODUCT_ALREADY_BOUND");

    completes(order().organization("GCY Drei", "gcy3"));
    assertThat(gateways.organizations.values())
        .extracting("name")
        .containsExactlyInAnyOrder("GCY Zwei", "GCY Drei");
  }

  @Test
  void account_refusedAtTheAuthorization_opensTheNameWithIt() {
    gateways.refuseNext("authorize", "MEMBER_NOT_IN_ORGANIZATION", "member.account");
    refused(FlowTest.request(), "MEMBER_NOT_IN_ORGANIZATION");

    completes(order().member("Wanda"));
  }
}
