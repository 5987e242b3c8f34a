package com.guance.onboarding.testkit;

import com.guance.onboarding.domain.Field;
import com.guance.onboarding.domain.InputField;
import com.guance.onboarding.domain.OrderKey;
import com.guance.onboarding.domain.PersonTask;
import com.guance.onboarding.domain.Secret;
import com.guance.onboarding.domain.TaskKind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Does in the consoles what a task asks for, whatever has been done before. */
final class TaskRobot {

  private final ConsoleActs acts;
  private final Persona persona;
  private final Entrance entrance;

  /** The task in which a field of an onboarding was corrected. */
  private final Map<String, String> corrected = new ConcurrentHashMap<>();

  TaskRobot(ConsoleActs acts, Persona persona, Entrance entrance) {
    this.acts = acts;
    this.persona = persona;
    this.entrance = entrance;
  }

  /** How a member gets in. */
  interface Entrance {

    /** Signs in; throws the console's refusal if the member may not. */
    MemberBrowser.Visit enter(OrderKey order, String account);
  }

  /** Acts, and gives what the person would report afterwards, by input name. */
  Map<String, String> play(PersonTask task, OrderKey order) {
    switch (task.kind()) {
      case CREATE_ORGANIZATION -> organization(task, order);
      case ADD_MEMBER -> member(task, organization(task, order));
      case BIND_APP -> bind(task, order);
      case AUTHORIZE_MEMBERS -> authorize(task, order);
      case SIGN_IN -> entrance.enter(order, authorize(task, order));
      case REGISTER_BILLING_ACCOUNT, BIND_BILLING_ACCOUNT -> account(task, order);
      case ENTER_ENTERPRISE_INFO ->
          acts.confirmEnterprise(
              account(task, order).billingAccountId(), value(task, Field.ENTERPRISE_NAME));
      case BIND_WORKSPACE, CREATE_WORKSPACE, REGISTER_GUANCE_ACCOUNT -> {
        WorkspaceRow row = acts.bindWorkspace(workspace(task, order), order);
        return Map.of(Field.WORKSPACE_ID.path(), row.workspaceId());
      }
      case ENTER_WORKSPACE -> {
        entrance.enter(order, authorize(task, order));
        return Map.of(
            Field.WORKSPACE_ID.path(), workspace(task, order),
            Field.BILLING_USER_NAME.path(), account(task, order).userName());
      }
      case INSTALL_DATAKIT -> {
        acts.installDataKit(workspace(task, order), Persona.HOST);
        return Map.of(Field.DATAKIT_HOST.path(), Persona.HOST);
      }
      case CHOOSE_BILLING, PROVIDE_DETAILS, CORRECT -> {
        return answers(task);
      }
      default -> {
        // Answered while a step runs, or not known yet.
      }
    }
    return Map.of();
  }

  private String value(PersonTask task, Field field) {
    return Optional.ofNullable(task.details().get(field)).orElseGet(() -> persona.value(field));
  }

  private String buyer(OrderKey order) {
    return acts.world().act(Origin.PERSON, () -> acts.orders().find(order)).huaweiAccountId();
  }

  private String organization(PersonTask task, OrderKey order) {
    Optional<BindingRow> binding = acts.binding(order);
    if (binding.isPresent()) {
      return binding.get().organizationId();
    }
    String buyer = buyer(order);
    String shortName = value(task, Field.ORGANIZATION_SHORT_NAME);
    return acts.organization(buyer, shortName)
        .orElseGet(
            () -> acts.createOrganization(buyer, value(task, Field.ORGANIZATION_NAME), shortName))
        .organizationId();
  }

  private String member(PersonTask task, String organizationId) {
    String account = value(task, Field.MEMBER_ACCOUNT);
    if (acts.members(organizationId).stream().noneMatch(row -> row.account().equals(account))) {
      acts.addMember(organizationId, account, value(task, Field.MEMBER_NAME));
    }
    return account;
  }

  private String bind(PersonTask task, OrderKey order) {
    String organization = organization(task, order);
    if (acts.binding(order).isEmpty()) {
      acts.bind(order, organization);
    }
    return organization;
  }

  private String authorize(PersonTask task, OrderKey order) {
    String account = member(task, bind(task, order));
    acts.authorize(order, List.of(account));
    return account;
  }

  private BillingAccountRow account(PersonTask task, OrderKey order) {
    String buyer = buyer(order);
    return acts.accountOf(buyer)
        .orElseGet(
            () -> {
              BillingAccounts.Owner owner =
                  new BillingAccounts.Owner(
                      buyer,
                      value(task, Field.BILLING_USER_NAME),
                      value(task, Field.BILLING_EMAIL));
              return task.kind() == TaskKind.BIND_BILLING_ACCOUNT
                  ? acts.bindAccount(owner)
                  : acts.register(owner, value(task, Field.WORKSPACE_SITE));
            });
  }

