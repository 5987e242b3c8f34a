package com.guance.onboarding.testkit;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The Billing Center gateway, as docs/api/billing-center.yaml describes it. */
final class BillingRoutes {

  static final String BASE = "/billing/v1";

  /** What proves an owner comes together or not at all. */
  private static final List<String> PROOF = List.of("email", "verificationId", "code");

  private static final Set<String> STATES = Set.of("BINDABLE", "BOUND");
  private static final int TERMS_LENGTH = 128;

  private final BillingAccounts accounts;
  private final Codes codes;
  private final Workspaces workspaces;

  BillingRoutes(BillingAccounts accounts, Codes codes, Workspaces workspaces) {
    this.accounts = accounts;
    this.codes = codes;
    this.workspaces = workspaces;
  }

  List<Route> all() {
    String codesPath = BASE + "/verification-codes";
    String accountsPath = BASE + "/billing-accounts";
    String account = accountsPath + "/{billingAccountId}";
    String workspace = BASE + "/workspaces/{workspaceId}";
    return List.of(
        Route.get(
            "getBillingAccountOfHuaweiAccount",
            BASE + "/huawei-accounts/{huaweiAccountId}/billing-account",
            this::accountOf),
        Route.postOnce("sendVerificationCode", codesPath, this::sendCode),
        Route.get("listVerificationCodes", codesPath, this::listCodes),
        Route.post("registerBillingAccount", accountsPath, this::register),
        Route.post("bindBillingAccount", accountsPath + "/bind", this::bind),
        Route.repeatable("confirmEnterprise", "PUT", account + "/enterprise", this::enterprise),
        Route.get("listBillingAccountWorkspaces", account + "/workspaces", this::listOfAccount),
        Route.get("listWorkspaces", BASE + "/workspaces", this::listWorkspaces),
        Route.get("getWorkspace", workspace, this::workspace),
        Route.post("createWorkspace", BASE + "/workspaces", this::createWorkspace),
        Route.post("registerGuanceAccount", BASE + "/guance-accounts", this::registerGuance),
        Route.post("bindWorkspace", workspace + "/binding", this::bindWorkspace),
        Route.get("getInstallToken", workspace + "/install-token", this::installToken),
        Route.get("listDataKits", workspace + "/datakits", this::listDataKits));
  }

  private Answer accountOf(Call call) {
    return accounts
        .of(call.at("huaweiAccountId"))
        .map(row -> Answer.ok(BillingWire.account(row)))
        .orElseThrow(() -> Refused.missing("BILLING_ACCOUNT", "no account settles through it"));
  }

  private Answer sendCode(Call call) {
    Body body = call.body();
    Codes.Sent sent =
        codes.send(body.text("purpose"), body.text("email"), body.text("externalReference"));
    return Answer.of(sent.fresh() ? 201 : 200, BillingWire.code(sent.row()));
  }

  private Answer listCodes(Call call) {
    String reference =
        call.asked("externalReference")
            .orElseThrow(() -> Refused.malformed("externalReference", "is required"));
    return Pages.of(call, codes.usable(reference), BillingWire::code);
  }

  private Answer register(Call call) {
    Body body = call.body();
    terms(body);
    Values.reference(body.text("externalReference"));
    BillingAccountRow row =
        accounts.register(owner(body), body.text("password"), body.text("site"), typed(body));
    return Answer.of(201, BillingWire.account(row));
  }

  private Answer bind(Call call) {
    Body body = call.body();
    terms(body);
    Values.reference(body.text("externalReference"));
    return Answer.ok(BillingWire.account(accounts.bind(owner(body), typed(body))));
  }

  private static BillingAccounts.Owner owner(Body body) {
    return new BillingAccounts.Owner(
        body.text("huaweiAccountId"), body.text("userName"), body.text("email"));
  }

  private static Codes.Typed typed(Body body) {
    return new Codes.Typed(body.text("verificationId"), body.text("code"));
  }

