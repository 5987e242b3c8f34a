package com.guance.onboarding.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What a gateway has answered, with the questions that the checks ask of it; each fails in words
 * that show no value.
 *
 * @param status the status
 * @param body the body
 * @param text the body as it came
 * @param retryAfter whether it says when to come again
 */
record GatewayReply(int status, JsonNode body, String text, boolean retryAfter) {

  private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9_]{1,63}");

  static GatewayReply of(int status, byte[] bytes, boolean retryAfter) {
    JsonNode body;
    try {
      body = Json.object(bytes);
    } catch (Refused refused) {
      throw Unfit.failed("status " + status + " with a body that is no JSON object");
    }
    return new GatewayReply(status, body, new String(bytes, StandardCharsets.UTF_8), retryAfter);
  }

  GatewayReply ok(int... wanted) {
    if (Arrays.stream(wanted).noneMatch(one -> one == status)) {
      throw Unfit.failed("status " + status + code() + ", not " + wanted[0]);
    }
    return this;
  }

  /** A refusal as the contract writes it. */
  GatewayReply refused(int wanted, String code) {
    if (status != wanted || !error("code").equals(code)) {
      throw Unfit.failed("status " + status + code() + ", not " + wanted + " " + code);
    }
    if (error("message").isBlank()) {
      throw Unfit.failed("error.message is missing");
    }
    if (body.path("requestId").asText("").isBlank()) {
      throw Unfit.failed("requestId is missing");
    }
    return this;
  }

  GatewayReply naming(String field) {
    if (!error("field").equals(field)) {
      throw Unfit.failed("error.field is not " + field);
    }
    return this;
  }

  GatewayReply withRule() {
    if (error("rule").isBlank()) {
      throw Unfit.failed("error.rule is missing");
    }
    return this;
  }

  GatewayReply existing(String id) {
    if (!error("existingId").equals(id)) {
      throw Unfit.failed("error.existingId is not the id of what exists");
    }
    return this;
  }

  GatewayReply notTelling(String value) {
    if (text.contains(value)) {
      throw Unfit.failed("the answer repeats what nobody should read there");
    }
    return this;
  }

  GatewayReply saying(String field, String value) {
    if (!text(field).equals(value)) {
      throw Unfit.failed(field + " is not what was sent");
    }
    return this;
  }

  GatewayReply sameAs(GatewayReply first) {
    if (status != first.status || !body.equals(first.body)) {
      throw Unfit.failed("not the stored answer: status " + status + code());
    }
    return this;
  }

  String text(String field) {
    JsonNode value = body.path(field);
    if (!value.isTextual() || value.textValue().isBlank()) {
      throw Unfit.failed(field + " is no text");
    }
    return value.textValue();
  }

  List<JsonNode> items() {
    ok(200);
    if (!body.path("items").isArray()) {
      throw Unfit.failed("items is no list");
    }
    List<JsonNode> items = new ArrayList<>();
    body.path("items").forEach(items::add);
    return items;
  }

  private String error(String name) {
    return body.path("error").path(name).asText("");
  }

  private String code() {
    String code = error("code");
    return CODE.matcher(code).matches() ? " " + code : "";
  }
}
