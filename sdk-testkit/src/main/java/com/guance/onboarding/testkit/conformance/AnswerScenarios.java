package com.guance.onboarding.testkit.conformance;

import static com.guance.onboarding.testkit.conformance.Section.BODY_SIGN;
import static com.guance.onboarding.testkit.conformance.Section.RESULT_CODES;
import static com.guance.onboarding.testkit.conformance.Section.TRANSPORT;

import com.fasterxml.jackson.databind.JsonNode;
import com.guance.onboarding.domain.Secret;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** What answers look like; these run last, because two of them judge all answers so far. */
final class AnswerScenarios {

  private static final int OK = 200;
  private static final int LONGEST_MESSAGE = 255;
  private static final String HEADER = "Body-Sign";

  private AnswerScenarios() {}

  static List<Scenario> all() {
    return List.of(
        Scenario.of(
            "answer-content-type",
            TRANSPORT,
            "应答的 Content-Type 应为 application/json",
            "answers say application/json",
            AnswerScenarios::contentType),
        Scenario.of(
            "answer-result-code",
            RESULT_CODES,
            "应答含 6 位 resultCode",
            "answers have a resultCode of six digits",
            AnswerScenarios::resultCode),
        Scenario.of(
            "answer-result-message",
            RESULT_CODES,
            "应答含不超过 255 个字符的 resultMsg",
            "answers have a resultMsg of at most 255 characters",
            AnswerScenarios::resultMessage),
        Scenario.of(
            "answer-body-sign",
            BODY_SIGN,
            "应答以基础接口密钥签名(Body-Sign)",
            "answers are signed with the key of the production interface",
            to -> signed(to.send(to.probe()).created(), to.settings().productionKey())),
        Scenario.of(
            "answer-body-sign-question",
            BODY_SIGN,
            "查询的应答同样签名",
            "answers to questions are signed, too",
            to ->
                signed(
                    to.send(Endpoint.about("queryInstance", to.instance())).accepted(),
                    to.settings().productionKey())),
        Scenario.of(
            "answer-body-sign-sync",
            BODY_SIGN,
            "同步接口的应答以其自身密钥签名",
            "answers to synchronizations are signed with their own key",
            to -> signed(to.send(SyncScenarios.probe(to)).accepted(), to.settings().syncKey())),
        Scenario.of(
            "refusal-repeats-nothing",
            TRANSPORT,
            "拒绝应答不得包含请求内容",
            "a refusal repeats nothing of the request",
            AnswerScenarios::repeatsNothing),
        Scenario.of(
            "refusal-tells-nothing",
            TRANSPORT,
            "未通过验签时,存在与不存在的实例得到相同应答",
            "without a valid signature nobody learns whether an instance exists",
            AnswerScenarios::tellsNothing),
        Scenario.of(
            "unknown-instance-codes",
            RESULT_CODES,
            "不存在的实例返回 000003",
            "an instance that does not exist is answered 000003",
            AnswerScenarios::unknownInstance),
        Scenario.of(
            "answer-status",
            TRANSPORT,
            "成功应答的 HTTP 状态为 200",
            "whatever succeeds is answered with HTTP 200",
            AnswerScenarios::status),
        Scenario.of(
            "answer-in-time",
            TRANSPORT,
            "全部应答在时限(默认 5 秒)内返回",
            "every answer came in time, by default 5 seconds",
            AnswerScenarios::inTime));
  }

  private static void contentType(Endpoint to) {
    Reply reply = to.send(to.probe()).created();
    boolean json =
        header(reply, "Content-Type").stream()
            .anyMatch(value -> value.toLowerCase(Locale.ROOT).startsWith("application/json"));
    if (!json) {
      throw new Violation(
          "Content-Type 不是 application/json", "the Content-Type is not application/json");
    }
  }

  private static void resultCode(Endpoint to) {
    JsonNode code = to.send(to.probe()).created().json().path("resultCode");
    if (!code.isTextual() || !code.asText().matches("[0-9]{6}")) {
      throw new Violation("resultCode 不是 6 位数字文本", "the resultCode is no text of six digits");
    }
  }

  private static void resultMessage(Endpoint to) {
    JsonNode message = to.send(to.probe()).created().json().path("resultMsg");
    if (!message.isTextual() || message.asText().length() > LONGEST_MESSAGE) {
      throw new Violation("缺少 resultMsg 或其过长", "the resultMsg is missing or too long");
    }
  }

  private static List<String> header(Reply reply, String name) {
    return reply.headers().entrySet().stream()
        .filter(one -> one.getKey().equalsIgnoreCase(name))
        .flatMap(one -> one.getValue().stream())
        .toList();
  }

  private static void signed(Reply reply, Secret key) {
    List<String> sign = header(reply, HEADER);
    if (sign.isEmpty()) {
      throw new Violation("缺少 Body-Sign", "there is no Body-Sign");
    }
    if (!sign.get(0).strip().equals(Signer.body(key, reply.body()))) {
      throw new Violation("Body-Sign 与应答体不符", "the Body-Sign does not fit the body");
    }
  }

  private static void repeatsNothing(Endpoint to) {
    String mark = to.id("mark");
    Body body = to.probe().and("customerName", mark);
    Request request = to.production(body).signedBy(Endpoint.another(to.settings().productionKey()));
    Reply reply = to.send(request).refused();
    if (new String(reply.body(), StandardCharsets.UTF_8).contains(mark)) {
      throw new Violation("拒绝应答包含请求内容", "the refusal repeats the request");
    }
  }

  private static void tellsNothing(Endpoint to) {
    if (!unbelieved(to, to.instance()).equals(unbelieved(to, to.id("unknown-")))) {
      throw new Violation("两次应答的结果码不同", "the two result codes differ");
    }
  }

  private static String unbelieved(Endpoint to, String instance) {
    Request request =
        to.production(Endpoint.about("queryInstance", instance))
            .signedBy(Endpoint.another(to.settings().productionKey()));
    return to.send(request).refused().code();
  }

  private static void unknownInstance(Endpoint to) {
    Body freeze = Endpoint.about("updateInstanceStatus", to.id("unknown-")).and("status", "FREEZE");
    if (!to.send(freeze).refused().code().equals("000003")) {
      throw new Violation("结果码不是 000003", "the result code is not 000003");
    }
  }

  private static void status(Endpoint to) {
    boolean all =
        to.journal().stream()
            .filter(reply -> !reply.silent() && reply.accepts())
            .allMatch(reply -> reply.status() == OK);
    if (!all) {
      throw new Violation("有成功应答的状态不是 200", "a success did not have HTTP 200");
    }
  }

  private static void inTime(Endpoint to) {
    long late =
        to.journal().stream()
            .filter(reply -> reply.took().compareTo(to.settings().answerWithin()) > 0)
            .count();
    if (late > 0) {
      throw new Violation(late + " 个应答超时", late + " answers came too late");
    }
  }
}
