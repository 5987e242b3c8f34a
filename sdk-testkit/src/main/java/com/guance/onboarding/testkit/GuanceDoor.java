package com.guance.onboarding.testkit;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The door of Guance's own APIs: finds the operation, lets the request in, carries it out. */
final class GuanceDoor {

  private final World world;
  private final List<ApiRoute> routes;
  private final FaultyGateway faulty;

  GuanceDoor(World world, List<ApiRoute> routes, FaultyGateway faulty) {
    this.world = world;
    this.routes = List.copyOf(routes);
    this.faulty = faulty;
  }

  /** Answers if the request is for one of these APIs; false if it is not. */
  boolean handles(Received received) throws IOException {
    List<String> path = received.path();
    WebRequest request = received.web();
    for (ApiRoute route : routes) {
      Optional<Map<String, String>> values = route.match(request, path);
      if (values.isPresent()) {
        faulty.handle(
            received,
            new FaultyGateway.Asked(
                route.operation(), faults(route), effect(route, request, values.get())));
        return true;
      }
    }
    return false;
  }

  private static FaultyGateway.Refusals faults(ApiRoute route) {
    return refused ->
        route.api().refused(refused.status() == 429 ? route.api().throttled() : refused);
  }

  /** Who repeats a request repeats its signature too, so it is let in once for all its effects. */
  private FaultyGateway.Effect effect(
      ApiRoute route, WebRequest request, Map<String, String> values) {
    try {
      Optional<String> workspace = world.act(Origin.GATEWAY, () -> route.api().admit(request));
      return () -> carryOut(route, request, values, workspace.orElse(""));
    } catch (Refused refused) {
      return () -> route.api().refused(refused);
    }
  }

  private Answer carryOut(
      ApiRoute route, WebRequest request, Map<String, String> values, String workspace) {
    try {
      ApiCall call =
          new ApiCall(values, request.query(), Body.of(Json.object(request.body())), workspace);
      return world.act(Origin.GATEWAY, () -> route.handler().apply(call));
    } catch (Refused refused) {
      return route.api().refused(refused);
    }
  }
}
