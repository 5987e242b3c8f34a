package com.guance.onboarding.testkit.conformance;

import static com.guance.onboarding.testkit.conformance.Section.ACTIVITIES;
import static com.guance.onboarding.testkit.conformance.Section.NEW_INSTANCE;
import static com.guance.onboarding.testkit.conformance.Section.SIGNATURE;
import static com.guance.onboarding.testkit.conformance.Section.TRANSPORT;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Methods and bodies as they should be, as they may be, and as they must not be. */
final class BodyScenarios {

  private static final int TOO_LARGE = 5 << 20;

  private BodyScenarios() {}

  static List<Scenario> all() {
    return List.of(
        method("GET"),
        method("PUT"),
        method("DELETE"),
        bad("body-empty", "已签名的空请求体应被拒绝", "a signed empty body is refused", ""),
        bad(
            "body-no-json",
            "非 JSON 请求体应被拒绝",
            "a signed body that is no JSON is refused",
            "activity=newInstance"),
        bad(
            "body-cut",
            "不完整的 JSON 应被拒绝",
            "a signed body that is cut short is refused",
            "{\"activity\":\"newInstance\",\"orderId\":\"CS1\""),
        bad(
            "body-list",
            "JSON 数组应被拒绝",
            "a signed list is refused",
            "[{\"activity\":\"newInstance\"}]"),
        bad("body-null", "JSON null 应被拒绝", "a signed null is refused", "null"),
        bad(
            "activity-missing",
            "缺少 activity 应被拒绝",
            "a body without activity is refused",
            "{\"instanceId\":\"inst-1\",\"testFlag\":\"1\"}"),
        Scenario.of(
            "body-too-large",
            TRANSPORT,
            "5 MiB 的请求体应被拒绝",
            "a body of 5 MiB is refused",
            BodyScenarios::tooLarge),
        Scenario.of(
            "activity-unknown",
            ACTIVITIES,
            "未知 activity 应被拒绝,而非失败",
            "an unknown activity is refused and breaks nothing",
            to -> to.send(Endpoint.activity("paintInstance")).refused()),
        Scenario.of(
            "activity-retired",
            ACTIVITIES,
            "V1 的 activity 应被拒绝",
            "an activity of version 1 is refused",
            to -> to.send(Endpoint.about("expireInstance", to.instance())).refused()),
        good(
            "field-unknown",
            NEW_INSTANCE,
            "未知字段应被忽略",
            "unknown fields are ignored",
            (to, body) -> body.and("zebra", "new").and("aardvark", 7)),
        good(
            "field-unknown-nested",
            NEW_INSTANCE,
            "未知的嵌套字段应被忽略",
            "unknown nested fields are ignored",
            (to, body) ->
                body.and("buyerInfo", Map.of("customerId", "c-1"))
                    .and("orderInfo", List.of(Map.of("skuCode", "s", "linearValue", 1)))),
        good(
            "field-non-ascii",
            SIGNATURE,
            "非 ASCII 字符应可验签",
            "characters beyond ASCII are verified",
            (to, body) -> body.and("customerName", "测试公司 Ünïcode 😀")),
        written(
            "field-escaped-characters",
            "转义字符(\\u6d4b、\\/)应按原始字节验签",
            "escaped characters and slashes are verified as they are written",
            "\"customerName\":\"\\u6d4b\\u8bd5\",\"url\":\"https:\\/\\/example.com\\/a\""),
        written(
            "field-number-form",
            "数字 1.0 应按原始字节验签",
            "the number 1.0 is verified as it is written",
            "\"amount\":1.0,\"count\":1e2"),
        written(
            "field-blanks",
            "请求体中的空白应按原始字节验签",
            "blanks are verified as they are written",
            " \"zebra\" : [ 1 , 2 ] "),
        written(
            "field-null", "值为 null 的字段应可处理", "a field that is null is accepted", "\"extra\":null"));
  }

  private interface Change {
    Body on(Endpoint to, Body body);
  }

  private static Scenario good(String name, Section section, String zh, String en, Change change) {
    return Scenario.of(name, section, zh, en, to -> to.send(change.on(to, to.probe())).created());
  }

  /** A probe with more fields, written and signed just so. */
  private static Scenario written(String name, String zh, String en, String fields) {
    return Scenario.of(
        name,
        SIGNATURE,
        zh,
        en,
        to -> {
          String probe = new String(to.probe().bytes(), StandardCharsets.UTF_8);
          String body = probe.substring(0, probe.length() - 1) + "," + fields + "}";
          to.send(to.production(Signer.utf8(body))).created();
        });
  }

  private static Scenario bad(String name, String zh, String en, String body) {
    return Scenario.of(
        name, TRANSPORT, zh, en, to -> to.send(to.production(Signer.utf8(body))).refused());
  }

  private static Scenario method(String method) {
    return Scenario.of(
        "method-" + method,
        TRANSPORT,
        method + " 请求应被拒绝",
        "the method " + method + " is refused",
        to -> to.send(SignatureScenarios.probe(to).method(method)).refused());
  }

  /** Whoever stops reading in the middle has refused it, too. */
  private static void tooLarge(Endpoint to) {
    Reply reply = to.send(to.probe().and("padding", "x".repeat(TOO_LARGE)));
    if (!reply.silent()) {
      reply.refused();
    }
    to.send(to.probe()).created();
  }
}
