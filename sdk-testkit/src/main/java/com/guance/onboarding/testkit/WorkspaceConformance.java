package com.guance.onboarding.testkit;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** The checks of a Billing Center gateway about workspaces. */
final class WorkspaceConformance {

  private static final String WORKSPACES = "/workspaces";

  private final GatewayConformanceSettings settings;
  private final GatewayChecks checks;
  private final GatewayProbe gateway;
  private final Supplier<String> account;
  private Optional<String> workspace = Optional.empty();

  WorkspaceConformance(
      GatewayConformanceSettings settings,
      GatewayChecks checks,
      GatewayProbe gateway,
      Supplier<String> account) {
    this.settings = settings;
    this.checks = checks;
    this.gateway = gateway;
    this.account = account;
  }

  void run() {
    checks.check("language is required", this::withoutLanguage);
    checks.check("refused workspace name is named", this::invalidName);
    checks.check("workspace is created", this::create);
    checks.check("workspace's key gives the stored answer", this::sameKey);
    checks.check("existing workspace is a conflict with its id", this::existing);
    checks.check("workspace is found by reference only", this::find);
    checks.check("unknown workspace is not found", this::unknown);
    checks.check("workspace is bound, again without harm", this::bind);
    checks.check("workspaces are listed by state", this::list);
    checks.check("list of workspaces has pages", this::pages);
    checks.check("install token is given", this::token);
    checks.check("DataKits are a list", this::dataKits);
    new LifecycleConformance(settings, gateway, account, this::workspace).run(checks);
  }

  private String reference() {
    return "workspace-" + settings.run();
  }

  private Fields newWorkspace(String name, String reference) {
    return Fields.of("billingAccountId", account.get())
        .and("name", name)
        .and("language", "en")
        .and("site", "cn4")
        .and("terms", BillingConformance.terms())
        .and("externalReference", reference);
  }

  private GatewayReply post(String key, Fields body) {
    return gateway.post(WORKSPACES, key, body);
  }

  private void withoutLanguage() {
    post(
            "language-" + settings.run(),
            newWorkspace("Conformance", reference()).and("language", null))
        .refused(422, "INVALID_VALUE")
        .naming("language");
  }

  private void invalidName() {
    post("name-" + settings.run(), newWorkspace("x".repeat(257), reference()))
        .refused(422, "INVALID_VALUE")
        .naming("name")
        .withRule()
        .notTelling("x".repeat(257));
  }

  private void create() {
    GatewayReply created =
        post(reference(), newWorkspace("Conformance", reference()))
            .ok(201)
            .saying("name", "Conformance")
            .saying("language", "en")
            .saying("site", "cn4")
            .saying("externalReference", reference());
    created.text("state");
    workspace = Optional.of(created.text("workspaceId"));
  }

  private void sameKey() {
    post(reference(), newWorkspace("Conformance", reference()))
        .ok(201)
        .saying("workspaceId", workspace());
  }

  private void existing() {
    post("again-" + settings.run(), newWorkspace("Conformance", reference()))
        .refused(409, "WORKSPACE_EXISTS")
        .existing(workspace());
  }

  private void find() {
    String path = WORKSPACES + "?externalReference=";
    List<String> own =
        ConformancePages.ids(gateway, path + GatewayProbe.in(reference()), "workspaceId");
    if (!own.equals(List.of(workspace()))) {
      throw Unfit.failed("the list for the reference is not this workspace alone");
    }
    if (!ConformancePages.ids(gateway, path + "Conformance", "workspaceId").isEmpty()) {
      throw Unfit.failed("a workspace is found by its name");
    }
    gateway.get(path()).ok(200).saying("workspaceId", workspace());
  }

  private void unknown() {
    gateway.get(WORKSPACES + "/unknown-" + settings.run()).refused(404, "WORKSPACE_NOT_FOUND");
  }

  private void bind() {
    Fields settlement =
        Fields.of("billingAccountId", account.get())
            .and("huaweiAccountId", settings.buyer().value())
            .and("orderId", "CS" + settings.run())
            .and("orderLineId", "1");
    for (String key : List.of("bind-", "bind-again-")) {
      gateway
          .post(path() + "/binding", key + settings.run(), settlement)
          .ok(200)
          .saying("workspaceId", workspace())
          .saying("state", "BOUND")
          .saying("billingAccountId", account.get());
    }
  }

  private String ofAccount() {
    return "/billing-accounts/" + GatewayProbe.in(account.get()) + "/workspaces";
  }

  private void list() {
    String id = workspace();
    if (!ConformancePages.ids(gateway, ofAccount() + "?state=BOUND", "workspaceId").contains(id)) {
      throw Unfit.failed("the bound workspace is not listed as such");
    }
    if (ConformancePages.ids(gateway, ofAccount() + "?state=BINDABLE", "workspaceId")
        .contains(id)) {
      throw Unfit.failed("the bound workspace is listed as bindable");
    }
  }

  private void pages() {
    String second = reference() + "-2";
    GatewayReply other = post(second, newWorkspace("Conformance 2", second)).ok(201);
    ConformancePages.walk(
        gateway, ofAccount(), "workspaceId", Set.of(workspace(), other.text("workspaceId")));
    ConformancePages.bounds(gateway, ofAccount());
  }

  private void token() {
    gateway.get(path() + "/install-token").ok(200).text("token");
  }

  private void dataKits() {
    gateway.get(path() + "/datakits").items();
  }

  private String path() {
    return WORKSPACES + "/" + GatewayProbe.in(workspace());
  }

  private String workspace() {
    return workspace.orElseThrow(() -> Unfit.skipped("needs the workspace"));
  }
}
