package com.guance.onboarding;

import com.guance.onboarding.domain.Detail;
import com.guance.onboarding.domain.FactKind;
import com.guance.onboarding.domain.Field;
import com.guance.onboarding.domain.InputField;
import com.guance.onboarding.domain.InvalidInputException;
import com.guance.onboarding.domain.Names;
import com.guance.onboarding.domain.Observed;
import com.guance.onboarding.domain.PersonTask;
import com.guance.onboarding.domain.Secret;
import com.guance.onboarding.domain.Source;
import com.guance.onboarding.error.ConflictException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Records what people and partners answer, as long as it is no secret. */
final class AnswerBook {

  private static final Set<String> SECRETS = Set.of(Failures.CODE, Failures.PASSWORD, Failures.KEY);

  /** The tasks after which somebody knows which workspace it is. */
  private static final List<String> NAMING =
      List.of(Slugs.CREATE_WORKSPACE, Slugs.REGISTER_GUANCE_ACCOUNT, Slugs.ENTER_WORKSPACE);

  private final Ledger ledger;

  AnswerBook(Ledger ledger) {
    this.ledger = ledger;
  }

  /** Takes the answer to the first open task that has one and asks for no secret. */
  boolean take(Ledger.Work work, Agenda agenda, Session session) {
    for (PersonTask task : agenda.waits().tasks()) {
      if (task.asksForSecret()) {
        continue;
      }
      Optional<Map<String, Secret>> values = session.answer(task);
      if (values.isPresent()) {
        store(work, task, values.get());
        session.taken(task);
        return true;
      }
    }
    return false;
  }

  /**
   * Stores an answer on top of whatever others have recorded meanwhile: nobody gives it twice.
   * Whoever makes it try again has stored something, so it ends.
   */
  private void store(Ledger.Work read, PersonTask task, Map<String, Secret> values) {
    Ledger.Work work = read;
    while (!stored(work.plus(facts(work, task, values)))) {
      work = ledger.load(work.id()).orElseThrow();
    }
  }

  private boolean stored(Ledger.Work work) {
    return ledger.save(ledger.change(work, Optional.of(ledger.now()))).stored();
  }

  private List<Observed> facts(Ledger.Work work, PersonTask task, Map<String, Secret> values) {
    Map<Field, String> answers = new LinkedHashMap<>();
    for (InputField input : task.inputs()) {
      Secret value = values.get(input.name());
      if (value != null) {
        Field field = field(input.name());
        answers.put(field, field.check(value.reveal()));
      }
    }
    if (Tasks.asksForAnswers(task.kind())) {
      return wished(work, answers, Source.PERSON, "answer");
    }
    List<Observed> facts = answered(work, answers, Source.PERSON, "answer");
    facts.add(confirmed(work, task.id()));
    return facts;
  }

  static Field field(String input) {
    return Field.of(input)
        .orElseThrow(
            () ->
                new InvalidInputException(
                    input,
                    SECRETS.contains(input)
                        ? "is a secret, which is never recorded: answer with advance(id, answers)"
                        : "is not asked for here"));
  }

  Observed confirmed(Ledger.Work work, String taskId) {
    return Observed.of(FactKind.TASK_CONFIRMED, Source.PERSON)
        .names(Names.of(work.id()))
        .subject(taskId)
        .with(Detail.TASK_ID, taskId)
        .at(work.state().next(FactKind.TASK_CONFIRMED, taskId, ledger.now()))
        .build();
  }

