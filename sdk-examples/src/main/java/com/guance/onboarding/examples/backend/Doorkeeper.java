package com.guance.onboarding.examples.backend;

import com.guance.onboarding.domain.Secret;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Says who may see pages and whose forms are taken.
 *
 * <p>A browser gets a random session. What it may do is derived from that with a key of this
 * process: the token in its forms, and the mark of the operator's session. Nothing has to be
 * remembered.
 */
final class Doorkeeper {

  static final String FORM_TOKEN = "csrf";

  private static final String SESSION = "session";
  private static final String COOKIE = "; Path=/; HttpOnly; SameSite=Strict";
  private static final String MAC = "HmacSHA256";
  private static final int BYTES = 16;
  private static final Pattern ID = Pattern.compile("[0-9a-f]{32}");
  private static final Pattern LOOPBACK =
      Pattern.compile("(localhost|127(\\.[0-9]{1,3}){3}|\\[::1])(:[0-9]{1,5})?");

  private final Optional<Secret> operatorToken;
  private final SecureRandom random;
  private final byte[] key = new byte[32];

  Doorkeeper(Optional<Secret> operatorToken, SecureRandom random) {
    this.operatorToken = operatorToken;
    this.random = random;
    random.nextBytes(key);
  }

  /**
   * A session of a browser.
   *
   * @param id random
   * @param operator whether the operator's token was shown
   * @param fresh whether the browser does not have it yet
   */
  record Session(String id, boolean operator, boolean fresh) {}

  /** The session that the browser has, or a new one. */
  Session session(WebCall call) {
    String cookie = call.cookie(SESSION).orElse("");
    int dot = cookie.indexOf('.');
    String id = dot < 0 ? cookie : cookie.substring(0, dot);
    if (!ID.matcher(id).matches()) {
      return freshSession(false);
    }
    return new Session(id, dot > 0 && same(cookie.substring(dot + 1), operatorMark(id)), false);
  }

  Session freshSession(boolean operator) {
    byte[] id = new byte[BYTES];
    random.nextBytes(id);
    return new Session(HexFormat.of().formatHex(id), operator, true);
  }

  private String operatorMark(String id) {
    return derived("operator:" + id);
  }

  WebAnswer remember(WebAnswer answer, Session session) {
    if (!session.fresh()) {
      return answer;
    }
    String value =
        session.operator() ? session.id() + "." + operatorMark(session.id()) : session.id();
    return answer.with("Set-Cookie", SESSION + "=" + value + COOKIE);
  }

  /** What a form of this session carries. */
  String formToken(Session session) {
    return derived("form:" + session.id());
  }

  /** Refuses forms that another site has a browser send. */
  void checkForm(WebCall call, Map<String, String> form) {
    Session session = session(call);
    String token = form.getOrDefault(FORM_TOKEN, "");
    if (session.fresh() || !same(token, formToken(session))) {
      throw new Unanswerable(403, "FORM_EXPIRED", "open the page again and send the form from it");
    }
  }

  /**
   * Lets people see pages: everybody who reaches the loopback address under its own name, the
   * operator otherwise.
   */
  void checkPages(WebCall call) {
    if (operatorToken.isEmpty()) {
      if (call.header("Host").filter(host -> LOOPBACK.matcher(host).matches()).isEmpty()) {
        throw new Unanswerable(403, "HOST", "the pages are for this machine only");
      }
    } else if (!bearer(call) && !session(call).operator()) {
      throw new Unanswerable(401, "OPERATOR", "the operator token is needed");
    }
  }

  private boolean bearer(WebCall call) {
    return call.header("Authorization")
        .filter(value -> value.startsWith("Bearer "))
        .filter(value -> isToken(value.substring("Bearer ".length()).strip()))
        .isPresent();
  }

  boolean asksForToken() {
    return operatorToken.isPresent();
  }

  boolean isToken(String text) {
    return operatorToken.filter(token -> same(text, token.reveal())).isPresent();
  }

  private String derived(String text) {
    try {
      Mac mac = Mac.getInstance(MAC);
      mac.init(new SecretKeySpec(key, MAC));
      return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has " + MAC, e);
    }
  }

  private static boolean same(String one, String other) {
    return MessageDigest.isEqual(
        one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
  }
}