  private String workspace(PersonTask task, OrderKey order) {
    String named = task.details().getOrDefault(Field.WORKSPACE_ID, "");
    if (!named.isEmpty()) {
      return named;
    }
    BillingAccountRow account = account(task, order);
    Workspaces.Wanted wanted =
        new Workspaces.Wanted(
            account.billingAccountId(),
            value(task, Field.WORKSPACE_NAME),
            value(task, Field.WORKSPACE_LANGUAGE),
            value(task, Field.WORKSPACE_SITE),
            Optional.of("order " + order));
    return created(order)
        .orElseGet(
            () ->
                switch (task.kind()) {
                  case CREATE_WORKSPACE -> create(task, account, wanted);
                  case REGISTER_GUANCE_ACCOUNT -> register(task, account, wanted);
                  default -> acts.workspaces(buyer(order)).get(0);
                })
        .workspaceId();
  }

  private Optional<WorkspaceRow> created(OrderKey order) {
    return acts.workspaces(buyer(order)).stream()
        .filter(row -> Workspaces.carries(row, "order " + order))
        .findFirst();
  }

  private WorkspaceRow create(
      PersonTask task, BillingAccountRow account, Workspaces.Wanted wanted) {
    boolean known = account.guanceAccountId().isPresent();
    return acts.createWorkspace(
        wanted, known ? Optional.empty() : Optional.of(value(task, Field.WORKSPACE_EMAIL)));
  }

  private WorkspaceRow register(
      PersonTask task, BillingAccountRow account, Workspaces.Wanted wanted) {
    BillingAccounts.Owner owner =
        new BillingAccounts.Owner(
            account.huaweiAccountId().orElse(""),
            value(task, Field.WORKSPACE_USER_NAME),
            value(task, Field.WORKSPACE_EMAIL));
    return acts.registerGuanceAccount(owner, wanted).workspace();
  }

  /** Forgets what was corrected. */
  void reset() {
    corrected.clear();
  }

  /** A person who knows no better value either gives up: one field is corrected once. */
  private boolean givesUp(PersonTask task) {
    if (task.kind() != TaskKind.CORRECT) {
      return false;
    }
    String field = task.onboarding() + "/" + task.inputs().get(0).name();
    String before = corrected.putIfAbsent(field, task.id());
    return before != null && !before.equals(task.id());
  }

  /** What is asked for and no secret. */
  private Map<String, String> answers(PersonTask task) {
    Map<String, String> answers = new HashMap<>();
    if (givesUp(task)) {
      return answers;
    }
    // a correction names the refused value first; another choice beside it is not needed then
    int asked = task.kind() == TaskKind.CORRECT ? 1 : task.inputs().size();
    for (InputField input : task.inputs().subList(0, asked)) {
      if (!input.secret()) {
        answer(task, input).ifPresent(value -> answers.put(input.name(), value));
      }
    }
    return answers;
  }

  private Optional<String> answer(PersonTask task, InputField input) {
    return Field.of(input.name())
        .map(persona::value)
        .filter(value -> !value.isEmpty())
        .map(value -> task.kind() == TaskKind.CORRECT ? another(input, value) : value)
        .filter(value -> input.options().isEmpty() || input.options().contains(value))
        .or(() -> input.options().stream().findFirst());
  }

  /** A value that was refused is not tried again. */
  private String another(InputField input, String value) {
    boolean site = input.name().equals(Field.WORKSPACE_SITE.path());
    if (site || !input.options().isEmpty()) {
      return site ? Persona.SITE : value;
    }
    String suffix = acts.world().ids().suffix();
    int at = value.indexOf('@');
    return at < 0 ? value + suffix : value.substring(0, at) + suffix + value.substring(at);
  }

  /** The answers to a task, secrets among them; empty for an act in a console. */
  Optional<Map<String, Secret>> secrets(PersonTask task) {
    Map<String, Secret> values = new HashMap<>();
    if (task.kind() == TaskKind.CHOOSE_BILLING
        || task.kind() == TaskKind.PROVIDE_DETAILS
        || task.kind() == TaskKind.CORRECT) {
      answers(task).forEach((name, value) -> values.put(name, Secret.of(value)));
    }
    for (InputField input : task.inputs()) {
      if (input.secret()) {
        secret(task, input).ifPresent(value -> values.put(input.name(), value));
      }
    }
    return values.isEmpty() ? Optional.empty() : Optional.of(values);
  }

  private Optional<Secret> secret(PersonTask task, InputField input) {
    return switch (task.kind()) {
      case ENTER_CODE -> code(task);
      case SET_PASSWORD -> Optional.of(Persona.PASSWORD);
      case CREATE_API_KEY ->
          Optional.of(
              Secret.of(
                  acts.createApiKey(
                          acts.workspaceOr(
                                  Optional.ofNullable(task.details().get(Field.WORKSPACE_ID)))
                              .workspaceId())
                      .keyId()));
      default -> Optional.of(Secret.of("value-of-" + input.name()));
    };
  }

  /** The code that the task is about, where its id says which; else the newest. */
  private Optional<Secret> code(PersonTask task) {
    return new Mailbox(acts.world())
        .mails().stream()
            .filter(mail -> task.id().contains(mail.verification().value()))
            .findFirst()
            .map(Mail::code)
            .or(acts::newestCode);
  }
}
