package com.guance.onboarding;

import com.guance.onboarding.domain.BillingChoice;
import com.guance.onboarding.domain.Detail;
import com.guance.onboarding.domain.Field;
import com.guance.onboarding.domain.InputField;
import com.guance.onboarding.domain.Observed;
import com.guance.onboarding.domain.PersonTask;
import com.guance.onboarding.domain.Site;
import com.guance.onboarding.domain.Stage;
import com.guance.onboarding.domain.TaskKind;
import com.guance.onboarding.domain.VerificationId;
import com.guance.onboarding.domain.WorkspaceId;
import com.guance.onboarding.spi.CodePurpose;
import java.net.URI;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Makes the tasks of one onboarding from its state. */
final class Tasks {

  private static final String WORD = "the person's word";

  private final FlowState state;
  private final Pointers pointers;

  Tasks(FlowState state, Pointers pointers) {
    this.state = state;
    this.pointers = pointers;
  }

  private PersonTask.Builder task(TaskKind kind, Stage stage, String slug) {
    return task(kind, stage, slug, TaskText.of(kind));
  }

  private PersonTask.Builder task(TaskKind kind, Stage stage, String slug, TaskText text) {
    return PersonTask.builder()
        .id(Slugs.id(state.id(), slug))
        .onboarding(state.id())
        .order(state.order())
        .kind(kind)
        .stage(stage)
        .textZh(text.zh())
        .textEn(text.en())
        .link(pointers.link(kind).or(() -> login(kind)).or(text::link));
  }

  /** What begins at the buyer's own login address, once it is known. */
  private Optional<URI> login(TaskKind kind) {
    return switch (kind) {
      case SIGN_IN, ENTER_WORKSPACE, BIND_BILLING_ACCOUNT, REGISTER_BILLING_ACCOUNT ->
          Views.loginAddress(state);
      default -> Optional.empty();
    };
  }

  /** An act in a console, with the values to enter there. */
  PersonTask console(
      TaskKind kind, Stage stage, String slug, Optional<String> provenBy, List<Field> details) {
    Map<String, String> commands = pointers.commands(kind, state);
    TaskText text = TaskText.of(kind).naming(commands);
    return task(kind, stage, slug, kind == TaskKind.BIND_APP ? text.naming(state.order()) : text)
        .commands(commands)
        .details(known(details))
        .inputs(Reported.inputs(state, kind, provenBy.isEmpty()))
        .provenBy(provenBy.orElse(WORD))
        .build();
  }

  private Map<Field, String> known(List<Field> fields) {
    Map<Field, String> known = new EnumMap<>(Field.class);
    for (Field field : fields) {
      known(field).ifPresent(value -> known.put(field, value));
    }
    return known;
  }

  /** The workspace and its site as they are; where there is none yet, as they are asked for. */
  private Optional<String> known(Field field) {
    return switch (field) {
      case WORKSPACE_ID -> Verification.workspace(state).map(WorkspaceId::value);
      case WORKSPACE_SITE -> Verification.site(state).map(Site::key);
      default -> state.answers().of(field);
    };
  }

  PersonTask chooseBilling(boolean mayBeBound) {
    List<String> options =
        Arrays.stream(BillingChoice.values())
            .filter(choice -> mayBeBound || choice != BillingChoice.ALREADY_BOUND)
            .map(BillingChoice::code)
            .toList();
    return task(TaskKind.CHOOSE_BILLING, Stage.BILLING_ACCOUNT, Slugs.CHOOSE_BILLING)
        .addInputs(Inputs.of(Field.BILLING_CHOICE, true, options))
        .provenBy("the answer")
        .build();
  }

  PersonTask details(Stage stage, Collection<Field> missing) {
    PersonTask.Builder task =
        task(TaskKind.PROVIDE_DETAILS, stage, Slugs.details(stage.name().toLowerCase(Locale.ROOT)));
    missing.forEach(field -> task.addInputs(Inputs.of(field, true, pointers.options(field))));
    return task.provenBy("the answer").build();
  }

  PersonTask correct(Stage stage, Field field, Instant since, String rule) {
    PersonTask.Builder task = task(TaskKind.CORRECT, stage, Slugs.correct(field, since));
    List<String> offered =
        state
            .answers()
            .refusal(field)
            .map(Tasks::offered)
            .filter(list -> !list.isEmpty())
            .orElseGet(() -> pointers.options(field));
    boolean given = state.answers().raw(field).isPresent();
    return task.addInputs(Inputs.another(field, rule, offered, given))
        .provenBy("the answer")
        .build();
  }

