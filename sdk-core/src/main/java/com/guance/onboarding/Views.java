package com.guance.onboarding;

import com.guance.onboarding.domain.Detail;
import com.guance.onboarding.domain.FactKind;
import com.guance.onboarding.domain.Field;
import com.guance.onboarding.domain.Observed;
import com.guance.onboarding.domain.Outcome;
import com.guance.onboarding.domain.ShortName;
import com.guance.onboarding.domain.SignInName;
import com.guance.onboarding.domain.Stage;
import com.guance.onboarding.domain.WorkspaceId;
import java.net.URI;
import java.util.Optional;

/** Shows a state to the partner. */
final class Views {

  /** The unified login page (contracts/koogallery.md §5); {@code ind} is fixed. */
  private static final String LOGIN =
      "https://macroverse.huaweicloud.com/unified-login/#/portal-login?ind=UNOP&appId=";

  private Views() {}

  static Onboarding of(FlowState state, Capabilities capabilities, Outcome outcome) {
    Stages stages = new Stages(state, capabilities);
    Optional<Onboarding.Organization> organization = organization(state);
    return Onboarding.builder()
        .id(state.id())
        .order(state.order())
        .stage(stage(stages.current(), outcome))
        .outcome(outcome)
        .branch(Billing.branch(state))
        .organization(organization)
        .signInName(
            organization.flatMap(
                found ->
                    state
                        .answers()
                        .of(Field.MEMBER_ACCOUNT)
                        .map(account -> new SignInName(account, found.shortName()))))
        .huaweiAccount(state.buyer())
        .loginAddress(loginAddress(state))
        .billingAccount(billingAccount(state))
        .workspace(workspace(state))
        .dataKitHost(
            state
                .latest(FactKind.DATAKIT_SEEN)
                .flatMap(fact -> fact.value(Detail.HOST))
                .or(() -> state.answers().of(Field.DATAKIT_HOST)))
        .subscription(new Countdown(capabilities.dataKept()).subscription(state))
        .stages(stages.all())
        .build();
  }

  /** What waits has not come to the end, even where a word stands for every stage. */
  private static Stage stage(Stage current, Outcome outcome) {
    return switch (outcome) {
      case COMPLETED -> Stage.COMPLETED;
      case WAITING -> current == Stage.COMPLETED ? Stage.DATAKIT : current;
      default -> current;
    };
  }

  private static Optional<Onboarding.Organization> organization(FlowState state) {
    Optional<Observed> known = state.organizations().current();
    Optional<String> shortName =
        known
            .flatMap(fact -> fact.value(Detail.SHORT_NAME))
            .or(() -> state.answers().of(Field.ORGANIZATION_SHORT_NAME));
    Optional<String> name =
        known
            .flatMap(fact -> fact.value(Detail.NAME))
            .or(() -> state.answers().of(Field.ORGANIZATION_NAME));
    return shortName
        .flatMap(Views::shortName)
        .map(
            value ->
                new Onboarding.Organization(
                    known.flatMap(fact -> fact.names().tenant()),
                    name.orElse(value.value()),
                    value));
  }

  /** KooGallery's short names may follow rules that are not published; ours must not throw. */
  private static Optional<ShortName> shortName(String value) {
    try {
      return Optional.of(new ShortName(value));
    } catch (IllegalArgumentException unusual) {
      return Optional.empty();
    }
  }

  static Optional<URI> loginAddress(FlowState state) {
    return state
        .latest(FactKind.LOGIN_ADDRESS)
        .flatMap(fact -> fact.value(Detail.URL))
        .or(
            () ->
                state.all(FactKind.APPLICATION_SYNCED).stream()
                    .filter(Observed::on)
                    .flatMap(fact -> fact.names().app().stream())
                    .map(app -> LOGIN + app.value())
                    .findFirst())
        .flatMap(Views::uri);
  }

  private static Optional<URI> uri(String text) {
    try {
      return Optional.of(URI.create(text));
    } catch (IllegalArgumentException unusual) {
      return Optional.empty();
    }
  }

  private static Optional<Onboarding.BillingAccount> billingAccount(FlowState state) {
    Optional<Onboarding.BillingAccount> read =
        Billing.account(state)
            .map(
                fact ->
                    new Onboarding.BillingAccount(
                        fact.value(Detail.USER_NAME).orElse(""),
                        Billing.scene(state, Billing.REGISTERED)));
    return read.or(
        () ->
            said(state, Slugs.REGISTER_BILLING)
                .or(() -> said(state, Slugs.BIND_BILLING))
                .or(() -> said(state, Slugs.ENTER_WORKSPACE))
                .flatMap(word -> state.answers().of(Field.BILLING_USER_NAME))
                .map(
                    name ->
                        new Onboarding.BillingAccount(
                            name, said(state, Slugs.REGISTER_BILLING).isPresent())));
  }

  private static Optional<Observed> said(FlowState state, String slug) {
    return state.confirmed(Slugs.id(state.id(), slug));
  }

  private static Optional<Onboarding.Workspace> workspace(FlowState state) {
    Optional<Onboarding.Workspace> read =
        Billing.workspace(state)
            .map(
                fact ->
                    new Onboarding.Workspace(
                        new WorkspaceId(fact.value(Detail.WORKSPACE_ID).orElse("unknown")),
                        new Onboarding.WorkspaceForm(
                            fact.value(Detail.WORKSPACE_NAME),
                            fact.value(Detail.LANGUAGE),
                            fact.value(Detail.SITE)),
                        "created".equals(fact.values().get(Detail.SCENE))));
    return read.or(() -> toldWorkspace(state));
  }

  /** The workspace as a person reported it. */
  private static Optional<Onboarding.Workspace> toldWorkspace(FlowState state) {
    boolean created =
        said(state, Slugs.CREATE_WORKSPACE).isPresent()
            || said(state, Slugs.REGISTER_GUANCE_ACCOUNT).isPresent();
    boolean told =
        created
            || said(state, Slugs.BIND_WORKSPACE).isPresent()
            || said(state, Slugs.ENTER_WORKSPACE).isPresent();
    return Billing.named(state)
        .filter(id -> told)
        .map(
            id ->
                new Onboarding.Workspace(
                    new WorkspaceId(id),
                    new Onboarding.WorkspaceForm(
                        state.answers().of(Field.WORKSPACE_NAME),
                        state.answers().of(Field.WORKSPACE_LANGUAGE),
                        state.answers().of(Field.WORKSPACE_SITE)),
                    created));
  }
}
