package com.guance.onboarding.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.guance.onboarding.domain.Secret;
import com.guance.onboarding.testkit.KooGallerySignature.BodySign;
import com.guance.onboarding.testkit.KooGallerySignature.Stamp;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeoutException;

/** Signs calls, sends them and judges the answers (contracts/koogallery.md §1.1, §2, §3.1). */
final class PartnerCalls {

  private static final String KIT_PATH = "/produceAPI/v2/";
  private static final int NONCE_BYTES = 16;
  private static final int LONGEST_MESSAGE = 255;

  private final Browser browser;
  private final Clock realTime;
  private final SecureRandom random = new SecureRandom();

  PartnerCalls(Browser browser, Clock realTime) {
    this.browser = browser;
    this.realTime = realTime;
  }

  /** How a call is signed: with which lie about the time, and whether with the right key. */
  record Signing(Duration skew, boolean spoiled) {
    static final Signing TRUE = new Signing(Duration.ZERO, false);
  }

  /** A signed call; sending it twice is a replay. */
  HttpRequest sign(
      PartnerConnection partner, PartnerCallback callback, byte[] body, Signing signing) {
    String time = Long.toString(realTime.instant().plus(signing.skew()).toEpochMilli());
    Stamp stamp = new Stamp(nonce(), time);
    HttpRequest.Builder request =
        callback.kit()
            ? kit(partner, callback, stamp, signature(partner, callback, stamp, body, signing))
            : production(partner, stamp, signature(partner, callback, stamp, body, signing));
    return request
        .header("Accept", "application/json")
        .header("Content-Type", "application/json;charset=utf8")
        .POST(HttpRequest.BodyPublishers.ofByteArray(body))
        .build();
  }

  private static String signature(
      PartnerConnection partner,
      PartnerCallback callback,
      Stamp stamp,
      byte[] body,
      Signing signing) {
    Secret key = key(partner, callback);
    Secret used = signing.spoiled() ? Secret.of(key.reveal() + "-not") : key;
    return callback.kit()
        ? KooGallerySignature.kit(used, stamp, body)
        : KooGallerySignature.production(used, stamp, body);
  }

  private static Secret key(PartnerConnection partner, PartnerCallback callback) {
    return callback.kit() ? partner.syncKey() : partner.productionKey();
  }

  private static HttpRequest.Builder production(
      PartnerConnection partner, Stamp stamp, String signature) {
    URI url = partner.productionUrl();
    String query =
        "signature=" + signature + "&timestamp=" + stamp.timestamp() + "&nonce=" + stamp.nonce();
    return HttpRequest.newBuilder(
        URI.create(url + (url.getRawQuery() == null ? "?" : "&") + query));
  }

  private static HttpRequest.Builder kit(
      PartnerConnection partner, PartnerCallback callback, Stamp stamp, String signature) {
    return HttpRequest.newBuilder(
            URI.create(partner.productionUrl() + KIT_PATH + callback.wireName()))
        .header("x-sign", signature)
        .header("x-timestamp", stamp.timestamp())
        .header("x-nonce", stamp.nonce());
  }

  private String nonce() {
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    return HexFormat.of().formatHex(nonce);
  }

  CallResult send(PartnerConnection partner, PartnerCallback callback, HttpRequest request) {
    HttpResponse<byte[]> answer;
    try {
      answer = browser.send(request, partner.callTimeout());
    } catch (TimeoutException e) {
      return CallResult.failed("TIMEOUT", Optional.empty());
    } catch (IOException e) {
      return CallResult.failed("UNREACHABLE", Optional.empty());
    }
    BodySign sign =
        KooGallerySignature.judge(
            answer.headers().firstValue("Body-Sign"), key(partner, callback), answer.body());
    return judge(callback, answer, Optional.of(sign));
  }

  private static CallResult judge(
      PartnerCallback callback, HttpResponse<byte[]> answer, Optional<BodySign> sign) {
    if (answer.statusCode() != 200) {
      return CallResult.failed("HTTP_" + answer.statusCode(), sign);
    }
    if (!isJson(answer.headers().firstValue("Content-Type").orElse(""))) {
      return CallResult.failed("CONTENT_TYPE", sign);
    }
    JsonNode body;
    try {
      body = Json.object(answer.body());
    } catch (Refused notJson) {
      return CallResult.failed("UNREADABLE", sign);
    }
    String code = body.path("resultCode").asText("");
    boolean readable =
        code.matches("[0-9]{6}")
            && body.path("resultMsg").asText("").length() <= LONGEST_MESSAGE
            && (callback != PartnerCallback.NEW_INSTANCE || hasInstance(code, body));
    return readable ? new CallResult(code, body, sign) : CallResult.failed("INVALID_ANSWER", sign);
  }

  private static boolean isJson(String contentType) {
    return contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT).equals("application/json");
  }

  /** A created instance has an id; a refusal needs none. */
  private static boolean hasInstance(String code, JsonNode body) {
    String id = body.path("instanceId").asText("");
    boolean created = code.equals(CallResult.SUCCESS) || code.equals(CallResult.PROCESSING);
    return !created || (!id.isBlank() && id.length() <= 64);
  }
}
