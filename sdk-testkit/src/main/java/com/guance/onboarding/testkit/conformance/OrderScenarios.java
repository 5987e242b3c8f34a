package com.guance.onboarding.testkit.conformance;

import static com.guance.onboarding.testkit.conformance.Section.NEW_INSTANCE;
import static com.guance.onboarding.testkit.conformance.Section.ORDER_NOTIFY;
import static com.guance.onboarding.testkit.conformance.Section.QUERY_INSTANCE;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Orders become instances, once each, and instances can be asked for. */
final class OrderScenarios {

  private static final int CALLERS = 16;
  private static final int MOST_INSTANCES = 100;
  private static final int LONGEST_ID = 64;
  private static final int LONGEST_URL = 512;

  private OrderScenarios() {}

  static List<Scenario> all() {
    return List.of(
        Scenario.of(
            "new-instance",
            NEW_INSTANCE,
            "新订单得到 1 至 64 个字符的 instanceId",
            "a new order gets an instanceId of 1 to 64 characters",
            OrderScenarios::create),
        Scenario.of(
            "new-instance-repeated",
            NEW_INSTANCE,
            "同一订单以新的 businessId 重试,得到同一个 instanceId",
            "the same order, repeated with a new businessId, gets the same instanceId",
            OrderScenarios::repeat),
        Scenario.of(
            "new-instance-other-order",
            NEW_INSTANCE,
            "不同订单得到不同的 instanceId",
            "another order gets another instanceId",
            OrderScenarios::otherOrder),
        Scenario.of(
            "new-instance-concurrent",
            NEW_INSTANCE,
            "同一订单并发 16 次只产生一个实例",
            "the same order, 16 times at once, gets one instance",
            OrderScenarios::race),
        missing("orderId"),
        missing("orderLineId"),
        missing("businessId"),
        Scenario.of(
            "query-instance",
            QUERY_INSTANCE,
            "已创建的实例可查询,且含 appInfo.frontEndUrl",
            "an instance that was created is found, with appInfo.frontEndUrl",
            to -> url(entry(ask(to, to.instance()), to.instance()))),
        Scenario.of(
            "query-instance-list",
            QUERY_INSTANCE,
            "逗号分隔的多个实例全部返回",
            "several instances, with commas, are all found",
            OrderScenarios::list),
        Scenario.of(
            "query-instance-100",
            QUERY_INSTANCE,
            "一次可查询 100 个实例 ID",
            "a question may name 100 instances",
            OrderScenarios::longList),
        Scenario.of(
            "query-instance-unknown",
            QUERY_INSTANCE,
            "不存在的实例不得返回访问信息",
            "an instance that does not exist has no address",
            OrderScenarios::unknown),
        Scenario.of(
            "query-instance-test-flag-0",
            QUERY_INSTANCE,
            "testFlag 为 \"0\" 的请求可处理",
            "a request with testFlag \"0\" is understood",
            to -> to.send(question(to).and("testFlag", "0")).understood()),
        Scenario.of(
            "query-instance-no-test-flag",
            QUERY_INSTANCE,
            "不带 testFlag 的请求可处理",
            "a request without testFlag is understood",
            to -> to.send(question(to).without("testFlag")).understood()),
        Scenario.of(
            "query-instance-no-id",
            QUERY_INSTANCE,
            "缺少 instanceId 的查询应被拒绝",
            "a question without instanceId is refused",
            to -> to.send(Endpoint.activity("queryInstance")).refused()),
        Scenario.of(
            "new-instance-test-flag-number",
            NEW_INSTANCE,
            "testFlag 为数字 1 的请求可处理",
            "a request with testFlag as a number is accepted",
            to -> to.send(to.probe().and("testFlag", 1)).created()),
        Scenario.of(
            "order-notify",
            ORDER_NOTIFY,
            "订单通知应被接受",
            "the notice of an order is accepted",
            to -> to.send(to.ordered(Endpoint.activity("orderNotify"))).accepted()),
        Scenario.of(
            "order-notify-repeated",
            ORDER_NOTIFY,
            "重复的订单通知应被接受",
            "a repeated notice is accepted",
            OrderScenarios::noticeTwice));
  }

