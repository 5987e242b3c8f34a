package com.guance.onboarding.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.guance.onboarding.domain.Secret;
import com.guance.onboarding.testkit.KooGallerySignature.Stamp;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.function.Predicate;

/** A partner's backend that answers as a test says, and remembers every call. */
final class FakePartner implements AutoCloseable {

  static final Secret PRODUCTION_KEY = Secret.of("production-key-1");
  static final Secret SYNC_KEY = Secret.of("sync-key-1");

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final HttpServer http;
  private final ExecutorService pool = Executors.newCachedThreadPool();
  private final List<Asked> asked = new CopyOnWriteArrayList<>();
  private volatile Function<Asked, Reply> answers = FakePartner::wellBehaved;

  FakePartner() {
    try {
      http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    http.setExecutor(pool);
    http.createContext("/koogallery", this::koogallery);
    http.start();
  }

  /** One call as it came in. */
  record Asked(String activity, JsonNode body, boolean signed, String nonce, long timestamp) {
    String get(String field) {
      return body.path(field).asText("");
    }
  }

  /** An answer; it is signed unless the key is empty. */
  record Reply(int status, String contentType, String body, boolean signed) {
    static Reply code(String code) {
      return json("{\"resultCode\":\"" + code + "\",\"resultMsg\":\"said\"}");
    }

    static Reply json(String body) {
      return new Reply(200, "application/json", body, true);
    }

    static Reply status(int status) {
      return new Reply(status, "application/json", "{\"resultCode\":\"000000\"}", true);
    }
  }

  /** Names each instance after its order line, and knows an address at once. */
  static Reply wellBehaved(Asked asked) {
    return switch (asked.activity()) {
      case "newInstance" ->
          Reply.json(
              "{\"resultCode\":\"000000\",\"resultMsg\":\"success.\",\"instanceId\":\""
                  + instance(asked.get("orderLineId"))
                  + "\"}");
      case "queryInstance" ->
          Reply.json(
              "{\"resultCode\":\"000000\",\"resultMsg\":\"success.\",\"info\":[{\"instanceId\":\""
                  + asked.get("instanceId")
                  + "\",\"appInfo\":{\"frontEndUrl\":\"https://app.example.com\"}}]}");
      default -> Reply.code("000000");
    };
  }

  static String instance(String orderLineId) {
    return "partner-" + orderLineId;
  }

  URI uri() {
    return URI.create("http://127.0.0.1:" + http.getAddress().getPort());
  }

  HttpServer http() {
    return http;
  }

  PartnerConnection.Builder connection() {
    return PartnerConnection.builder()
        .uri(uri())
        .productionKey(PRODUCTION_KEY)
        .syncKey(SYNC_KEY)
        .playBuyer(false);
  }

  void answers(Function<Asked, Reply> how) {
    answers = how;
  }

  /** Behaves well, except where the condition holds. */
  void answers(Predicate<Asked> when, Reply reply) {
    answers(asked -> when.test(asked) ? reply : wellBehaved(asked));
  }

  List<Asked> asked() {
    return List.copyOf(asked);
  }

  List<Asked> asked(String activity) {
    return asked.stream().filter(one -> one.activity().equals(activity)).toList();
  }

  List<String> activities() {
    return asked.stream().map(Asked::activity).toList();
  }

  void forget() {
    asked.clear();
  }

  private void koogallery(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readAllBytes();
      Asked call = read(exchange, body);
      asked.add(call);
      Reply reply = answers.apply(call);
      byte[] text = reply.body().getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", reply.contentType());
      if (reply.signed()) {
        Secret key = call.body().has("activity") ? PRODUCTION_KEY : SYNC_KEY;
        exchange
            .getResponseHeaders()
            .set(
                "Body-Sign",
                "sign_type=\"HMAC-SHA256\", signature= \""
                    + KooGallerySignature.body(key, text)
                    + "\"");
      }
      exchange.sendResponseHeaders(reply.status(), text.length);
      exchange.getResponseBody().write(text);
    }
  }

  private static Asked read(HttpExchange exchange, byte[] body) throws IOException {
    JsonNode tree = MAPPER.readTree(body);
    String query = exchange.getRequestURI().getRawQuery();
    if (query != null) {
      Map<String, String> stamp = WebRequest.pairs(query);
      return new Asked(
          tree.path("activity").asText(),
          tree,
          KooGallerySignature.production(PRODUCTION_KEY, stamp(stamp), body)
              .equals(stamp.get("signature")),
          stamp.getOrDefault("nonce", ""),
          Long.parseLong(stamp.getOrDefault("timestamp", "0")));
    }
    String path = exchange.getRequestURI().getPath();
    String nonce = exchange.getRequestHeaders().getFirst("x-nonce");
    String time = exchange.getRequestHeaders().getFirst("x-timestamp");
    boolean signed =
        path.startsWith("/koogallery/produceAPI/v2/")
            && KooGallerySignature.kit(SYNC_KEY, new Stamp(nonce, time), body)
                .equals(exchange.getRequestHeaders().getFirst("x-sign"));
    return new Asked(
        path.substring(path.lastIndexOf('/') + 1), tree, signed, nonce, Long.parseLong(time));
  }

  private static Stamp stamp(Map<String, String> query) {
    return new Stamp(query.getOrDefault("nonce", ""), query.getOrDefault("timestamp", ""));
  }

  @Override
  public void close() {
    http.stop(0);
    pool.shutdownNow();
  }
}
