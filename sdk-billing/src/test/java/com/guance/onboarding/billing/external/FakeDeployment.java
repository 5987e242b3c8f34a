package com.guance.onboarding.billing.external;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Predicate;

/** A private deployment that remembers accounts and workspaces, behind its External API. */
final class FakeDeployment implements AutoCloseable {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  static {
    System.setProperty("sun.net.httpserver.nodelay", "true");
  }

  final List<ObjectNode> accounts = new ArrayList<>();
  final List<ObjectNode> workspaces = new ArrayList<>();
  final List<ObjectNode> dataKits = new ArrayList<>();
  final List<String> effects = new ArrayList<>();
  private final HttpServer server;
  private final ExecutorService threads = Executors.newFixedThreadPool(4);
  private String cutAfter = "";
  private int lostChanges;

  FakeDeployment() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** The next call of this path has its effect, and its answer is lost. */
  synchronized void cutAfter(String path) {
    cutAfter = path;
  }

  /** Somebody else writes over the next changes at once. */
  synchronized void loseChanges(int count) {
    lostChanges = count;
  }

  synchronized ObjectNode existingAccount(String userName, String email) {
    return account(MAPPER.createObjectNode().put("username", userName).put("email", email));
  }

  synchronized ObjectNode existingWorkspace(String name, String owner) {
    return workspace(MAPPER.createObjectNode().put("name", name).put("ownerUuid", owner));
  }

  synchronized void dataKitReports(String host) {
    dataKits.add(MAPPER.createObjectNode().put("hostName", host));
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readAllBytes();
      JsonNode content;
      boolean cut;
      synchronized (this) {
        String path = exchange.getRequestURI().getPath().replace("/api/v1", "");
        content = answer(path, query(exchange), body.length == 0 ? null : MAPPER.readTree(body));
        cut = path.equals(cutAfter);
        if (cut) {
          cutAfter = "";
        }
      }
      if (!cut) {
        ObjectNode envelope = MAPPER.createObjectNode().put("code", 200).put("success", true);
        byte[] json = envelope.set("content", content).toString().getBytes(UTF_8);
        exchange.sendResponseHeaders(200, json.length);
        exchange.getResponseBody().write(json);
      }
    }
  }

  private JsonNode answer(
      String path, Map<String, String> query, @org.jspecify.annotations.Nullable JsonNode body) {
    if (body == null) {
      return switch (path) {
        case "/account/list" -> page(accounts, query);
        case "/workspace/list" -> page(workspaces, query);
        case "/datakit/list" -> page(dataKits, Map.of());
        default -> page(List.of(), query);
      };
    }
    return switch (path) {
      case "/account/add" -> effect("account", account((ObjectNode) body));
      case "/workspace/create" -> effect("workspace", workspace((ObjectNode) body));
      default -> modified(path.split("/", -1)[2], body);
    };
  }

  private JsonNode effect(String name, ObjectNode made) {
    effects.add(name);
    return made;
  }

  private ObjectNode account(ObjectNode account) {
    account.put("uuid", "acnt_%032x".formatted(accounts.size() + 1));
    account.putArray("wsInfo");
    account.remove("password");
    accounts.add(account);
    return account;
  }

  private ObjectNode workspace(ObjectNode workspace) {
    workspace.put("uuid", "wksp_%032x".formatted(workspaces.size() + 1));
    workspace.put("token", "tkn_%032x".formatted(workspaces.size() + 1));
    workspaces.add(workspace);
    accounts.stream()
        .filter(account -> account.get("uuid").equals(workspace.get("ownerUuid")))
        .forEach(account -> join((ArrayNode) account.get("wsInfo"), workspace));
    return workspace;
  }

  private static void join(ArrayNode memberships, ObjectNode workspace) {
    ObjectNode membership = memberships.addObject();
    membership.set("uuid", workspace.get("uuid"));
    membership.set("name", workspace.get("name"));
    membership.putArray("roles").addObject().put("uuid", "owner");
  }

  private JsonNode modified(String id, JsonNode changes) {
    Predicate<ObjectNode> same = account -> account.get("uuid").asText().equals(id);
    if (lostChanges > 0) {
      lostChanges--;
    } else {
      accounts.stream().filter(same).forEach(account -> account.setAll((ObjectNode) changes));
    }
    return MAPPER.getNodeFactory().booleanNode(true);
  }

  private static JsonNode page(List<ObjectNode> all, Map<String, String> query) {
    String search = query.getOrDefault("search", "");
    List<ObjectNode> found = all.stream().filter(item -> item.toString().contains(search)).toList();
    int index = Integer.parseInt(query.getOrDefault("pageIndex", "1"));
    int size = Integer.parseInt(query.getOrDefault("pageSize", "20"));
    ObjectNode content = MAPPER.createObjectNode();
    ArrayNode data = content.putArray("data");
    found.stream().skip((index - 1L) * size).limit(size).forEach(data::add);
    content
        .putObject("pageInfo")
        .put("pageIndex", index)
        .put("pageSize", size)
        .put("totalCount", found.size());
    return content;
  }

  private static Map<String, String> query(HttpExchange exchange) {
    Map<String, String> query = new HashMap<>();
    String text = exchange.getRequestURI().getQuery();
    if (text != null) {
      for (String pair : text.split("&", -1)) {
        int cut = pair.indexOf('=');
        query.put(pair.substring(0, cut), pair.substring(cut + 1));
      }
    }
    return query;
  }
}
