package com.guance.onboarding.testkit.conformance;

import static com.guance.onboarding.testkit.conformance.Section.SIGNATURE;
import static com.guance.onboarding.testkit.conformance.Section.SYNC_SIGNATURE;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The time of signing, and requests that come again. */
final class TimeScenarios {

  private static final Duration INSIDE = Duration.ofSeconds(45);
  private static final Duration OUTSIDE = Duration.ofSeconds(75);
  private static final int OFTEN = 100;
  private static final int DIGITS_OF_MILLIS_IN_A_SECOND = 3;

  private TimeScenarios() {}

  static List<Scenario> all() {
    return List.of(
        good(
            "timestamp-45s-ago",
            "45 秒前的时间戳应被接受",
            "a time 45 seconds ago is accepted",
            INSIDE.negated()),
        good("timestamp-45s-ahead", "45 秒后的时间戳应被接受", "a time 45 seconds ahead is accepted", INSIDE),
        Scenario.of(
            "timestamp-seconds",
            SIGNATURE,
            "10 位(秒)时间戳应被接受",
            "a time in seconds, 10 digits, is accepted",
            to -> to.send(probe(to).signedAt(seconds(to))).created()),
        bad(
            "timestamp-expired",
            "75 秒前的时间戳应被拒绝",
            "a time 75 seconds ago is refused",
            to -> to.timestamp(OUTSIDE.negated())),
        bad(
            "timestamp-future",
            "75 秒后的时间戳应被拒绝",
            "a time 75 seconds ahead is refused",
            to -> to.timestamp(OUTSIDE)),
        bad(
            "timestamp-year-old",
            "一年前的时间戳应被拒绝",
            "a time a year ago is refused",
            to -> to.timestamp(Duration.ofDays(-365))),
        Scenario.of(
            "timestamp-missing",
            SIGNATURE,
            "缺少时间戳应被拒绝",
            "a request without time is refused",
            to -> to.send(probe(to).without("timestamp")).refused()),
        bad("timestamp-empty", "空时间戳应被拒绝", "an empty time is refused", to -> ""),
        bad(
            "timestamp-no-number",
            "非数字时间戳应被拒绝",
            "a time that is no number is refused",
            to -> "yesterday"),
        bad(
            "timestamp-too-long",
            "过长的时间戳应被拒绝",
            "a time of 30 digits is refused",
            to -> "1".repeat(30)),
        bad(
            "timestamp-negative",
            "负时间戳应被拒绝",
            "a negative time is refused",
            to -> "-" + to.timestamp(Duration.ZERO)),
        Scenario.of(
            "timestamp-changed",
            SIGNATURE,
            "签名后时间戳被修改应被拒绝",
            "a time that was changed after signing is refused",
            to ->
                to.send(probe(to).changed("timestamp", text -> to.timestamp(Duration.ofSeconds(1))))
                    .refused()),
        Scenario.of(
            "sync-timestamp-expired",
            SYNC_SIGNATURE,
            "同步接口:75 秒前的时间戳应被拒绝",
            "synchronization: a time 75 seconds ago is refused",
            to ->
                to.send(SyncScenarios.probe(to).signedAt(to.timestamp(OUTSIDE.negated())))
                    .refused()),
        Scenario.of(
            "sync-timestamp-future",
            SYNC_SIGNATURE,
            "同步接口:75 秒后的时间戳应被拒绝",
            "synchronization: a time 75 seconds ahead is refused",
            to -> to.send(SyncScenarios.probe(to).signedAt(to.timestamp(OUTSIDE))).refused()),
        Scenario.of(
            "sync-timestamp-missing",
            SYNC_SIGNATURE,
            "同步接口:缺少时间戳应被拒绝",
            "synchronization: a request without time is refused",
            to -> to.send(SyncScenarios.probe(to).without("x-timestamp")).refused()),
        Scenario.of(
            "replay-question",
            SIGNATURE,
            "完全相同的查询请求第二次应被拒绝",
            "the very same question is refused the second time",
            TimeScenarios::question),
        Scenario.of(
            "replay-order",
            SIGNATURE,
            "完全相同的 newInstance 不得产生第二个实例",
            "the very same newInstance makes no second instance",
            TimeScenarios::order),
        Scenario.of(
            "replay-order-100-times",
            SIGNATURE,
            "完全相同的 newInstance 并发 100 次只产生一个实例",
            "the very same newInstance, 100 times at once, makes one instance",
            TimeScenarios::orderOften),
        Scenario.of(
            "nonce-of-another-request",
            SIGNATURE,
            "nonce 被另一请求重复使用时,不得返回前一请求的应答",
            "a request with the nonce of another one does not get the other one's answer",
            TimeScenarios::otherNonce));
  }

  private interface Time {
    String of(Endpoint to);
  }

  private static Scenario good(String name, String zh, String en, Duration later) {
    return Scenario.of(
        name, SIGNATURE, zh, en, to -> to.send(probe(to).signedAt(to.timestamp(later))).created());
  }

  private static Scenario bad(String name, String zh, String en, Time time) {
    return Scenario.of(
        name, SIGNATURE, zh, en, to -> to.send(probe(to).signedAt(time.of(to))).refused());
  }

  private static Request probe(Endpoint to) {
    return SignatureScenarios.probe(to);
  }

  private static String seconds(Endpoint to) {
    String millis = to.timestamp(Duration.ZERO);
    return millis.substring(0, millis.length() - DIGITS_OF_MILLIS_IN_A_SECOND);
  }

  private static void question(Endpoint to) {
    Request request = to.production(Endpoint.about("queryInstance", to.instance()));
    to.send(request).accepted();
    to.send(request).refused();
  }

  private static void order(Endpoint to) {
    Request request = to.production(to.newInstance(to.order()));
    String first = to.send(request).created().instanceId();
    sameOrRefused(first, to.send(request));
  }

  private static void sameOrRefused(String instance, Reply again) {
    if (again.accepts() && !again.created().instanceId().equals(instance)) {
      throw new Violation("出现了第二个实例", "a second instance appeared");
    }
  }

  private static void orderOften(Endpoint to) {
    Request request = to.production(to.newInstance(to.order()));
    List<Reply> replies = to.together(OFTEN, number -> request);
    Set<String> instances =
        replies.stream().filter(Reply::accepts).map(Reply::instanceId).collect(Collectors.toSet());
    if (instances.size() != 1) {
      throw new Violation(
          "得到 " + instances.size() + " 个实例", "there were " + instances.size() + " instances");
    }
  }

  private static void otherNonce(Endpoint to) {
    Request first = to.production(to.newInstance(to.order()));
    String instance = to.send(first).created().instanceId();
    Request second = to.production(to.newInstance(to.order())).signedWithNonce(first.nonce());
    Reply reply = to.send(second);
    if (reply.accepts() && reply.instanceId().equals(instance)) {
      throw new Violation("返回了另一请求的实例", "it was given the other one's instance");
    }
  }
}
