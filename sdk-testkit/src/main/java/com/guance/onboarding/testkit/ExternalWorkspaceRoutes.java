package com.guance.onboarding.testkit;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Workspaces, keys, DataKits and queries through the External API of a private deployment. */
final class ExternalWorkspaceRoutes {

  /** The site of a deployment's workspaces; no site of Guance's own has this key. */
  static final String SITE = "deployment";

  private static final int NAME_LENGTH = 256;

  private final Workspaces workspaces;
  private final DeployedAccounts accounts;
  private final ApiKeys keys;
  private final HostObjects hosts;
  private final GuanceReply reply;

  ExternalWorkspaceRoutes(
      Workspaces workspaces,
      DeployedAccounts accounts,
      ApiKeys keys,
      HostObjects hosts,
      GuanceReply reply) {
    this.workspaces = workspaces;
    this.accounts = accounts;
    this.keys = keys;
    this.hosts = hosts;
    this.reply = reply;
  }

  List<ApiRoute> all(GuanceApi door) {
    String base = OpenApiRoutes.BASE;
    String workspace = base + "/workspace";
    return List.of(
        ApiRoute.of("externalListWorkspaces", door, "GET", workspace + "/list", this::list),
        ApiRoute.of("externalCreateWorkspace", door, "POST", workspace + "/create", this::create),
        ApiRoute.of(
            "externalAddAccessKey", door, "POST", workspace + "/accesskey/add", this::addKey),
        ApiRoute.of(
            "externalModifyWorkspace",
            door,
            "POST",
            workspace + "/{workspace}/modify",
            this::modify),
        ApiRoute.of(
            "externalTransferOwner",
            door,
            "POST",
            workspace + "/{workspace}/owner/transfer",
            this::transfer),
        ApiRoute.of("externalListDataKits", door, "GET", base + "/datakit/list", this::dataKits),
        ApiRoute.of(
            "externalQueryData", door, "POST", base + "/df/{workspace}/query_data", this::query));
  }

  private Stream<WorkspaceRow> all() {
    return workspaces.all().filter(row -> row.site().equals(SITE));
  }

  private WorkspaceRow find(String id) {
    return all()
        .filter(row -> row.workspaceId().equals(id))
        .findFirst()
        .orElseThrow(() -> Refused.missing("WORKSPACE", "there is no such workspace"));
  }

  WorkspaceRow make(String name, String language, String ownerId) {
    return workspaces.put(
        workspaces
            .fresh(Values.text("name", name, 1, NAME_LENGTH), language, SITE)
            .ownerId(accounts.find(ownerId).accountId())
            .build());
  }

  private Answer list(ApiCall call) {
    String search = call.asked("search").orElse("");
    return reply.nested(
        call,
        all()
            .filter(row -> row.name().contains(search) || row.workspaceId().equals(search))
            .map(ExternalWorkspaceRoutes::show)
            .toList());
  }

  private Answer create(ApiCall call) {
    Body body = call.body();
    String language =
        body.optional("language").map(value -> Values.language("language", value)).orElse("zh");
    return reply.ok(show(make(body.text("name"), language, body.text("ownerUuid"))));
  }

  private Answer modify(ApiCall call) {
    WorkspaceRow row = find(call.at("workspace"));
    String name =
        call.body()
            .optional("name")
            .map(value -> Values.text("name", value, 1, NAME_LENGTH))
            .orElse(row.name());
    return reply.ok(
        show(workspaces.put(ImmutableWorkspaceRow.builder().from(row).name(name).build())));
  }

  private Answer transfer(ApiCall call) {
    WorkspaceRow row = find(call.at("workspace"));
    String owner = accounts.find(call.body().text("accountUUID")).accountId();
    workspaces.put(ImmutableWorkspaceRow.builder().from(row).ownerId(owner).build());
    return reply.ok(true);
  }

  private Answer addKey(ApiCall call) {
    WorkspaceRow row = find(call.body().text("workspaceUUID"));
    ApiKeyRow key = keys.create(row.workspaceId(), call.body().text("name"));
    return reply.ok(OpenApiWire.key(key, Optional.empty()));
  }

  private Answer dataKits(ApiCall call) {
    String workspace = call.asked("workspaceUUID").orElse("");
    boolean offline = call.asked("isOnline").filter("false"::equals).isPresent();
    Stream<WorkspaceRow> asked = workspace.isEmpty() ? all() : Stream.of(find(workspace));
    return reply.nested(
        call,
        asked
            .flatMap(row -> workspaces.dataKits(row.workspaceId()).stream())
            .filter(row -> !offline && row.host().contains(call.asked("search").orElse("")))
            .filter(row -> call.asked("version").map(DataKitRow.VERSION::equals).orElse(true))
            .map(ExternalWorkspaceRoutes::show)
            .toList());
  }

  private Answer query(ApiCall call) {
    return reply.ok(hosts.answer(call.body().node(), find(call.at("workspace")).workspaceId()));
  }

  private static Fields show(WorkspaceRow row) {
    return Fields.of("uuid", row.workspaceId())
        .and("name", row.name())
        .and("language", row.language())
        .and("token", row.token())
        .and("ownerUuid", row.ownerId())
        .and("status", 0)
        .and("createAt", row.createdAt().getEpochSecond());
  }

  private static Fields show(DataKitRow row) {
    return Fields.of("hostName", row.host())
        .and("os", "linux")
        .and("arch", "amd64")
        .and("version", DataKitRow.VERSION)
        .and("onlineTime", row.firstSeenAt().getEpochSecond())
        .and("lastUpdateTime", row.firstSeenAt().getEpochSecond())
        .and("extend", Fields.of("ip", "10.0.0.1"))
        .and("workspaceUUID", row.workspaceId());
  }
}
