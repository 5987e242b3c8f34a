package com.guance.onboarding.testkit;

import java.time.Instant;
import java.util.List;

/** Accounts through the External API of a private deployment. */
final class ExternalAccountRoutes {

  private final DeployedAccounts accounts;
  private final Workspaces workspaces;
  private final GuanceReply reply;

  ExternalAccountRoutes(DeployedAccounts accounts, Workspaces workspaces, GuanceReply reply) {
    this.accounts = accounts;
    this.workspaces = workspaces;
    this.reply = reply;
  }

  List<ApiRoute> all(GuanceApi door) {
    String account = OpenApiRoutes.BASE + "/account";
    return List.of(
        ApiRoute.of("externalListAccounts", door, "GET", account + "/list", this::list),
        ApiRoute.of("externalAddAccount", door, "POST", account + "/add", this::add),
        ApiRoute.of("externalDeleteAccounts", door, "POST", account + "/delete", this::delete),
        ApiRoute.of(
            "externalModifyAccount", door, "POST", account + "/{account}/modify", this::modify));
  }

  private Answer list(ApiCall call) {
    return reply.nested(
        call,
        accounts
            .search(call.asked("search").orElse(""))
            .map(row -> show(row).and("wsInfo", memberships(row)))
            .toList());
  }

  private Answer add(ApiCall call) {
    return reply.ok(show(accounts.add(call.body())));
  }

  private Answer modify(ApiCall call) {
    return reply.ok(show(accounts.modify(call.at("account"), call.body())));
  }

  private Answer delete(ApiCall call) {
    accounts.delete(call.body().texts("accountUUIDs"));
    return reply.ok(true);
  }

  private List<Fields> memberships(DeployedAccountRow account) {
    return workspaces
        .all()
        .filter(row -> row.ownerId().filter(account.accountId()::equals).isPresent())
        .map(
            row ->
                Fields.of("uuid", row.workspaceId())
                    .and("name", row.name())
                    .and("roles", List.of(Fields.of("uuid", "owner"))))
        .toList();
  }

  private static Fields show(DeployedAccountRow row) {
    Instant since = row.createdAt();
    return Fields.of("uuid", row.accountId())
        .and("username", row.userName())
        .and("email", row.email())
        .and("name", row.name())
        .and("mobile", row.mobile())
        .and("exterId", row.externalId())
        .and("language", row.language().orElse(""))
        .and("status", 0)
        .and("isUsed", 0)
        .and("enableMFA", false)
        .and("mfaSecret", "****")
        .and("attributes", Json.map(row.attributes()))
        .and("extend", null)
        .and("nameSpace", "")
        .and("timezone", "")
        .and("tokenHoldTime", 604_800)
        .and("tokenMaxValidDuration", 2_592_000)
        .and("createAt", since.getEpochSecond())
        .and("updateAt", since.getEpochSecond())
        .and("creator", "SYS")
        .and("updator", "SYS")
        .and("deleteAt", -1)
        .and("canaryPublic", false)
        .and("statusPageSubs", 0)
        .and("id", 1);
  }
}
