package com.guance.onboarding.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;

/** What Guance really publishes: OpenAPI, the External API of a private deployment, the dataway. */
final class GuanceApis {

  private final Workspaces workspaces;
  private final ApiKeys keys;
  private final DeployedAccounts accounts;
  private final ExternalWorkspaceRoutes deployedWorkspaces;
  private final List<ApiRoute> routes;

  GuanceApis(World world, Workspaces workspaces, Clock realTime) {
    this.workspaces = workspaces;
    this.keys = new ApiKeys(world, workspaces);
    this.accounts = new DeployedAccounts(world);
    GuanceReply reply = new GuanceReply(world.ids());
    HostObjects hosts = new HostObjects(workspaces);
    this.deployedWorkspaces = new ExternalWorkspaceRoutes(workspaces, accounts, keys, hosts, reply);
    GuanceApi open = new OpenApiDoor(world, keys, reply);
    GuanceApi external = new ExternalApiDoor(world, reply, realTime);
    ApiRoute query =
        ApiRoute.of(
            "openApiQueryData",
            open,
            "GET",
            OpenApiRoutes.BASE + "/df/query_data",
            call -> reply.ok(hosts.answer(queries(call), call.workspaceId())));
    this.routes =
        Stream.of(
                new OpenApiRoutes(world, workspaces, keys, reply).all(open),
                new BillRoutes(world, workspaces, reply).all(open),
                List.of(query),
                new ExternalAccountRoutes(accounts, workspaces, reply).all(external),
                deployedWorkspaces.all(external),
                new DatawayDoor(workspaces).all())
            .flatMap(List::stream)
            .toList();
  }

  private static JsonNode queries(ApiCall call) {
    byte[] text = call.required("queries_body").getBytes(StandardCharsets.UTF_8);
    return Json.object(text);
  }

  List<ApiRoute> routes() {
    return routes;
  }

  boolean knows(String operation) {
    return routes.stream().anyMatch(route -> route.operation().equals(operation));
  }

  ApiKeys keys() {
    return keys;
  }

  DeployedAccounts accounts() {
    return accounts;
  }

  /** A workspace of the private deployment. */
  WorkspaceRow deployedWorkspace(String name, String language, String ownerId) {
    return deployedWorkspaces.make(name, language, ownerId);
  }

  /** A DataKit with this token reports: the dataway takes it or refuses it. */
  DataKitRow report(String token, String host) {
    return workspaces.install(workspaces.ofToken(token).workspaceId(), host);
  }
}
