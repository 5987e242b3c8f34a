package com.guance.onboarding.testkit.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the endpoint answered; status 0 if it did not.
 *
 * @param status the HTTP status
 * @param headers all headers, spelt as they came
 * @param body the bytes
 * @param took how long it took
 */
@SuppressWarnings("ArrayRecordComponent") // bytes as they came: the signature covers them
record Reply(int status, Map<String, List<String>> headers, byte[] body, Duration took) {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int OK = 200;
  private static final String SUCCESS = "000000";
  private static final Set<String> PROCESSING = Set.of("000004", "0000004");
  private static final String NOT_BELIEVED = "000001";

  static Reply none(Duration took) {
    return new Reply(0, Map.of(), new byte[0], took);
  }

  boolean silent() {
    return status == 0;
  }

  JsonNode json() {
    try {
      JsonNode tree = JSON.readTree(body);
      return tree == null ? MissingNode.getInstance() : tree;
    } catch (IOException e) {
      return MissingNode.getInstance();
    }
  }

  /** The result code, empty if there is none. */
  String code() {
    return json().path("resultCode").asText("");
  }

  String instanceId() {
    return json().path("instanceId").asText("");
  }

  private boolean processing() {
    return PROCESSING.contains(code());
  }

  /** Whether the endpoint says that it has done, or will do, what was asked. */
  boolean accepts() {
    return code().equals(SUCCESS) || processing();
  }

  /** Done: HTTP 200 and 000000. */
  Reply accepted() {
    if (status != OK || !code().equals(SUCCESS)) {
      throw unexpected("HTTP 200, 000000");
    }
    return this;
  }

  /** Done or under way, with an instance. */
  Reply created() {
    if (status != OK || !accepts()) {
      throw unexpected("HTTP 200, 000000");
    }
    if (instanceId().isBlank()) {
      throw new Violation("应答中没有 instanceId", "the answer has no instanceId");
    }
    return this;
  }

  /** Refused, by whatever status; not even accepted for later. */
  Reply refused() {
    if (silent()) {
      throw new Violation("没有应答", "there was no answer");
    }
    if (accepts()) {
      throw unexpected("a code that is not 000000", "非 000000 的结果码");
    }
    return this;
  }

  /** Answered by the interface, one way or the other: not a failure of the signature. */
  Reply understood() {
    if (status != OK || code().isEmpty() || code().equals(NOT_BELIEVED)) {
      throw unexpected("HTTP 200 and a code other than 000001", "HTTP 200 及非 000001 的结果码");
    }
    return this;
  }

  private Violation unexpected(String wanted) {
    return unexpected(wanted, wanted);
  }

  private Violation unexpected(String wantedEn, String wantedZh) {
    if (silent()) {
      return new Violation("没有应答", "there was no answer");
    }
    String code = code().matches("[0-9A-Za-z.]{1,16}") ? code() : "";
    return new Violation(
        "返回 HTTP " + status + "、" + (code.isEmpty() ? "无结果码" : code) + ",应为 " + wantedZh,
        "answered HTTP "
            + status
            + " with "
            + (code.isEmpty() ? "no result code" : code)
            + " in place of "
            + wantedEn);
  }
}