  /**
   * The answers of somebody who says what is to be done. A workspace that is still to be made has
   * no id yet: one beside such a choice would be taken for it. Where the choice does not count, the
   * workspace is one that there is.
   */
  List<Observed> wished(
      Ledger.Work work, Map<Field, String> answers, Source source, String operation) {
    FlowState state = work.state();
    Optional<String> before = state.answers().given(Field.WORKSPACE_CHOICE);
    Optional<String> choice =
        Optional.ofNullable(answers.get(Field.WORKSPACE_CHOICE)).or(() -> before);
    Optional<String> id = Optional.ofNullable(answers.get(Field.WORKSPACE_ID));
    boolean known = choice.equals(before) && id.equals(Billing.named(state));
    boolean toBeMade =
        Billing.workspaceIsChosen(state) && choice.filter(Billing::makesOne).isPresent();
    if (id.isPresent() && toBeMade && !known) {
      throw new InvalidInputException(
          Field.WORKSPACE_ID.path(),
          "must be left out where " + Field.WORKSPACE_CHOICE.path() + " is " + choice.get());
    }
    return answered(work, answers, source, operation);
  }

  /** What somebody says beside the word that a task is done; who has made something names it. */
  List<Observed> told(Ledger.Work work, Map<Field, String> answers, String taskId) {
    return NAMING.stream().map(slug -> Slugs.id(work.id(), slug)).anyMatch(taskId::equals)
        ? answered(work, answers, Source.PERSON, "record")
        : wished(work, answers, Source.PERSON, "record");
  }

  /**
   * The answers that are new. One that replaces an answer which a step has used is refused, unless
   * the remote side has refused the old one.
   */
  private List<Observed> answered(
      Ledger.Work work, Map<Field, String> answers, Source source, String operation) {
    FlowState state = work.state();
    Names names = Names.of(work.id());
    Instant at = state.answers().next(ledger.now());
    List<Observed> facts = new ArrayList<>(answers.size());
    for (Map.Entry<Field, String> entry : answers.entrySet()) {
      Field field = entry.getKey();
      if (!isNew(state, field, answers)) {
        continue;
      }
      if (state.answers().of(field).isPresent() && work.notes().used().contains(field)) {
        throw ConflictException.ofField(
            operation, field.path(), "has been used and cannot be replaced");
      }
      facts.add(answered(names, field, entry.getValue(), source, at));
    }
    return facts;
  }

  /** A claim about the buyer that trusted sources contradict already is not taken. */
  static void requireBuyer(Ledger.Work work, Map<Field, String> answers) {
    FlowState state = work.state();
    String claim = answers.get(Field.HUAWEI_ACCOUNT_ID);
    boolean wrong =
        !state.proven().isEmpty()
            && state.proven().stream().noneMatch(account -> account.value().equals(claim));
    if (claim != null && wrong && isNew(state, Field.HUAWEI_ACCOUNT_ID, answers)) {
      throw ConflictException.ofField("begin", Field.HUAWEI_ACCOUNT_ID.path(), BuyerProof.RULE);
    }
  }

  /** What comes too late is not dropped without a word. */
  static void requireNothingNew(
      Ledger.Work work, Map<Field, String> answers, String operation, String why) {
    for (Field field : answers.keySet()) {
      if (isNew(work.state(), field, answers)) {
        throw Late.refused(operation, field.path(), why);
      }
    }
  }

  private static boolean isNew(FlowState state, Field field, Map<Field, String> answers) {
    Optional<String> known = state.answers().given(field);
    return !known.equals(Optional.ofNullable(answers.get(field)))
        && !(field == Field.TERMS_AT && consentStands(state, answers));
  }

  /** Who says again that the same terms are accepted has accepted them the first time. */
  private static boolean consentStands(FlowState state, Map<Field, String> answers) {
    Optional<String> version = state.answers().of(Field.TERMS_VERSION);
    return state.answers().of(Field.TERMS_AT).isPresent()
        && version.isPresent()
        && version.get().equals(answers.getOrDefault(Field.TERMS_VERSION, version.get()));
  }

  private static Observed answered(
      Names names, Field field, String value, Source source, Instant at) {
    return Observed.of(FactKind.ANSWERED, source)
        .names(names)
        .subject(field.path())
        .with(Detail.ANSWER, value)
        .at(at)
        .build();
  }
}
