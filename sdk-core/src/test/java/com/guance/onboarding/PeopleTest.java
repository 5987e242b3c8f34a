package com.guance.onboarding;

import static com.guance.onboarding.FlowTest.ORDER;
import static com.guance.onboarding.FlowTest.request;
import static com.guance.onboarding.FlowTest.without;
import static org.assertj.core.api.Assertions.assertThat;

import com.guance.onboarding.domain.BillingChoice;
import com.guance.onboarding.domain.Fact;
import com.guance.onboarding.domain.Field;
import com.guance.onboarding.domain.HuaweiAccountId;
import com.guance.onboarding.domain.InputField;
import com.guance.onboarding.domain.OnboardingId;
import com.guance.onboarding.domain.OnboardingRequest;
import com.guance.onboarding.domain.OrderKey;
import com.guance.onboarding.domain.PersonTask;
import com.guance.onboarding.domain.Problem;
import com.guance.onboarding.domain.Secret;
import com.guance.onboarding.domain.ShortName;
import com.guance.onboarding.domain.SignInName;
import com.guance.onboarding.domain.Source;
import com.guance.onboarding.domain.TaskKind;
import com.guance.onboarding.domain.WorkspaceChoice;
import com.guance.onboarding.spi.Observations;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** People work at both sides; at most the order is read. */
class PeopleTest {

  private static final Set<TaskKind> ANSWERED =
      EnumSet.of(TaskKind.CHOOSE_BILLING, TaskKind.PROVIDE_DETAILS, TaskKind.CORRECT);

  private final MovableClock clock = new MovableClock(Instant.parse("2026-01-01T00:00:00Z"));
  private final FakeGateways orders = new FakeGateways(clock).order(ORDER, "buyer-1");
  private final OnboardingFlow flow =
      OnboardingFlow.builder().clock(clock).orders(orders).callbacks(false).build();
  private final List<TaskKind> done = new ArrayList<>();

  /** People do all that they are asked to do, and answer nothing. */
  private Progress acts(OnboardingId id) {
    Progress progress = flow.advance(id);
    for (int i = 0; i < 20 && progress instanceof Progress.Waiting waiting; i++) {
      for (PersonTask task : waiting.tasks()) {
        if (!ANSWERED.contains(task.kind())) {
          done.add(task.kind());
          flow.record(new Fact.Confirmed(id, task.id(), told(task)));
        }
      }
      progress = flow.advance(id);
    }
    return progress;
  }

  private static Map<String, String> told(PersonTask task) {
    return asked(task).contains("workspace.id") ? Map.of("workspace.id", "wksp_1") : Map.of();
  }

  @Test
  void advance_nothingKnownAndNoCallbacks_asksWhatOnlyThePersonKnows() {
    Map<String, String> known =
        Map.of(
            "organization.name", "GCY Ltd",
            "organization.shortName", "gcy",
            "member.account", "Wendy",
            "billing.userName", "gcy-ops");
    OnboardingId id =
        flow.begin(
            OnboardingRequest.of(ORDER)
                .with(Field.BILLING_CHOICE, "register")
                .with(Field.WORKSPACE_SITE, "cn4")
                .terms("2026-01", "Wendy", Instant.parse("2026-01-01T00:00:00Z"))
                .build());
    Progress progress = flow.advance(id);
    for (int i = 0; i < 4; i++) {
      for (PersonTask task : ((Progress.Waiting) progress).tasks()) {
        assertThat(task.inputs()).noneMatch(InputField::required);
        Map<String, String> told = new HashMap<>(known);
        told.keySet().retainAll(asked(task));
        flow.record(new Fact.Confirmed(id, task.id(), told));
      }
      progress = flow.advance(id);
    }

    Onboarding seen = flow.get(id);
    assertThat(seen.organization().orElseThrow().shortName().value()).isEqualTo("gcy");
    assertThat(seen.organization().orElseThrow().name()).isEqualTo("GCY Ltd");
    assertThat(seen.signInName()).contains(new SignInName("Wendy", new ShortName("gcy")));
    assertThat(seen.billingAccount().orElseThrow().userName()).isEqualTo("gcy-ops");
  }

