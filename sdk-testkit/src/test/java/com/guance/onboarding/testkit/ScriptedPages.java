package com.guance.onboarding.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** The pages of a partner's backend: console tasks until authSync, then a form after the other. */
final class ScriptedPages {

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final String CONSOLE =
      "[{\"id\":\"org\",\"kind\":\"CREATE_ORGANIZATION\",\"inputs\":[],\"details\":{}},"
          + "{\"id\":\"bind\",\"kind\":\"BIND_APP\",\"inputs\":[],\"details\":{}}]";

  private final FakePartner partner;
  private final List<String> answered = new CopyOnWriteArrayList<>();
  private final Map<String, JsonNode> values = new ConcurrentHashMap<>();
  private volatile Runnable beforeCode = () -> {};
  private volatile boolean gone;

  ScriptedPages(FakePartner partner) {
    this.partner = partner;
    partner.http().createContext("/onboardings", this::handle);
  }

  /** What the backend does when it comes to the code. */
  void beforeCode(Runnable act) {
    beforeCode = act;
  }

  void gone() {
    gone = true;
  }

  boolean completed() {
    return answered.size() == 3;
  }

  List<String> answered() {
    return List.copyOf(answered);
  }

  String value(String task, String input) {
    JsonNode given = values.get(task);
    return given == null ? "" : given.path(input).asText("");
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getPath();
      if (gone || partner.asked("newInstance").isEmpty()) {
        exchange.sendResponseHeaders(404, -1);
        return;
      }
      if (exchange.getRequestMethod().equals("POST")) {
        take(path.substring(path.lastIndexOf('/') + 1), exchange.getRequestBody().readAllBytes());
      }
      String one = one();
      byte[] text =
          (path.equals("/onboardings") ? "[" + one + "]" : one).getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.sendResponseHeaders(200, text.length);
      exchange.getResponseBody().write(text);
    }
  }

  private void take(String task, byte[] body) throws IOException {
    if (task.equals(open())) {
      values.put(task, MAPPER.readTree(body).path("values"));
      if (task.equals("details")) {
        beforeCode.run();
      }
      answered.add(task);
    }
  }

  /** The form that is open; empty before the organization is known. */
  private String open() {
    if (partner.asked("authSync").isEmpty()) {
      return "";
    }
    return switch (answered.size()) {
      case 0 -> "details";
      case 1 -> "code";
      default -> "password";
    };
  }

  private String one() {
    FakePartner.Asked order = partner.asked("newInstance").get(0);
    return "{\"id\":\"onb-1\",\"orderId\":\""
        + order.get("orderId")
        + "\",\"outcome\":\""
        + (completed() ? "COMPLETED" : "WAITING")
        + "\",\"stage\":\"MEMBER\",\"waitingFor\":[],\"tasks\":"
        + (completed() ? "[]" : tasks())
        + "}";
  }

  private String tasks() {
    return switch (open()) {
      case "details" -> form("details", "PROVIDE_DETAILS", "billing.userName", false);
      case "code" -> form("code", "ENTER_CODE", "code", true);
      case "password" -> form("password", "SET_PASSWORD", "password", true);
      default -> CONSOLE;
    };
  }

  private static String form(String id, String kind, String input, boolean secret) {
    return "[{\"id\":\""
        + id
        + "\",\"kind\":\""
        + kind
        + "\",\"provenBy\":\"a read\",\"details\":{},\"inputs\":[{\"name\":\""
        + input
        + "\",\"secret\":"
        + secret
        + ",\"required\":true,\"options\":[],\"rule\":\"\"}]}]";
  }
}
