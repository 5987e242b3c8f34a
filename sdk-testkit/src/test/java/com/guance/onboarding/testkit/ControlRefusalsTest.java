package com.guance.onboarding.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the emulator refuses to be told names the field and the rule. */
@OnboardingEmulator
final class ControlRefusalsTest {

  private static final OpenApi API = OpenApi.read("emulator.yaml", ControlRoutes.BASE);
  private static final List<Object> ODD =
      List.of("", " ", "odd", "\u0000", "x".repeat(200), 7, -7, 1.5, true, List.of(), Map.of());

  private final Emulator emulator;
  private final Client client;

  ControlRefusalsTest(Emulator emulator) {
    this.emulator = emulator;
    this.client = new Client(emulator.baseUri());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/faults | {'profile':'nope'} | profile | must be one of duplicate, delay",
        "/faults | {'calls':0} | calls | must be 1 or more",
        "/faults | {'after':-1} | after | must be 0 or more",
        "/faults | {'operation':'explode'} | operation | must be the operationId",
        "/clock | {'advance':'-PT1H'} | advance | must not be negative",
        "/clock | {'advance':'later'} | advance | must be a duration",
        "/buyer/purchase | {'chargingMode':'FOO'} | chargingMode | must be ON_DEMAND, ONE_TIME",
        "/buyer/purchase | {'chargingMode':'UNKNOWN'} | chargingMode | must be ON_DEMAND, ONE_TIME",
        "/buyer/purchase | {'orderId':''} | orderId | must have 1 to 128 characters",
        "/buyer/purchase | {'huaweiAccountId':''} | huaweiAccountId | must have 1 to 128 characters",
        "/buyer/renew | {'orderId':'C','orderLineId':' '} | orderLineId | must have 1 to 128",
      })
  void control_valueThatCannotBe_isRefusedWithFieldAndRule(
      String path, String body, String field, String rule) {
    String before = emulator.stateJson();

    Client.Reply refused = client.post(ControlRoutes.BASE + path, body.replace('\'', '"'));

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.error()).isEqualTo("INVALID_REQUEST");
    assertThat(refused.get("/error/field")).isEqualTo(field);
    assertThat(refused.get("/error/rule")).startsWith(rule);
    assertThat(emulator.stateJson()).isEqualTo(before);
    assertThat(emulator.pendingFaults()).isZero();
  }

  @Test
  void control_fieldsThatRoutesTake_areThoseOfTheDocument() {
    Map<String, Set<String>> taken = new TreeMap<>();
    emulator.routes().stream()
        .filter(route -> route.template().startsWith(ControlRoutes.BASE + "/"))
        .forEach(
            route -> {
              assertThat(route.handler()).as(route.operation()).isInstanceOf(StrictHandler.class);
              StrictHandler handler = (StrictHandler) route.handler();
              taken.put(route.operation(), new TreeSet<>(handler.fields()));
            });

    assertThat(API.requestFields()).isEqualTo(taken).allSatisfy((id, fields) -> strict(id));
  }

  private static void strict(String operation) {
    assertThat(API.strict(operation)).as(operation).isTrue();
  }

  @Test
  void control_documentedFieldsThatAreNull_areAsGoodAsAbsent() {
    goThroughTheConsole();
    emulator.buyer().guance().register(emulator.buyer().account(), "gcy", "gcy@example.com");
    emulator.given().workspaceOfSomebodyElse("prod");
    for (Map.Entry<String, Set<String>> operation : API.requestFields().entrySet()) {
      Map<String, @Nullable Object> body = new TreeMap<>();
      operation.getValue().forEach(field -> body.put(field, null));
      if (body.isEmpty()) {
        continue;
      }

      Client.Reply reply = client.post(path(operation.getKey()), body);

      assertThat(reply.status()).as("%s %s", path(operation.getKey()), reply).isIn(200, 409);
    }
  }

  @Test
  void control_unknownField_isRefusedAndNothingHappens() {
    goThroughTheConsole();
    String before = emulator.stateJson();
    for (Map.Entry<String, String> operation : API.addresses().entrySet()) {
      Set<String> known = API.requestFields().getOrDefault(operation.getKey(), Set.of());
      String[] address = operation.getValue().split(" ", -1);
      HttpRequest.BodyPublisher typo = HttpRequest.BodyPublishers.ofString("{\"advanced\":\"x\"}");
      HttpRequest.Builder request =
          HttpRequest.newBuilder(client.uri(address[1])).method(address[0], typo);

      Client.Reply refused = client.send(request);

      assertThat(refused.status()).as(operation.getValue()).isEqualTo(400);
      assertThat(refused.get("/error/field")).isEqualTo("advanced");
      assertThat(refused.get("/error/rule"))
          .startsWith("is no field of this operation, which takes ")
          .contains(known.isEmpty() ? Set.of("none") : known);
    }
    assertThat(emulator.stateJson()).isEqualTo(before);
  }

  @Test
  void fault_ofCallbacksWithoutAPartner_isRefusedForNothingCouldBeHit() {
    Map<String, Object> fault = Map.of("profile", "callback-delay", "operation", "newInstance");

    Client.Reply refused = client.post("/emulator/faults", fault);

    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.error()).isEqualTo("NO_PARTNER");
    assertThat(emulator.pendingFaults()).isZero();
    try (FakePartner partner = new FakePartner()) {
      emulator.kooGallery().connect(partner.connection().build());
      assertThat(client.post("/emulator/faults", fault).status()).isEqualTo(200);
    } finally {
      emulator.kooGallery().disconnect();
    }
  }

  private void goThroughTheConsole() {
    for (String act : List.of("purchase", "create-organization", "add-member", "bind")) {
      client.post(ControlRoutes.BASE + "/buyer/" + act, Map.of());
    }
  }

  @Test
  void control_oddValueInAnyField_isTakenOrRefusedWithFieldAndRule() {
    goThroughTheConsole();
    for (Map.Entry<String, Set<String>> operation : API.requestFields().entrySet()) {
      String path = path(operation.getKey());
      Set<String> fields = operation.getValue();
      fields.forEach(field -> ODD.forEach(odd -> check(path, Map.of(field, odd), fields)));
    }
  }

  private static String path(String operation) {
    return API.addresses().getOrDefault(operation, "").replaceFirst("[A-Z]+ ", "");
  }

  private void check(String path, Map<String, Object> body, Set<String> fields) {
    Client.Reply reply = client.post(path, body);
    assertThat(reply.status()).as("%s %s", path, body).isLessThan(500);
    if (reply.status() == 400 || reply.status() == 422) {
      assertThat(reply.get("/error/field")).as("%s %s", path, body).isIn(fields);
      assertThat(reply.get("/error/rule")).isNotEmpty();
    }
  }
}