  @Test
  void advance_organizationAndMemberKnown_asksForNothingAgain() {
    Progress first = flow.advance(flow.begin(request().build()));

    assertThat(((Progress.Waiting) first).tasks()).allMatch(task -> task.inputs().isEmpty());
  }

  private static List<TaskKind> kinds(Progress progress) {
    return ((Progress.Waiting) progress).tasks().stream().map(PersonTask::kind).toList();
  }

  private static Problem problem(Progress progress) {
    return ((Progress.Waiting) progress).problem().orElseThrow();
  }

  @Test
  void advance_claimIsNotTheBuyers_isToldAtOnceAndOpensNoEntry() {
    OnboardingId id =
        flow.begin(
            request()
                .with(Field.HUAWEI_ACCOUNT_ID, "somebody-else")
                .with(Field.BILLING_CHOICE, BillingChoice.ALREADY_BOUND.code())
                .build());

    Progress first = flow.advance(id);
    assertThat(problem(first).code()).isEqualTo("HUAWEI_ACCOUNT_CONFLICT");
    assertThat(kinds(first)).contains(TaskKind.CREATE_ORGANIZATION, TaskKind.CORRECT);

    Progress stuck = acts(id);
    assertThat(kinds(stuck)).containsExactly(TaskKind.CORRECT);
    assertThat(problem(stuck).code()).isEqualTo("HUAWEI_ACCOUNT_CONFLICT");
    assertThat(problem(stuck).remedy()).doesNotContain("none");
    assertThat(done).doesNotContain(TaskKind.ENTER_WORKSPACE);
    assertThat(flow.get(id).workspace()).isEmpty();

    flow.begin(
        OnboardingRequest.of(ORDER).claimedHuaweiAccount(new HuaweiAccountId("buyer-1")).build());
    assertThat(acts(id)).isInstanceOf(Progress.Completed.class);
    assertThat(done).contains(TaskKind.ENTER_WORKSPACE);
  }

  @ParameterizedTest
  @EnumSource(BillingChoice.class)
  void advance_trustedSourcesDisagree_isAProblemOfTheOperatorAndNobodysTask(BillingChoice choice) {
    OnboardingId id = flow.begin(request().with(Field.BILLING_CHOICE, choice.code()).build());
    flow.record(Observations.accountProven(id, new HuaweiAccountId("buyer-2"), Source.CALLBACK));

    Progress stuck = acts(id);

    assertThat(kinds(stuck)).isEmpty();
    assertThat(problem(stuck).code()).isEqualTo("HUAWEI_ACCOUNT_DISPUTED");
    assertThat(problem(stuck).mender()).isEqualTo(Problem.Mender.OPERATOR);
    assertThat(done)
        .doesNotContain(
            TaskKind.ENTER_WORKSPACE,
            TaskKind.REGISTER_BILLING_ACCOUNT,
            TaskKind.BIND_BILLING_ACCOUNT);
    assertThat(flow.cancel(id, "nobody knows whose it is")).isInstanceOf(Progress.Abandoned.class);
  }

