package com.guance.onboarding.huawei.callback;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/**
 * Makes requests that nobody has signed out of requests that somebody has. What would say the same
 * after parsing (blanks, order of keys, case of hex digits, percent-encoding) is not made here.
 */
final class Mutations {

  private static final String HEX = "0123456789abcdef";

  private final Random random;

  Mutations(long seed) {
    this.random = new Random(seed);
  }

  /** One or two changes to a signed request. */
  CallbackRequest mutate(CallbackRequest signed) {
    CallbackRequest mutant = once(signed);
    if (random.nextInt(4) == 0) {
      mutant = once(mutant);
    }
    return same(mutant, signed) ? mutate(signed) : mutant; // the second change undid the first
  }

  private static boolean same(CallbackRequest one, CallbackRequest other) {
    return one.method().equals(other.method())
        && one.path().equals(other.path())
        && one.query().equals(other.query())
        && one.headers().equals(other.headers())
        && Arrays.equals(one.body(), other.body());
  }

  private CallbackRequest once(CallbackRequest signed) {
    return switch (random.nextInt(10)) {
      case 0, 1, 2 -> withBody(signed, mutateBytes(signed.body()));
      case 3 -> withBody(signed, cut(signed.body()));
      case 4 -> withStamp(signed, "signature", this::otherHexDigit);
      case 5 -> withStamp(signed, "timestamp", this::otherDigit);
      case 6 -> withStamp(signed, "nonce", this::otherHexDigit);
      case 7 -> withStamp(signed, random.nextBoolean() ? "nonce" : "timestamp", text -> "");
      case 8 -> twice(signed);
      default -> elsewhere(signed);
    };
  }

  private interface Change {
    String of(String text);
  }

  private CallbackRequest withStamp(CallbackRequest signed, String name, Change change) {
    if (signed.query().isEmpty()) {
      Map<String, List<String>> headers = new HashMap<>(signed.headers());
      headers.computeIfPresent(
          name.equals("signature") ? "x-sign" : "x-" + name,
          (header, values) -> List.of(change.of(values.get(0))));
      return new CallbackRequest("POST", signed.path(), "", headers, signed.body());
    }
    int from = signed.query().indexOf(name + "=") + name.length() + 1;
    int end = signed.query().indexOf('&', from);
    String query = signed.query();
    String value = query.substring(from, end < 0 ? query.length() : end);
    String changed =
        query.substring(0, from) + change.of(value) + (end < 0 ? "" : query.substring(end));
    return new CallbackRequest("POST", signed.path(), changed, signed.headers(), signed.body());
  }

  private CallbackRequest twice(CallbackRequest signed) {
    if (!signed.query().isEmpty()) {
      String query = signed.query() + "&" + signed.query().split("&", -1)[random.nextInt(3)];
      return new CallbackRequest("POST", signed.path(), query, Map.of(), signed.body());
    }
    Map<String, List<String>> headers = new HashMap<>(signed.headers());
    String name = List.of("x-sign", "x-nonce", "x-timestamp").get(random.nextInt(3));
    headers.put(name.toUpperCase(Locale.ROOT), signed.headers().getOrDefault(name, List.of("")));
    return new CallbackRequest("POST", signed.path(), "", headers, signed.body());
  }

  /** To the other interface, where other keys and another rule hold; or with another method. */
  private CallbackRequest elsewhere(CallbackRequest signed) {
    if (random.nextBoolean()) {
      String method = List.of("GET", "PUT", "post", "").get(random.nextInt(4));
      return new CallbackRequest(
          method, signed.path(), signed.query(), signed.headers(), signed.body());
    }
    String path = signed.query().isEmpty() ? "/koogallery" : "/koogallery/produceAPI/v2/tenantSync";
    return new CallbackRequest("POST", path, signed.query(), signed.headers(), signed.body());
  }

  private static CallbackRequest withBody(CallbackRequest signed, byte[] body) {
    return new CallbackRequest("POST", signed.path(), signed.query(), signed.headers(), body);
  }

  private byte[] mutateBytes(byte[] body) {
    if (body.length == 0) {
      return new byte[] {'{', '}'};
    }
    int at = random.nextInt(body.length);
    byte[] changed;
    if (random.nextBoolean()) {
      changed = body.clone();
    } else {
      changed = new byte[body.length + 1];
      System.arraycopy(body, 0, changed, 0, at);
      System.arraycopy(body, at, changed, at + 1, body.length - at);
    }
    byte old = body[at];
    do {
      changed[at] = (byte) random.nextInt(256);
    } while (changed[at] == old || isBlank(changed[at]));
    return changed;
  }

  private byte[] cut(byte[] body) {
    return Arrays.copyOf(body, random.nextInt(Math.max(1, body.length)));
  }

  private String otherHexDigit(String text) {
    return otherOf(HEX, text);
  }

  private String otherDigit(String text) {
    return otherOf(HEX.substring(0, 10), text);
  }

  private String otherOf(String digits, String text) {
    if (text.isEmpty()) {
      return "0";
    }
    int at = random.nextInt(text.length());
    int old = digits.indexOf(Character.toLowerCase(text.charAt(at)));
    char other = digits.charAt((old + 1 + random.nextInt(digits.length() - 1)) % digits.length());
    return text.substring(0, at) + other + text.substring(at + 1);
  }

  private static boolean isBlank(byte b) {
    return b == ' ' || b == '\t' || b == '\n' || b == '\r';
  }
}
