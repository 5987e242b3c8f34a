package com.guance.onboarding.testkit;

import com.guance.onboarding.domain.OrderKey;
import com.guance.onboarding.domain.Secret;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** What people do in the consoles; the consoles may refuse it. */
final class ConsoleActs {

  private final World world;
  private final Console console;

  ConsoleActs(World world, Console console) {
    this.world = world;
    this.console = console;
  }

  World world() {
    return world;
  }

  OrderRow purchase(NewOrder wanted) {
    return world.act(Origin.PERSON, () -> console.orders().purchase(wanted));
  }

  OrderRow change(UnaryOperator<OrderRow> change, OrderKey order) {
    return world.act(Origin.PERSON, () -> change.apply(console.orders().find(order)));
  }

  Orders orders() {
    return console.orders();
  }

  OrganizationRow createOrganization(String buyer, String name, String shortName) {
    Organizations.Wanted wanted =
        new Organizations.Wanted(buyer, name, shortName, Optional.empty());
    return world.act(Origin.PERSON, () -> console.organizations().create(wanted));
  }

  /** The buyer's organization of this short name. */
  Optional<OrganizationRow> organization(String buyer, String shortName) {
    return world.act(
        Origin.PERSON,
        () ->
            console
                .organizations()
                .all()
                .filter(row -> row.huaweiAccountId().equals(buyer))
                .filter(row -> row.shortName().equals(shortName))
                .findFirst());
  }

  MemberRow addMember(String organizationId, String account, String name) {
    return world.act(
        Origin.PERSON,
        () ->
            console
                .organizations()
                .addMember(organizationId, account, name, Persona.PASSWORD.reveal()));
  }

  List<MemberRow> members(String organizationId) {
    return world.act(Origin.PERSON, () -> console.organizations().members(organizationId));
  }

  BindingRow bind(OrderKey order, String organizationId) {
    return world.act(Origin.PERSON, () -> console.bindings().bind(order, organizationId));
  }

  Optional<BindingRow> binding(OrderKey order) {
    return world.act(Origin.PERSON, () -> console.bindings().of(order));
  }

  BindingRow bindingOf(OrderKey order) {
    return binding(order)
        .orElseThrow(
            () -> Refused.conflict("ORDER_NOT_BOUND", "the order is bound to no organization"));
  }

  BindingRow authorize(OrderKey order, List<String> accounts) {
    BindingRow binding = bindingOf(order);
    world.act(Origin.PERSON, () -> console.bindings().authorize(binding.bindingId(), accounts));
    return binding;
  }

  /** The accounts that may use the application. */
  List<String> authorized(String bindingId) {
    return world.act(
        Origin.PERSON,
        () ->
            console.bindings().authorizations(bindingId).stream()
                .filter(AuthorizationRow::enabled)
                .map(AuthorizationRow::account)
                .toList());
  }

  MemberRow signIn(OrderKey order, String account) {
    BindingRow binding = bindingOf(order);
    return world.act(Origin.PERSON, () -> console.bindings().signIn(binding.bindingId(), account));
  }

  BillingAccountRow register(BillingAccounts.Owner owner, String site) {
    return world.act(
        Origin.PERSON,
        () ->
            console
                .accounts()
                .register(
                    owner, Persona.PASSWORD.reveal(), site, typed(Codes.REGISTER, owner.email())));
  }

  BillingAccountRow bindAccount(BillingAccounts.Owner owner) {
    return world.act(
        Origin.PERSON, () -> console.accounts().bind(owner, typed(Codes.BIND, owner.email())));
  }

  /** Has a code sent and reads it in the mail. */
  private Codes.Typed typed(String purpose, String email) {
    CodeRow row = console.codes().send(purpose, email, world.ids().next("console-")).row();
    return new Codes.Typed(row.verificationId(), row.code());
  }

  Optional<BillingAccountRow> accountOf(String buyer) {
    return world.act(Origin.PERSON, () -> console.accounts().of(buyer));
  }

  BillingAccountRow confirmEnterprise(String billingAccountId, String name) {
    return world.act(
        Origin.PERSON, () -> console.accounts().confirmEnterprise(billingAccountId, name));
  }

  /** With the address of a Guance account where the Billing Center asks for one. */
  WorkspaceRow createWorkspace(Workspaces.Wanted wanted, Optional<String> email) {
    return world.act(
        Origin.PERSON,
        () ->
            console
                .workspaces()
                .create(
                    wanted,
                    email.map(
                        address ->
                            new Workspaces.Proof(
                                address, typed(Codes.CREATE_WORKSPACE, address)))));
  }

  Workspaces.Registered registerGuanceAccount(
      BillingAccounts.Owner owner, Workspaces.Wanted wanted) {
    return world.act(
        Origin.PERSON,
        () ->
            console
                .workspaces()
                .registerAndCreate(
                    owner,
                    Persona.PASSWORD.reveal(),
                    wanted,
                    typed(Codes.REGISTER_ACCOUNT, owner.email())));
  }

  WorkspaceRow bindWorkspace(String workspaceId, OrderKey order) {
    return world.act(
        Origin.PERSON,
        () -> {
          String buyer = console.orders().find(order).huaweiAccountId();
          BillingAccountRow account =
              console
                  .accounts()
                  .of(buyer)
                  .orElseThrow(
                      () -> Refused.missing("BILLING_ACCOUNT", "no account settles through it"));
          return console
              .workspaces()
              .bind(
                  workspaceId,
                  new Workspaces.Settlement(account.billingAccountId(), buyer, order.orderId()));
        });
  }

  /** The workspaces of the buyer's account, the bound ones first. */
  List<WorkspaceRow> workspaces(String buyer) {
    return world.act(
        Origin.PERSON,
        () -> {
          Optional<String> account =
              console.accounts().of(buyer).map(BillingAccountRow::billingAccountId);
          return console
              .workspaces()
              .all()
              .filter(row -> account.isPresent() && row.billingAccountId().equals(account))
              .sorted((a, b) -> Boolean.compare(b.bound(), a.bound()))
              .toList();
        });
  }

  DataKitRow installDataKit(String workspaceId, String host) {
    return world.act(Origin.PERSON, () -> console.workspaces().install(workspaceId, host));
  }

  /** Creates a key under Manage > API Key Management of a workspace. */
  ApiKeyRow createApiKey(String workspaceId) {
    return world.act(Origin.PERSON, () -> console.apis().keys().create(workspaceId, "onboarding"));
  }

  /** A DataKit with a token reports to the dataway. */
  DataKitRow reportDataKit(String token, String host) {
    return world.act(Origin.PERSON, () -> console.apis().report(token, host));
  }

  /** A workspace by its id; the newest where none is named. */
  WorkspaceRow workspaceOr(Optional<String> workspaceId) {
    return world.act(
        Origin.PERSON,
        () ->
            workspaceId
                .map(console.workspaces()::find)
                .or(() -> console.workspaces().all().reduce((first, last) -> last))
                .orElseThrow(() -> Refused.missing("WORKSPACE", "there is no workspace yet")));
  }

  Optional<Secret> newestCode() {
    List<Mail> mails = new Mailbox(world).mails();
    return mails.isEmpty() ? Optional.empty() : Optional.of(mails.get(mails.size() - 1).code());
  }
}
