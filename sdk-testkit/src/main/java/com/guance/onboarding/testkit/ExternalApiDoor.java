package com.guance.onboarding.testkit;

import com.guance.onboarding.domain.Secret;
import java.io.ByteArrayOutputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

/**
 * The External API of a private deployment as a door: every request is signed, with a time and a
 * nonce of its own (contracts/guance.md §4).
 */
final class ExternalApiDoor implements GuanceApi {

  static final String ACCESS_KEY = "x-df-access-key";

  private static final String VERSION = "v20240417";
  private static final Duration TIMELINESS = Duration.ofSeconds(60);
  private static final int NONCE_LENGTH = 128;

  private final World world;
  private final GuanceReply reply;
  private final Clock realTime;

  ExternalApiDoor(World world, GuanceReply reply, Clock realTime) {
    this.world = world;
    this.reply = reply;
    this.realTime = realTime;
  }

  @Override
  public boolean means(WebRequest request) {
    return request.header(ACCESS_KEY).isPresent();
  }

  @Override
  public Optional<String> admit(WebRequest request) {
    EmulatorSettings.AccessKey key = world.settings().deploymentKey();
    String nonce = request.header("x-df-nonce").orElse("");
    boolean valid =
        request.header(ACCESS_KEY).filter(id -> Hmac.same(key.id(), id)).isPresent()
            && request.header("x-df-sversion").filter(VERSION::equals).isPresent()
            && recent(request.header("x-df-timestamp").orElse(""))
            && !nonce.isEmpty()
            && nonce.length() <= NONCE_LENGTH
            && Hmac.same(
                signature(key.secret(), world.settings().deploymentSignature(), request),
                request.header("x-df-signature").orElse(""))
            && world.tables().nonces.add(nonce);
    if (!valid) {
      throw Refused.of(401, "ft.MissingAuthHeaderInfo", "the signature does not hold");
    }
    return Optional.empty();
  }

  /** By the machine's time, or by the clock of this world: in one JVM it is the caller's too. */
  private boolean recent(String seconds) {
    if (!seconds.matches("[0-9]{1,12}")) {
      return false;
    }
    Instant signed = Instant.ofEpochSecond(Long.parseLong(seconds));
    return near(signed, world.now()) || near(signed, realTime.instant());
  }

  private static boolean near(Instant one, Instant other) {
    return Duration.between(one, other.truncatedTo(ChronoUnit.SECONDS)).abs().compareTo(TIMELINESS)
        <= 0;
  }

  static String signature(Secret key, EmulatorSettings.SignatureText text, WebRequest request) {
    byte[] signature = Hmac.sha256(key, signed(request));
    return switch (text) {
      case HEX -> HexFormat.of().formatHex(signature);
      case BASE64 -> Base64.getEncoder().encodeToString(signature);
    };
  }

  /** Method, nonce, address, time and body with a space between each two, as they came. */
  private static byte[] signed(WebRequest request) {
    String query = request.rawQuery().isEmpty() ? "" : "?" + request.rawQuery();
    String head =
        String.join(
            " ",
            request.method(),
            request.header("x-df-nonce").orElse(""),
            request.rawPath() + query,
            request.header("x-df-timestamp").orElse(""),
            "");
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    text.writeBytes(Hmac.utf8(head));
    text.writeBytes(request.body());
    return text.toByteArray();
  }

  @Override
  public Answer refused(Refused refused) {
    return reply.refused(refused);
  }

  /** No limit is documented; a proxy in front may have one. */
  @Override
  public Refused throttled() {
    return Refused.of(429, "ft.TooManyRequests", "too many requests");
  }
}
