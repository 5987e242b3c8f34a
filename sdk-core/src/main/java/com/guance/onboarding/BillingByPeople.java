package com.guance.onboarding;

import com.guance.onboarding.domain.BillingChoice;
import com.guance.onboarding.domain.Field;
import com.guance.onboarding.domain.PersonTask;
import com.guance.onboarding.domain.Stage;
import com.guance.onboarding.domain.TaskKind;
import com.guance.onboarding.domain.WorkspaceChoice;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What comes next at Guance where no gateway is configured: people do it, their word counts. */
final class BillingByPeople {

  /** What proves an installation. */
  static final String REPORTS = "a DataKit that reports";

  private static final List<Field> ACCOUNT =
      List.of(Field.BILLING_USER_NAME, Field.BILLING_EMAIL, Field.WORKSPACE_SITE);
  private static final List<Field> WORKSPACE =
      List.of(
          Field.WORKSPACE_ID,
          Field.WORKSPACE_NAME,
          Field.WORKSPACE_LANGUAGE,
          Field.WORKSPACE_SITE,
          Field.WORKSPACE_EMAIL,
          Field.WORKSPACE_USER_NAME,
          Field.BILLING_USER_NAME,
          Field.BILLING_EMAIL);

  private final Optional<VerificationPlan> verification;

  BillingByPeople(Optional<VerificationPlan> verification) {
    this.verification = verification;
  }

  void next(AgendaDraft draft, Stages stages) {
    if (!stages.closed(Stage.WORKSPACE) && BuyerProof.contradicted(draft, Stage.BILLING_ACCOUNT)) {
      return;
    }
    Optional<BillingChoice> choice = Billing.choice(draft.state());
    if (!stages.closed(Stage.BILLING_ACCOUNT) && choice.isEmpty()) {
      draft.task(draft.tasks().chooseBilling(true));
    } else if (choice.filter(BillingChoice.ALREADY_BOUND::equals).isPresent()
        && !stages.closed(Stage.WORKSPACE)) {
      console(draft, TaskKind.ENTER_WORKSPACE, Stage.WORKSPACE, Slugs.ENTER_WORKSPACE, WORKSPACE);
    } else if (!stages.closed(Stage.BILLING_ACCOUNT)) {
      account(draft, choice.orElseThrow());
    } else if (!stages.closed(Stage.ENTERPRISE_INFO)) {
      console(
          draft,
          TaskKind.ENTER_ENTERPRISE_INFO,
          Stage.ENTERPRISE_INFO,
          Slugs.ENTERPRISE_INFO,
          List.of(Field.ENTERPRISE_NAME));
    } else if (!stages.closed(Stage.WORKSPACE)) {
      workspace(draft);
    } else {
      dataKit(draft, stages);
    }
  }

  /** With a key of the workspace, Guance itself is asked; without one, the word counts. */
  private void dataKit(AgendaDraft draft, Stages stages) {
    if (!stages.settled(Stage.DATAKIT)) {
      boolean asked = Verification.keyKept(draft.state());
      draft.task(installDataKit(draft, asked ? REPORTS : "the person's word"));
    }
    verification.ifPresent(plan -> plan.next(draft, stages));
  }

  private static void account(AgendaDraft draft, BillingChoice choice) {
    List<Field> fields = new ArrayList<>(Forms.TERMS);
    if (choice == BillingChoice.REGISTER) {
      fields.add(Field.WORKSPACE_SITE);
    }
    if (!draft.have(Stage.BILLING_ACCOUNT, fields)) {
      return;
    }
    if (choice == BillingChoice.REGISTER) {
      console(
          draft,
          TaskKind.REGISTER_BILLING_ACCOUNT,
          Stage.BILLING_ACCOUNT,
          Slugs.REGISTER_BILLING,
          ACCOUNT);
    } else {
      console(
          draft, TaskKind.BIND_BILLING_ACCOUNT, Stage.BILLING_ACCOUNT, Slugs.BIND_BILLING, ACCOUNT);
    }
  }

  private static void workspace(AgendaDraft draft) {
    if (!draft.have(Stage.WORKSPACE, List.of(Field.WORKSPACE_CHOICE))) {
      return;
    }
    WorkspaceChoice choice = Billing.workspaceChoice(draft.state()).orElseThrow();
    if (choice != WorkspaceChoice.EXISTING && !draft.have(Stage.WORKSPACE, Forms.newWorkspace())) {
      return; // what is fixed at creation is settled before somebody creates it
    }
    switch (choice) {
      case EXISTING ->
          console(draft, TaskKind.BIND_WORKSPACE, Stage.WORKSPACE, Slugs.BIND_WORKSPACE, WORKSPACE);
      case CREATE ->
          console(
              draft, TaskKind.CREATE_WORKSPACE, Stage.WORKSPACE, Slugs.CREATE_WORKSPACE, WORKSPACE);
      case REGISTER_ACCOUNT ->
          console(
              draft,
              TaskKind.REGISTER_GUANCE_ACCOUNT,
              Stage.WORKSPACE,
              Slugs.REGISTER_GUANCE_ACCOUNT,
              WORKSPACE);
    }
  }

  private static void console(
      AgendaDraft draft, TaskKind kind, Stage stage, String slug, List<Field> details) {
    draft.task(draft.tasks().console(kind, stage, slug, Optional.empty(), details));
  }

  static PersonTask installDataKit(AgendaDraft draft, String provenBy) {
    return draft
        .tasks()
        .console(
            TaskKind.INSTALL_DATAKIT,
            Stage.DATAKIT,
            Slugs.INSTALL_DATAKIT,
            Optional.of(provenBy),
            List.of(Field.WORKSPACE_ID, Field.WORKSPACE_SITE));
  }
}
