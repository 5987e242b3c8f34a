package com.guance.onboarding;

import static org.assertj.core.api.Assertions.assertThat;

import com.guance.onboarding.domain.Detail;
import com.guance.onboarding.domain.FactKind;
import com.guance.onboarding.domain.Field;
import com.guance.onboarding.domain.InputField;
import com.guance.onboarding.domain.InvalidInputException;
import com.guance.onboarding.domain.Names;
import com.guance.onboarding.domain.Observed;
import com.guance.onboarding.domain.OnboardingId;
import com.guance.onboarding.domain.PersonTask;
import com.guance.onboarding.domain.Site;
import com.guance.onboarding.domain.Source;
import com.guance.onboarding.domain.Stage;
import com.guance.onboarding.domain.TaskKind;
import com.guance.onboarding.domain.VerificationId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.StringLength;

/** A form says beside each input what the value must be, before anybody has typed one. */
class TaskInputsProperties {

  private static final OnboardingId ID = new OnboardingId("onb_1");
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
  private static final VerificationId SENT = new VerificationId("ver-1");
  private static final String CANARY = "canary-4f1c";
  private static final String SITE = "canary4";
  private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}");

  private static Observed answer(Field field) {
    return Observed.of(FactKind.ANSWERED, Source.PARTNER)
        .names(Names.of(ID))
        .subject(field.path())
        .with(Detail.ANSWER, field == Field.WORKSPACE_SITE ? SITE : CANARY)
        .at(START)
        .build();
  }

  private static Tasks maker() {
    List<Observed> facts = new ArrayList<>();
    facts.add(Inbox.ordered(FlowTest.ORDER, Source.PARTNER));
    Arrays.stream(Field.values()).map(TaskInputsProperties::answer).forEach(facts::add);
    return new Tasks(FlowState.of(ID, facts), Pointers.none());
  }

  /** A task of every kind, each as full of inputs as it can be. */
  private static List<PersonTask> tasksOfEveryKind() {
    Tasks tasks = maker();
    List<PersonTask> all = new ArrayList<>();
    all.add(tasks.details(Stage.WORKSPACE, List.of(Field.values())));
    all.add(tasks.chooseBilling(true));
    all.add(tasks.chooseBilling(false));
    all.add(tasks.enterCode(Stage.WORKSPACE, SecretUse.BIND_CODE, SENT, Optional.of(START)));
    all.add(tasks.codeAgain(Stage.WORKSPACE, SecretUse.BIND_CODE, SENT));
    all.add(tasks.password(Stage.WORKSPACE, Slugs.GUANCE_PASSWORD, SecretUse.GUANCE_PASSWORD));
    all.add(tasks.createApiKey(Slugs.CREATE_API_KEY));
    for (TaskKind kind : TaskKind.values()) {
      all.add(
          tasks.console(kind, Stage.WORKSPACE, "slug", Optional.empty(), List.of(Field.values())));
    }
    return all;
  }

  @Provide
  Arbitrary<PersonTask> tasks() {
    return Arbitraries.of(tasksOfEveryKind());
  }

  @Property
  void input_ofAnyTask_saysItsRuleAndIsRefusedInTheSameWords(
      @ForAll("tasks") PersonTask task, @ForAll @StringLength(max = 300) String text) {
    for (InputField input : task.inputs()) {
      String rule = input.label().rule();
      assertThat(rule).as("%s of %s", input.name(), task).isNotBlank().doesNotContain(CANARY, SITE);
      assertThat(input.label().ruleZh())
          .as("%s of %s", input.name(), task)
          .containsPattern(CHINESE)
          .doesNotContain(CANARY, SITE);
      assertThat(input.secret()).isEqualTo(Field.of(input.name()).isEmpty());
      Field.of(input.name())
          .ifPresent(
              field -> {
                assertThat(rule).isEqualTo(field.rule());
                assertThat(input.label().ruleZh()).isEqualTo(field.ruleZh());
                assertRefusedBy(field, text, rule);
              });
    }
  }

  private static void assertRefusedBy(Field field, String text, String rule) {
    try {
      field.check(text);
    } catch (InvalidInputException refused) {
      assertThat(refused.field()).isEqualTo(field.path());
      assertThat(refused.rule()).isEqualTo(rule);
    }
  }

  @Property
  void check_whatNoRuleAllows_isRefusedInTheWordsOfTheRule(@ForAll Field field) {
    for (String never : List.of("", "  ", "a\nb", "x".repeat(300))) {
      assertThat(refusal(field, never).rule()).isEqualTo(field.rule());
      assertThat(refusal(field, never).field()).isEqualTo(field.path());
    }
  }

  private static InvalidInputException refusal(Field field, String text) {
    try {
      field.check(text);
    } catch (InvalidInputException refused) {
      return refused;
    }
    throw new AssertionError(field + " takes it");
  }

  @Property
  void correct_anyField_saysTheFormAndWhyTheValueWasRefused(@ForAll Field field) {
    assertThat(corrected(field, "is taken"))
        .isEqualTo(field.rule() + "; the value that was refused is taken");
  }

  @Property
  void correct_refusalThatSaysWhatItMustBe_isFollowedByTheFormUnlessThereIsAChoice(
      @ForAll Field field) {
    boolean chosen = !input(field, "must not be reserved").options().isEmpty();

    assertThat(corrected(field, "must not be reserved"))
        .isEqualTo("must not be reserved" + (chosen ? "" : "; " + field.rule()));
    assertThat(corrected(field, field.rule())).isEqualTo(field.rule());
  }

  @Property
  void correct_anyField_saysInChineseTheFormAndWhyTheValueWasRefused(@ForAll Field field) {
    InputField given = input(field, "is taken");
    String form = given.options().isEmpty() ? field.ruleZh() : "须为所列选项之一";
    InputField never =
        new Tasks(
                FlowState.of(ID, List.of(Inbox.ordered(FlowTest.ORDER, Source.PARTNER))),
                Pointers.none())
            .correct(Stage.WORKSPACE, field, START, "is taken")
            .inputs()
            .get(0);

    assertThat(given.label().ruleZh()).isEqualTo(form + "；之前填写的值已被占用，请换一个");
    assertThat(never.label().ruleZh()).isEqualTo(form);
    assertThat(input(field, "is a vendor's own word").label().ruleZh())
        .isEqualTo(form + "；之前填写的值未被接受，请换一个");
  }

  @Example
  void correct_noMoreOrganizations_saysInChineseThatItMustBeOneThatExists() {
    String refusal = "must be an organization that exists: the buyer can have no more";

    assertThat(input(Field.ORGANIZATION_SHORT_NAME, refusal).label().ruleZh())
        .startsWith("须为买家已有组织的简称")
        .endsWith(Field.ORGANIZATION_SHORT_NAME.ruleZh());
  }

  private static InputField input(Field field, String refusal) {
    return maker().correct(Stage.WORKSPACE, field, START, refusal).inputs().get(0);
  }

  private static String corrected(Field field, String refusal) {
    return input(field, refusal).label().rule();
  }

  @Example
  void site_partnerSaysWhichThereAre_isChosenFromThoseInTheirOrderAndElseTyped() {
    List<Site> sites = List.of(new Site("cn4"), new Site("ap1"));

    assertThat(options(site(OnboardingFlow.builder().sites(sites)))).containsExactly("cn4", "ap1");
    assertThat(options(site(OnboardingFlow.builder()))).isEmpty();
  }

  private static List<String> options(PersonTask task) {
    return task.inputs().stream()
        .filter(input -> input.name().equals(Field.WORKSPACE_SITE.path()))
        .findFirst()
        .orElseThrow()
        .options();
  }

  /** The task that asks for the site which the request does not name. */
  private static PersonTask site(OnboardingFlowBuilder builder) {
    MovableClock clock = new MovableClock(START);
    FakeGateways fake = new FakeGateways(clock).order(FlowTest.ORDER, "buyer-1");
    try (OnboardingFlow flow = builder.clock(clock).marketplace(fake).billing(fake).build()) {
      OnboardingId id = flow.begin(FlowTest.without(Field.WORKSPACE_SITE));
      Progress progress = flow.advance(id, FlowTest.answers());
      return ((Progress.Waiting) progress).tasks().get(0);
    }
  }

  @Example
  void language_beforeItIsChosen_saysThatItCannotBeChanged() {
    assertThat(Field.WORKSPACE_LANGUAGE.rule()).startsWith("must be zh or en").contains("fixed");
  }

  @Example
  void codeAgain_expired_asksForTheAnswerThatHasANewOneSent() {
    PersonTask first =
        maker().enterCode(Stage.WORKSPACE, SecretUse.BIND_CODE, SENT, Optional.of(START));
    PersonTask again = maker().codeAgain(Stage.WORKSPACE, SecretUse.BIND_CODE, SENT);

    assertThat(again.id()).isEqualTo(first.id());
    assertThat(again.textEn()).contains("answer this task");
    assertThat(again.textZh()).contains("提交此任务").doesNotContain("打开");
    assertThat(again.inputs().get(0).required()).isFalse();
    assertThat(again.inputs().get(0).label().en())
        .isEqualTo(first.inputs().get(0).label().en())
        .isEqualTo("Verification code");
    assertThat(again.inputs().get(0).label().zh()).isEqualTo(first.inputs().get(0).label().zh());
  }
}