  /** The consent: who, when, which version; never assumed. */
  static void terms(Body body) {
    Body terms = body.inner("terms");
    Values.text("terms.version", terms.text("version"), 1, TERMS_LENGTH);
    Values.text("terms.acceptedBy", terms.text("acceptedBy"), 1, TERMS_LENGTH);
    try {
      Instant.parse(terms.text("at"));
    } catch (DateTimeParseException e) {
      throw Refused.invalid("terms.at", "a time in UTC, such as 2026-01-31T08:00:00Z");
    }
  }

  private Answer enterprise(Call call) {
    return Answer.ok(
        BillingWire.account(
            accounts.confirmEnterprise(call.at("billingAccountId"), call.body().text("name"))));
  }

  private Answer listOfAccount(Call call) {
    String id = accounts.find(call.at("billingAccountId")).billingAccountId();
    Optional<String> state =
        call.asked("state").map(value -> Values.oneOf(STATES, "state", value, "BINDABLE or BOUND"));
    return Pages.of(
        call,
        workspaces
            .all()
            .filter(row -> row.billingAccountId().filter(id::equals).isPresent())
            .filter(row -> state.isEmpty() || state.get().equals("BOUND") == row.bound()),
        BillingWire::workspace);
  }

  private Answer listWorkspaces(Call call) {
    String reference =
        call.asked("externalReference")
            .orElseThrow(() -> Refused.malformed("externalReference", "is required"));
    return Pages.of(
        call,
        workspaces.all().filter(row -> Workspaces.carries(row, reference)),
        BillingWire::workspace);
  }

  private Answer workspace(Call call) {
    return Answer.ok(BillingWire.workspace(workspaces.find(call.at("workspaceId"))));
  }

  private Answer createWorkspace(Call call) {
    Body body = call.body();
    terms(body);
    boolean proven = PROOF.stream().anyMatch(name -> body.optional(name).isPresent());
    Optional<Workspaces.Proof> proof =
        proven
            ? Optional.of(new Workspaces.Proof(body.text("email"), typed(body)))
            : Optional.empty();
    WorkspaceRow row = workspaces.create(wanted(body, body, body.text("billingAccountId")), proof);
    return Answer.of(201, BillingWire.workspace(row));
  }

  private static Workspaces.Wanted wanted(Body body, Body form, String billingAccountId) {
    return new Workspaces.Wanted(
        billingAccountId,
        form.text("name"),
        form.text("language"),
        body.text("site"),
        Optional.of(Values.reference(form.text("externalReference"))));
  }

  private Answer registerGuance(Call call) {
    Body body = call.body();
    terms(body);
    Workspaces.Registered done =
        workspaces.registerAndCreate(
            new BillingAccounts.Owner("", body.text("userName"), body.text("email")),
            body.text("password"),
            wanted(body, body.inner("workspace"), body.text("billingAccountId")),
            typed(body));
    return Answer.of(
        201,
        Fields.of("guanceAccountId", done.account().guanceAccountId())
            .and("workspace", BillingWire.workspace(done.workspace())));
  }

  private Answer bindWorkspace(Call call) {
    Body body = call.body();
    Workspaces.Settlement by =
        new Workspaces.Settlement(
            body.text("billingAccountId"), body.text("huaweiAccountId"), body.text("orderId"));
    Values.text("orderLineId", body.text("orderLineId"), 1, 64);
    return Answer.ok(BillingWire.workspace(workspaces.bind(call.at("workspaceId"), by)));
  }

  private Answer installToken(Call call) {
    return Answer.ok(Fields.of("token", workspaces.find(call.at("workspaceId")).token()));
  }

  private Answer listDataKits(Call call) {
    String id = workspaces.find(call.at("workspaceId")).workspaceId();
    return Pages.of(call, workspaces.dataKits(id).stream(), BillingWire::dataKit);
  }
}
