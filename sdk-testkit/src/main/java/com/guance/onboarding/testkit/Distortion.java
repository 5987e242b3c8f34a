package com.guance.onboarding.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** Spoils answers. */
final class Distortion {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  /** Of what the contracts call open. */
  private static final List<String> ENUMS =
      List.of(
          "chargingMode", "orderType", "status", "purpose", "state", "kind", "plan", "lockReason");

  private static final String PAGE =
      "<html><head><title>Welcome</title></head><body>Please sign in to the proxy.</body></html>";

  private final AtomicInteger count = new AtomicInteger();

  /** A page of HTML the first time, half a JSON text the second, and so on by turns. */
  Answer malformed(Answer answer) {
    if (count.getAndIncrement() % 2 == 0) {
      return new Answer(200, Map.of("Content-Type", "text/html"), PAGE);
    }
    return answer.with(200, answer.body().substring(0, answer.body().length() / 2));
  }

  /** Fields and values of enumerations that no contract names. */
  Answer unknownFields(Answer answer) {
    try {
      JsonNode tree = MAPPER.readTree(answer.body());
      extend(tree);
      return answer.with(answer.status(), MAPPER.writeValueAsString(tree));
    } catch (IOException e) {
      throw new IllegalStateException("the emulator cannot read its own answer", e);
    }
  }

  private static void extend(JsonNode node) {
    node.forEach(Distortion::extend);
    if (node instanceof ObjectNode object) {
      for (String name : ENUMS) {
        if (object.path(name).isTextual()) {
          object.put(name, "NOT_KNOWN_YET");
        }
      }
      object.put("addedLater", "value");
      object.putObject("addedLaterToo").putArray("list").add(1);
    }
  }
}