  @Test
  void advance_trustedSourcesDisagreeBeforeAGateway_makesNothingAndAsksForNothing() {
    OnboardingFlow gateways =
        OnboardingFlow.builder().clock(clock).marketplace(orders).billing(orders).build();
    OnboardingId id = gateways.begin(request().build());
    gateways.record(
        Observations.accountProven(id, new HuaweiAccountId("buyer-2"), Source.CALLBACK));

    Progress stuck = gateways.advance(id, FlowTest.answers());

    assertThat(kinds(stuck)).isEmpty();
    assertThat(problem(stuck).code()).isEqualTo("HUAWEI_ACCOUNT_DISPUTED");
    assertThat(orders.effects).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(
      value = WorkspaceChoice.class,
      names = {"CREATE", "REGISTER_ACCOUNT"})
  void advance_newWorkspaceWithoutWhatIsFixedAtCreation_isAskedBeforeSomebodyCreatesIt(
      WorkspaceChoice choice) {
    OnboardingRequest known =
        without(
            Field.BILLING_CHOICE,
            Field.WORKSPACE_CHOICE,
            Field.WORKSPACE_NAME,
            Field.WORKSPACE_LANGUAGE,
            Field.WORKSPACE_SITE);
    OnboardingRequest.Builder request = OnboardingRequest.of(ORDER);
    known.answers().forEach(request::with);
    OnboardingId id =
        flow.begin(
            request
                .with(Field.BILLING_CHOICE, BillingChoice.BIND.code())
                .with(Field.WORKSPACE_CHOICE, choice.code())
                .build());

    Progress.Waiting waiting = (Progress.Waiting) acts(id);

    assertThat(kinds(waiting)).containsExactly(TaskKind.PROVIDE_DETAILS);
    assertThat(asked(waiting.tasks().get(0)))
        .containsExactly("workspace.name", "workspace.language", "workspace.site");
    assertThat(done).doesNotContain(TaskKind.CREATE_WORKSPACE, TaskKind.REGISTER_GUANCE_ACCOUNT);
    flow.advance(id, answers());
    assertThat(acts(id)).isInstanceOf(Progress.Completed.class);
    assertThat(flow.get(id).workspace().orElseThrow().form().language()).contains("zh");
    assertThat(flow.get(id).workspace().orElseThrow().form().site()).contains("cn4");
  }

  @ParameterizedTest
  @EnumSource(
      value = BillingChoice.class,
      names = {"REGISTER", "BIND"})
  void advance_nobodyHasAcceptedTheTerms_isAskedBeforeSomebodyRegistersOrBinds(
      BillingChoice choice) {
    OnboardingRequest.Builder request = OnboardingRequest.of(ORDER);
    without(Field.BILLING_CHOICE, Field.TERMS_VERSION, Field.TERMS_ACCEPTED_BY, Field.TERMS_AT)
        .answers()
        .forEach(request::with);
    OnboardingId id = flow.begin(request.with(Field.BILLING_CHOICE, choice.code()).build());

    Progress.Waiting waiting = (Progress.Waiting) acts(id);

    assertThat(asked(waiting.tasks().get(0)))
        .containsExactly("terms.version", "terms.acceptedBy", "terms.at");
    assertThat(done)
        .doesNotContain(TaskKind.REGISTER_BILLING_ACCOUNT, TaskKind.BIND_BILLING_ACCOUNT);
    flow.advance(id, answers());
    assertThat(acts(id)).isInstanceOf(Progress.Completed.class);
  }

  @Test
  void advance_buyerHasTwoOrders_eachTaskIsOfItsOwnAndTheWordsNameTheOneToBind() {
    OrderKey second = new OrderKey("CS-2", "CS-2-000007");
    orders.order(second, "buyer-1");

    for (OrderKey order : List.of(ORDER, second)) {
      OnboardingId id =
          flow.begin(OnboardingRequest.of(order).organization("GCY Ltd", "gcy").build());
      List<PersonTask> tasks = ((Progress.Waiting) flow.advance(id)).tasks();
      assertThat(tasks).isNotEmpty().extracting(PersonTask::order).containsOnly(order);
      PersonTask bind =
          tasks.stream().filter(task -> task.kind() == TaskKind.BIND_APP).findFirst().orElseThrow();
      assertThat(bind.textEn())
          .endsWith(
              "The order is %s, its line %s.".formatted(order.orderId(), order.orderLineId()));
      assertThat(bind.textZh())
          .endsWith("订单号：%s，订单项：%s。".formatted(order.orderId(), order.orderLineId()));
    }
  }

  private static List<String> asked(PersonTask task) {
    return task.inputs().stream().map(InputField::name).toList();
  }

  private static Answers answers() {
    Map<Field, String> all = request().build().answers();
    return task -> {
      Map<String, Secret> values = new HashMap<>();
      for (InputField input : task.inputs()) {
        Optional.ofNullable(all.get(Field.of(input.name()).orElseThrow()))
            .ifPresent(value -> values.put(input.name(), Secret.of(value)));
      }
      return task.kind() == TaskKind.PROVIDE_DETAILS ? Optional.of(values) : Optional.empty();
    };
  }
}
