package com.guance.onboarding.testkit;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** A partner's landing address that asks its question, and writes down what the browser does. */
final class ScriptedLanding {

  private final List<String> steps = new CopyOnWriteArrayList<>();
  private volatile Map<String, String> arrived = Map.of();
  private volatile int status = 200;
  private volatile String page =
      "<form action='/elsewhere' method=get><input type=hidden name=a value=b></form>"
          + "<p>You are signing in as Wendy&#64;gcy, GCY &amp; Co</p>"
          + "<form method=\"post\" action=\"/sign-in\">"
          + "<input type=\"hidden\" name=\"csrf\" value=\"t&amp;1\"><button>Go on</button></form>";
  private volatile String next = "/welcome";

  ScriptedLanding(FakePartner partner) {
    partner.http().createContext("/sign-in", this::signIn);
    partner.http().createContext("/welcome", this::welcome);
  }

  void refuses(int with) {
    status = with;
  }

  void shows(String html) {
    page = html;
  }

  void leadsTo(String address) {
    next = address;
  }

  /** What the browser brought along when it came. */
  Map<String, String> arrived() {
    return arrived;
  }

  List<String> steps() {
    return List.copyOf(steps);
  }

  private void signIn(HttpExchange exchange) throws IOException {
    try (exchange) {
      if (exchange.getRequestMethod().equals("GET")) {
        arrived = WebRequest.pairs(exchange.getRequestURI().getRawQuery());
        steps.add("landed");
        exchange.getResponseHeaders().add("Set-Cookie", "session=s1; Path=/; HttpOnly");
        send(exchange, status, page);
      } else {
        Map<String, String> form =
            WebRequest.pairs(
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        steps.add("pressed " + form + " with " + cookie(exchange));
        exchange.getResponseHeaders().add("Set-Cookie", "session=s2; Path=/; HttpOnly");
        exchange.getResponseHeaders().set("Location", next);
        exchange.sendResponseHeaders(303, -1);
      }
    }
  }

  private void welcome(HttpExchange exchange) throws IOException {
    try (exchange) {
      steps.add("in with " + cookie(exchange));
      send(exchange, 200, "<p>Welcome</p>");
    }
  }

  private static String cookie(HttpExchange exchange) {
    return exchange.getRequestHeaders().getFirst("Cookie");
  }

  private static void send(HttpExchange exchange, int status, String html) throws IOException {
    byte[] text = html.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
    exchange.sendResponseHeaders(status, text.length);
    exchange.getResponseBody().write(text);
  }
}