  /** What a refusal names to choose from. */
  static List<String> offered(Observed refusal) {
    return refusal
        .value(Detail.STATE)
        .filter(list -> !list.isEmpty())
        .map(list -> List.of(list.split(",", -1)))
        .orElse(List.of());
  }

  /** The same, with the choice that would go another way: answering one of the two is enough. */
  PersonTask correct(Stage stage, Field field, Observed refusal, Optional<Field> choice) {
    PersonTask alone = correct(stage, field, refusal.at(), rule(refusal));
    if (refusal.value(Detail.WORKSPACE_NAME).isPresent()) {
      TaskText text = TaskText.choosing(offered(refusal), names(refusal));
      alone = PersonTask.builder().from(alone).textZh(text.zh()).textEn(text.en()).build();
    }
    return beside(alone, choice);
  }

  private static List<String> names(Observed refusal) {
    return refusal.value(Detail.WORKSPACE_NAME).orElse("").lines().toList();
  }

  private PersonTask beside(PersonTask alone, Optional<Field> choice) {
    return choice
        .map(other -> Inputs.eitherOf(alone.inputs().get(0), other, state.answers().require(other)))
        .map(both -> PersonTask.builder().from(alone).inputs(both).build())
        .orElse(alone);
  }

  /** The code of one sending; a new code is a new task. */
  PersonTask enterCode(Stage stage, SecretUse use, VerificationId sent, Optional<Instant> until) {
    return task(TaskKind.ENTER_CODE, stage, Slugs.code(sent), use.text())
        .details(known(use.details()))
        .addInputs(Inputs.code(true, "must be the code of the newest e-mail", "须为最新一封邮件中的验证码"))
        .provenBy("the answer")
        .until(until)
        .build();
  }

  /** A code ran out and nobody is there: the next answer, whatever it is, has a new one sent. */
  PersonTask codeAgain(Stage stage, SecretUse use, VerificationId sent) {
    return task(TaskKind.ENTER_CODE, stage, Slugs.code(sent), use.again())
        .details(known(use.details()))
        .addInputs(Inputs.code(false, "may be left empty: a new code is sent", "可留空：将发送新的验证码"))
        .provenBy("the answer")
        .build();
  }

  /** The code that was sent for a purpose, if one was. */
  List<PersonTask> code(Stage stage, CodePurpose purpose) {
    return Billing.sentCode(state, purpose)
        .map(
            sent ->
                enterCode(
                    stage,
                    SecretUse.code(purpose),
                    Billing.verification(sent),
                    Optional.of(Billing.until(sent))))
        .map(List::of)
        .orElse(List.of());
  }

  /** A key of the new workspace; saying that it is done without giving one declines. */
  PersonTask createApiKey(String slug) {
    return task(TaskKind.CREATE_API_KEY, Stage.WORKSPACE, slug)
        .details(workspace())
        .addInputs(
            Inputs.secret(
                Failures.KEY,
                true,
                new InputField.Label(
                    "Key ID",
                    "Key ID",
                    "must be the Key ID of an API key of this workspace",
                    "须为该工作空间的 API Key 的 Key ID")))
        .provenBy("the workspace that the key opens")
        .build();
  }

  PersonTask mendWorkspace(Stage stage, Observed finding, TaskText text, Optional<Instant> until) {
    return task(TaskKind.MEND_WORKSPACE, stage, Slugs.mend(finding), text)
        .details(workspace())
        .provenBy("another look at the workspace")
        .until(until)
        .build();
  }

  /** Which workspace, as far as anybody knows. */
  private Map<Field, String> workspace() {
    return known(List.of(Field.WORKSPACE_ID, Field.WORKSPACE_SITE));
  }

  PersonTask password(Stage stage, String slug, SecretUse use) {
    return task(TaskKind.SET_PASSWORD, stage, slug, use.text())
        .details(known(use.details()))
        .addInputs(Inputs.password())
        .provenBy("the answer")
        .build();
  }

  /** The rule that the latest refusal of a field names. */
  static String rule(Observed refusal) {
    return refusal.value(Detail.RULE).orElse("is not accepted");
  }

  /** Whether a task of this kind asks for values that are answers rather than acts. */
  static boolean asksForAnswers(TaskKind kind) {
    return kind == TaskKind.CHOOSE_BILLING
        || kind == TaskKind.PROVIDE_DETAILS
        || kind == TaskKind.CORRECT;
  }
}
