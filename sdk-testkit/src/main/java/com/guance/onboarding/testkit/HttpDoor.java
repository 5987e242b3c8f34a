package com.guance.onboarding.testkit;

import com.guance.onboarding.domain.InvalidInputException;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds the route of a request; calls of the gateways can go wrong, calls of tests cannot. */
final class HttpDoor {

  private static final Logger LOG = LoggerFactory.getLogger(HttpDoor.class);

  private final Ids ids;
  private final List<Route> gateways;
  private final List<Route> control;
  private final List<WebRoute> web;
  private final FaultyGateway gateway;
  private final GuanceDoor guance;

  HttpDoor(Ids ids, Addresses addresses, FaultyGateway gateway, GuanceDoor guance) {
    this.ids = ids;
    this.gateways = List.copyOf(addresses.gateways());
    this.control = List.copyOf(addresses.control());
    this.web = List.copyOf(addresses.web());
    this.gateway = gateway;
    this.guance = guance;
  }

  /** What is served besides Guance's own APIs. */
  record Addresses(List<Route> gateways, List<Route> control, List<WebRoute> web) {}

  /** Ends the exchange in any case; one that was not answered loses its connection. */
  void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      handle(new Received(exchange, ids));
    }
  }

  private void handle(Received received) throws IOException {
    try {
      answer(received);
    } catch (Refused refused) {
      received.refuse(refused);
    } catch (InvalidInputException e) {
      received.refuse(Refused.malformed(e.field(), e.rule()));
    } catch (IllegalArgumentException e) {
      received.refuse(Refused.of(400, "INVALID_REQUEST", "a value cannot be read"));
    } catch (RuntimeException e) {
      LOG.error("the emulator failed at {}", received.requestId(), e);
      received.refuse(Refused.of(500, "EMULATOR_FAILED", "the emulator failed; see its log"));
    }
  }

  private void answer(Received received) throws IOException {
    List<String> path = received.path();
    Optional<Found> found = find(gateways, received.method(), path);
    if (found.isPresent()) {
      gateway.handle(received, found.get());
      return;
    }
    Optional<WebRoute> address =
        web.stream().filter(route -> route.matches(received.method(), path)).findFirst();
    if (address.isPresent()) {
      received.send(address.get().handler().apply(received.web()));
      return;
    }
    if (guance.handles(received)) {
      return;
    }
    Found own =
        find(control, received.method(), path)
            .orElseThrow(() -> Refused.of(404, "NOT_FOUND", "there is no such operation"));
    Body body = Body.of(Json.object(received.body()));
    received.send(own.route().handler().apply(new Call(own.values(), received.query(), body)));
  }

  /** A route, and the values of its path's variables. */
  record Found(Route route, Map<String, String> values) {}

  private static Optional<Found> find(List<Route> routes, String method, List<String> path) {
    for (Route route : routes) {
      if (route.method().equals(method)) {
        Optional<Map<String, String>> values = route.match(path);
        if (values.isPresent()) {
          return Optional.of(new Found(route, values.get()));
        }
      }
    }
    return Optional.empty();
  }
}
