package com.guance.onboarding.testkit.conformance;

import static com.guance.onboarding.testkit.conformance.Section.ACTIVITIES;
import static com.guance.onboarding.testkit.conformance.Section.SYNC_SIGNATURE;
import static com.guance.onboarding.testkit.conformance.Section.TENANT_SYNC;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;

/** The signature of the synchronization interface, right and wrong. */
final class SyncScenarios {

  static final String TENANT = "tenantSync";

  private static final String SIGN = Channel.SYNC.signature();

  private SyncScenarios() {}

  static List<Scenario> all() {
    return List.of(
        good("sync-signature", "小写 x-sign 应被接受", "a lower-case x-sign is accepted", on -> on),
        good(
            "sync-signature-upper-case",
            "大写 x-sign 应被接受",
            "an upper-case x-sign is accepted",
            on -> on.changed(SIGN, text -> text.toUpperCase(Locale.ROOT))),
        good(
            "sync-headers-upper-case",
            "大写请求头名称应被接受",
            "headers in capitals are accepted",
            on -> on.spelt(name -> name.toUpperCase(Locale.ROOT))),
        Scenario.of(
            "sync-signature-raw-body",
            SYNC_SIGNATURE,
            "对原始请求体的 x-sign 应被接受",
            "an x-sign over the raw body is accepted",
            to -> to.send(to.sync(TENANT, tenant(to).spread())).accepted()),
        Scenario.of(
            "sync-signature-sorted-body",
            SYNC_SIGNATURE,
            "对排序紧凑形式的 x-sign 应被接受",
            "an x-sign over the sorted form is accepted",
            SyncScenarios::sortedForm),
        bad(
            "sync-signature-missing",
            "缺少 x-sign 应被拒绝",
            "a request without x-sign is refused",
            on -> on.without(SIGN)),
        bad(
            "sync-signature-wrong",
            "错误的 x-sign 应被拒绝",
            "a wrong x-sign is refused",
            on -> on.changed(SIGN, text -> "0".repeat(text.length()))),
        bad(
            "sync-nonce-missing",
            "缺少 x-nonce 应被拒绝",
            "a request without x-nonce is refused",
            on -> on.without("x-nonce")),
        bad(
            "sync-header-twice",
            "重复的 x-sign 应被拒绝",
            "a second x-sign is refused",
            on -> on.twice(SIGN, "0".repeat(64))),
        Scenario.of(
            "sync-signature-production-key",
            SYNC_SIGNATURE,
            "用基础接口密钥签名应被拒绝",
            "an x-sign with the key of the production interface is refused",
            to -> to.send(probe(to).signedBy(to.settings().productionKey())).refused()),
        Scenario.of(
            "sync-signature-production-rule",
            SYNC_SIGNATURE,
            "按基础接口规则(先哈希)计算的 x-sign 应被拒绝",
            "an x-sign by the rule of the production interface is refused",
            SyncScenarios::productionRule),
        Scenario.of(
            "sync-signature-other-body",
            SYNC_SIGNATURE,
            "签名后请求体被修改应被拒绝",
            "a body that was changed after signing is refused",
            to -> to.send(probe(to).sending(tenant(to).bytes())).refused()),
        Scenario.of(
            "sync-activity-unknown",
            ACTIVITIES,
            "未知同步接口应被拒绝,而非失败",
            "an unknown synchronization is refused and breaks nothing",
            to -> to.send("paintSync", tenant(to)).refused()),
        Scenario.of(
            "sync-method-GET",
            Section.TRANSPORT,
            "同步接口:GET 请求应被拒绝",
            "synchronization: the method GET is refused",
            to -> to.send(probe(to).method("GET")).refused()),
        Scenario.of(
            "sync-field-unknown",
            TENANT_SYNC,
            "未知字段应被忽略",
            "unknown fields are ignored",
            to -> to.send(TENANT, tenant(to).and("zebra", Map.of("a", List.of(1, 2)))).accepted()),
        Scenario.of(
            "sync-test-flag-text",
            TENANT_SYNC,
            "testFlag 为文本 \"1\" 的请求可处理",
            "a request with testFlag as a text is accepted",
            to -> to.send(TENANT, tenant(to).and("testFlag", "1")).accepted()));
  }

  private static Scenario good(String name, String zh, String en, UnaryOperator<Request> change) {
    return Scenario.of(
        name, SYNC_SIGNATURE, zh, en, to -> to.send(change.apply(probe(to))).accepted());
  }

  private static Scenario bad(String name, String zh, String en, UnaryOperator<Request> change) {
    return Scenario.of(
        name, SYNC_SIGNATURE, zh, en, to -> to.send(change.apply(probe(to))).refused());
  }

  static Request probe(Endpoint to) {
    return to.sync(TENANT, tenant(to));
  }

  /** What every synchronization says. */
  static Body about(Endpoint to, String instance, String tenant) {
    return Body.of("instanceId", instance)
        .and("tenantId", tenant)
        .and("testFlag", 1)
        .and("timeStamp", to.beijingTime());
  }

  static Body tenant(Endpoint to) {
    return tenant(to, to.instance(), to.id("tenant-"));
  }

  static Body tenant(Endpoint to, String instance, String tenant) {
    return about(to, instance, tenant)
        .and("orderId", "CSCONFORMANCE")
        .and("tenantCode", "conformance")
        .and("name", "Conformance 测试")
        .and("domainName", "https://conformance.example.com")
        .and("flag", 1);
  }

  private static void sortedForm(Endpoint to) {
    Body body = tenant(to);
    to.send(to.sync(TENANT, body.spread()).signedOver(body.bytes())).accepted();
  }

  private static void productionRule(Endpoint to) {
    Request request = probe(to);
    String signature =
        Channel.PRODUCTION.sign(
            to.settings().syncKey(), request.nonce(), request.timestamp(), request.body());
    to.send(request.signedAs(signature)).refused();
  }
}