  private static void create(Endpoint to) {
    String instance = to.send(to.newInstance(to.order())).created().instanceId();
    if (instance.length() > LONGEST_ID) {
      throw new Violation("instanceId 超过 64 个字符", "the instanceId is longer than 64");
    }
  }

  private static void repeat(Endpoint to) {
    OrderNumbers.Order order = to.order();
    String first = to.send(to.newInstance(order)).created().instanceId();
    String second = to.send(to.newInstance(order)).created().instanceId();
    if (!first.equals(second)) {
      throw new Violation("instanceId 发生变化", "the instanceId changed");
    }
  }

  private static void otherOrder(Endpoint to) {
    String first = to.anotherInstance();
    if (to.anotherInstance().equals(first)) {
      throw new Violation("两个订单得到同一个实例", "two orders got one instance");
    }
  }

  private static void race(Endpoint to) {
    OrderNumbers.Order order = to.order();
    Set<String> instances =
        to.together(CALLERS, number -> to.production(to.newInstance(order))).stream()
            .map(Reply::created)
            .map(Reply::instanceId)
            .collect(Collectors.toSet());
    if (instances.size() != 1) {
      throw new Violation(
          "得到 " + instances.size() + " 个实例", "there were " + instances.size() + " instances");
    }
  }

  private static Scenario missing(String field) {
    return Scenario.of(
        "new-instance-without-" + field,
        NEW_INSTANCE,
        "缺少 " + field + " 的 newInstance 应被拒绝",
        "newInstance without " + field + " is refused",
        to -> to.send(to.newInstance(to.order()).without(field)).refused());
  }

  private static Body question(Endpoint to) {
    return Endpoint.about("queryInstance", to.id("unknown-"));
  }

  private static Reply ask(Endpoint to, String instances) {
    return to.send(Endpoint.about("queryInstance", instances)).accepted();
  }

  private static JsonNode entry(Reply reply, String instance) {
    for (JsonNode info : reply.json().path("info")) {
      if (info.path("instanceId").asText().equals(instance)) {
        return info;
      }
    }
    throw new Violation("应答中没有该实例", "the answer does not hold the instance");
  }

  private static void url(JsonNode info) {
    String url = info.path("appInfo").path("frontEndUrl").asText("");
    if (url.isEmpty() || url.length() > LONGEST_URL || !absolute(url)) {
      throw new Violation("frontEndUrl 不是完整的网址", "frontEndUrl is no complete address of a page");
    }
  }

  private static boolean absolute(String url) {
    try {
      URI uri = URI.create(url);
      return uri.getHost() != null
          && ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()));
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static void list(Endpoint to) {
    List<String> instances = List.of(to.instance(), to.anotherInstance(), to.anotherInstance());
    Reply reply = ask(to, String.join(",", instances));
    instances.forEach(instance -> entry(reply, instance));
  }

  private static void longList(Endpoint to) {
    List<String> some = List.of(to.instance(), to.anotherInstance(), to.anotherInstance());
    List<String> instances = new ArrayList<>();
    for (int i = 0; i < MOST_INSTANCES; i++) {
      instances.add(some.get(i % some.size()));
    }
    Reply reply = ask(to, String.join(",", instances));
    new HashSet<>(some).forEach(instance -> entry(reply, instance));
  }

  private static void unknown(Endpoint to) {
    String instance = to.id("unknown-");
    Reply reply = to.send(Endpoint.about("queryInstance", instance)).understood();
    for (JsonNode info : reply.json().path("info")) {
      if (info.path("instanceId").asText().equals(instance) && info.has("appInfo")) {
        throw new Violation("返回了不存在的实例", "it described an instance that does not exist");
      }
    }
  }

  private static void noticeTwice(Endpoint to) {
    Body notice = to.ordered(Endpoint.activity("orderNotify"));
    to.send(notice).accepted();
    to.send(notice).accepted();
  }
}
