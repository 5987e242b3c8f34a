package com.guance.onboarding.examples.backend;

import com.guance.onboarding.huawei.callback.CallbackReply;
import com.guance.onboarding.huawei.callback.CallbackRequest;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.UnaryOperator;

/** Backends that are broken in ways that partners' backends are broken in. */
final class Mutants {

  static final Duration SLOW = Duration.ofMillis(600);

  private static final AtomicInteger NUMBER = new AtomicInteger();

  private Mutants() {}

  static List<Mutant> all() {
    return List.of(
        // believes too much
        believes("signature-wrong"),
        believes("signature-missing"),
        believes("signature-wrong-key"),
        believes("signature-sync-key"),
        believes("signature-other-body"),
        believes("sync-signature-wrong"),
        believes("sync-signature-production-key"),
        believes("parameter-twice-signature"),
        Mutant.in("timestamp-expired", Mutants::now),
        Mutant.in("timestamp-future", Mutants::now),
        Mutant.in("replay-question", Mutants::anotherNonce),
        Mutant.in("method-GET", Mutants::asPost),
        // believes too little
        Mutant.in("signature-lower-case", Mutants::capitalsOnly),
        Mutant.refuses("signature-raw-body", "\n"),
        Mutant.refuses("field-non-ascii", "测"),
        Mutant.refuses("field-unknown", "zebra"),
        Mutant.refuses("change-check", "productInfo"),
        Mutant.in("timestamp-seconds", Mutants::millisOnly),
        Mutant.in("auth-sync-500-members", Mutants::smallOnly),
        // does the wrong thing
        Mutant.rewrites("new-instance-repeated", Mutants::orderOfItsOwn),
        Mutant.rewrites("new-instance-concurrent", Mutants::orderOfItsOwn),
        Mutant.rewrites(
            "new-instance-other-order", body -> body.replaceAll("CS[0-9A-F]{24}", "CS1")),
        Mutant.rewrites(
            "query-instance-list",
            body -> body.replaceAll("(\"instanceId\":\"[^,\"]*),[^\"]*\"", "$1\"")),
        Mutant.rewrites("refresh-17-digits", body -> body.replace("20370101000000000", "soon")),
        Mutant.rewrites("status-unknown", body -> body.replace("MELT", "FREEZE")),
        Mutant.rewrites(
            "activity-unknown",
            body ->
                body.replace("paintInstance", "orderNotify")
                    .replace(
                        "\"testFlag\"",
                        "\"orderId\":\"CS1\",\"orderLineId\":\"CS1-1\",\"testFlag\"")),
        // answers wrongly
        Mutant.out("answer-body-sign", reply -> without(reply, "Body-Sign")),
        Mutant.out(
            "answer-body-sign-question",
            reply -> header(reply, "Body-Sign", "sign_type=\"HMAC-SHA256\"")),
        Mutant.out("answer-content-type", reply -> header(reply, "Content-Type", "text/html")),
        Mutant.out(
            "answer-result-message",
            reply -> Mutant.saying(reply, Mutant.text(reply).replace("resultMsg", "message"))),
        Mutant.out(
            "unknown-instance-codes",
            reply -> Mutant.saying(reply, Mutant.text(reply).replace("000003", "000005"))),
        Mutant.out("release-repeated", onlyOnce()),
        Mutant.out("answer-status", reply -> Mutant.with(reply, 201, reply.headers())),
        Mutant.out("answer-in-time", Mutants::late));
  }

  /** Signs again whatever comes in. */
  private static Mutant believes(String scenario) {
    return Mutant.in(scenario, request -> Mutant.signed(request, Mutant.body(request)));
  }

  private static CallbackRequest now(CallbackRequest request) {
    return Mutant.with(request, "timestamp", Long.toString(System.currentTimeMillis()));
  }

  private static CallbackRequest anotherNonce(CallbackRequest request) {
    return Mutant.with(request, "nonce", "n" + NUMBER.incrementAndGet());
  }

  private static CallbackRequest asPost(CallbackRequest request) {
    return new CallbackRequest(
        "POST", request.path(), request.query(), request.headers(), request.body());
  }

  private static CallbackRequest capitalsOnly(CallbackRequest request) {
    String signature = Mutant.query(request).getOrDefault("signature", "");
    boolean capitals = signature.equals(signature.toUpperCase(Locale.ROOT));
    return capitals ? request : Mutant.unsigned(request);
  }

  private static CallbackRequest millisOnly(CallbackRequest request) {
    boolean millis = Mutant.query(request).getOrDefault("timestamp", "").length() == 13;
    return millis ? request : Mutant.unsigned(request);
  }

  private static CallbackRequest smallOnly(CallbackRequest request) {
    return request.body().length < 10_000 ? request : Mutant.unsigned(request);
  }

  private static String orderOfItsOwn(String body) {
    return body.replaceAll("CS[0-9A-F]{24}", "CS" + NUMBER.incrementAndGet());
  }

  private static UnaryOperator<CallbackReply> onlyOnce() {
    AtomicInteger calls = new AtomicInteger();
    // the reaching probe, the instance, the first release; then the second release
    return reply ->
        calls.incrementAndGet() > 3
            ? Mutant.saying(reply, Mutant.text(reply).replace("000000", "000003"))
            : reply;
  }

  private static CallbackReply late(CallbackReply reply) {
    LockSupport.parkNanos(SLOW.toNanos());
    return reply;
  }

  private static CallbackReply without(CallbackReply reply, String name) {
    Map<String, List<String>> headers = new HashMap<>(reply.headers());
    headers.remove(name);
    return Mutant.with(reply, reply.status(), headers);
  }

  private static CallbackReply header(CallbackReply reply, String name, String value) {
    Map<String, List<String>> headers = new HashMap<>(reply.headers());
    headers.put(name, List.of(value));
    return Mutant.with(reply, reply.status(), headers);
  }
}
