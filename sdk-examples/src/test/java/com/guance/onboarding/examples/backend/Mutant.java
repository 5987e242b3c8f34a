package com.guance.onboarding.examples.backend;

import com.guance.onboarding.huawei.callback.CallbackReply;
import com.guance.onboarding.huawei.callback.CallbackRequest;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A backend that is broken in one way: it changes what comes in, or what goes out. */
record Mutant(
    String scenario, UnaryOperator<CallbackRequest> before, UnaryOperator<CallbackReply> after) {

  static final String PRODUCTION_KEY = "production-key-1";
  static final String SYNC_KEY = "sync-key-2";

  static Mutant in(String scenario, UnaryOperator<CallbackRequest> change) {
    return new Mutant(scenario, change, reply -> reply);
  }

  static Mutant out(String scenario, UnaryOperator<CallbackReply> change) {
    return new Mutant(scenario, request -> request, change);
  }

  /** Spoils the signature of requests whose body holds a text. */
  static Mutant refuses(String scenario, String text) {
    return in(scenario, one -> body(one).contains(text) ? unsigned(one) : one);
  }

  /** Rewrites bodies and signs them again, so that they are believed. */
  static Mutant rewrites(String scenario, UnaryOperator<String> change) {
    return in(scenario, one -> signed(one, change.apply(body(one))));
  }

  static String body(CallbackRequest request) {
    return new String(request.body(), StandardCharsets.UTF_8);
  }

  static CallbackRequest unsigned(CallbackRequest request) {
    Map<String, List<String>> headers = new HashMap<>(request.headers());
    headers.keySet().removeIf("x-sign"::equalsIgnoreCase);
    String query = request.query().replace("signature=", "gone=");
    return new CallbackRequest(request.method(), request.path(), query, headers, request.body());
  }

  /** The request with the signature that is right for this body. */
  static CallbackRequest signed(CallbackRequest request, String body) {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    Map<String, String> query = query(request);
    String query2 = request.query();
    Map<String, List<String>> headers = new HashMap<>(request.headers());
    if (request.path().contains("/produceAPI/")) {
      String head = SYNC_KEY + header(request, "x-nonce") + header(request, "x-timestamp");
      headers.keySet().removeIf("x-sign"::equalsIgnoreCase);
      headers.put("x-sign", List.of(hex(SYNC_KEY, head + body)));
    } else {
      String inner = hex(PRODUCTION_KEY, body);
      query.put(
          "signature",
          hex(
              PRODUCTION_KEY,
              PRODUCTION_KEY
                  + query.getOrDefault("nonce", "")
                  + query.getOrDefault("timestamp", "")
                  + inner));
      query2 = query(query);
    }
    return new CallbackRequest(request.method(), request.path(), query2, headers, bytes);
  }

  static Map<String, String> query(CallbackRequest request) {
    Map<String, String> query = new HashMap<>();
    for (String pair : request.query().split("&", -1)) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        query.putIfAbsent(pair.substring(0, equals), pair.substring(equals + 1));
      }
    }
    return query;
  }

  static String query(Map<String, String> values) {
    return String.join(
        "&", values.entrySet().stream().map(one -> one.getKey() + "=" + one.getValue()).toList());
  }

  /** The request with one parameter changed, and signed again. */
  static CallbackRequest with(CallbackRequest request, String name, String value) {
    Map<String, String> query = query(request);
    query.put(name, value);
    CallbackRequest changed =
        new CallbackRequest(
            request.method(), request.path(), query(query), request.headers(), request.body());
    return signed(changed, body(request));
  }

  static String header(CallbackRequest request, String name) {
    return request.headers().entrySet().stream()
        .filter(one -> one.getKey().equalsIgnoreCase(name))
        .map(one -> one.getValue().get(0))
        .findFirst()
        .orElse("");
  }

  /** The answer with another body, signed for the production interface. */
  static CallbackReply saying(CallbackReply reply, String body) {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    Map<String, List<String>> headers = new HashMap<>(reply.headers());
    String digits = Base64.getEncoder().encodeToString(hmac(PRODUCTION_KEY, body));
    headers.put("Body-Sign", List.of("sign_type=\"HMAC-SHA256\", signature= \"" + digits + "\""));
    return new CallbackReply(reply.status(), headers, bytes, reply.touched());
  }

  static CallbackReply with(CallbackReply reply, int status, Map<String, List<String>> headers) {
    return new CallbackReply(status, headers, reply.body(), reply.touched());
  }

  static String text(CallbackReply reply) {
    return new String(reply.body(), StandardCharsets.UTF_8);
  }

  private static String hex(String key, String text) {
    return HexFormat.of().formatHex(hmac(key, text));
  }

  private static byte[] hmac(String key, String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public String toString() {
    return scenario;
  }
}
