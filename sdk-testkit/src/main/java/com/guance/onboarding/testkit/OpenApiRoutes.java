package com.guance.onboarding.testkit;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Workspace, members and keys of Guance's OpenAPI (contracts/guance.md §3.2). */
final class OpenApiRoutes {

  static final String BASE = "/api/v1";

  private static final int NAME_LENGTH = 256;
  private static final int MOST_INVITED = 100;
  private static final Set<String> STYLES = Set.of("ops", "test", "dev");

  private final World world;
  private final Workspaces workspaces;
  private final ApiKeys keys;
  private final WorkspaceOwners owners;
  private final GuanceReply reply;
  private final OpenApiWire wire = new OpenApiWire();

  OpenApiRoutes(World world, Workspaces workspaces, ApiKeys keys, GuanceReply reply) {
    this.world = world;
    this.workspaces = workspaces;
    this.keys = keys;
    this.owners = new WorkspaceOwners(world.tables());
    this.reply = reply;
  }

  List<ApiRoute> all(GuanceApi door) {
    String workspace = BASE + "/workspace";
    return List.of(
        ApiRoute.of("openApiGetWorkspace", door, "GET", workspace + "/get", this::get),
        ApiRoute.of("openApiCreateWorkspace", door, "POST", workspace + "/create", this::create),
        ApiRoute.of("openApiModifyWorkspace", door, "POST", workspace + "/modify", this::modify),
        ApiRoute.of("openApiListMembers", door, "GET", workspace + "/members/list", this::members),
        ApiRoute.of(
            "openApiInviteMembers",
            door,
            "POST",
            workspace + "/member/batch_invitation",
            this::invite),
        ApiRoute.of(
            "openApiAddAccessKey", door, "POST", workspace + "/accesskey/add", this::addKey),
        ApiRoute.of(
            "openApiListAccessKeys", door, "GET", workspace + "/accesskey/list", this::listKeys));
  }

  private WorkspaceRow own(ApiCall call) {
    return workspaces.find(call.workspaceId());
  }

  private int memberCount(WorkspaceRow row) {
    return owners.of(row).isPresent() ? 1 : 0;
  }

  private Answer get(ApiCall call) {
    WorkspaceRow row = own(call);
    return reply.ok(wire.workspace(row, memberCount(row)));
  }

  /** The new workspace belongs to the owner of the key's, and is on the free plan. */
  private Answer create(ApiCall call) {
    Body body = call.body();
    String name = Values.text("name", body.text("name"), 1, NAME_LENGTH);
    body.optional("menuStyle")
        .ifPresent(style -> Values.oneOf(STYLES, "menuStyle", style, "ops, test or dev"));
    String language =
        body.optional("language").map(value -> Values.language("language", value)).orElse("zh");
    WorkspaceRow mine = own(call);
    WorkspaceRow made =
        workspaces.put(
            workspaces
                .fresh(name, language, mine.site())
                .description(body.optional("desc"))
                .ownerId(mine.ownerId())
                .build());
    Optional<WorkspaceOwners.Owner> owner = owners.of(mine);
    Fields content =
        Fields.of("accountInfo", owner.map(WorkspaceOwners.Owner::accountId).stream().toList())
            .and("makeResourceExceptionCode", "")
            .and(
                "ownerInfo",
                owner.map(
                    one ->
                        Fields.of("accountUUID", one.accountId())
                            .and("email", one.email())
                            .and("name", one.name())))
            .and("wsInfo", wire.common(made));
    return reply.ok(
        body.flag("needCreateAk")
            ? content.and("akInfo", newKey(made, body.optional("akName").orElse("")))
            : content);
  }

  private Fields newKey(WorkspaceRow row, String name) {
    ApiKeyRow key = keys.create(row.workspaceId(), name.isEmpty() ? row.name() : name);
    return Fields.of("keyId", key.keyId()).and("keySk", key.secret()).and("name", key.name());
  }

  private Answer modify(ApiCall call) {
    ImmutableWorkspaceRow.Builder changed = ImmutableWorkspaceRow.builder().from(own(call));
    call.body()
        .optional("name")
        .ifPresent(name -> changed.name(Values.text("name", name, 1, NAME_LENGTH)));
    call.body().optional("desc").ifPresent(changed::description);
    WorkspaceRow row = workspaces.put(changed.build());
    return reply.ok(wire.workspace(row, memberCount(row)));
  }

  private Answer members(ApiCall call) {
    WorkspaceRow row = own(call);
    String search = call.asked("search").orElse("");
    return reply.list(
        call,
        owners.of(row).stream()
            .filter(one -> (one.name() + one.userName() + one.email()).contains(search))
            .map(one -> OpenApiWire.member(one, row.createdAt()))
            .toList());
  }

  private Answer invite(ApiCall call) {
    Body body = call.body();
    List<String> emails = body.texts("to");
    List<String> roles = body.texts("roleUUIDs");
    if (emails.size() > MOST_INVITED || !body.text("method").equals("email")) {
      throw Refused.invalid("to", "1 to " + MOST_INVITED + " addresses, by email");
    }
    for (String email : emails) {
      Values.email("to", email);
    }
    for (String email : emails) {
      for (String role : roles) {
        world.tables().invitations.add(new InvitationRow(call.workspaceId(), email, role));
      }
    }
    return reply.ok(true);
  }

  private Answer addKey(ApiCall call) {
    WorkspaceRow row = own(call);
    ApiKeyRow key = keys.create(row.workspaceId(), call.body().text("name"));
    return reply.ok(OpenApiWire.key(key, owners.of(row)));
  }

  private Answer listKeys(ApiCall call) {
    WorkspaceRow row = own(call);
    return reply.list(
        call,
        keys.of(row.workspaceId()).stream()
            .map(key -> OpenApiWire.key(key, owners.of(row)))
            .toList());
  }
}
