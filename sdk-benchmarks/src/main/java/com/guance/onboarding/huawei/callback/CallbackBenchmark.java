package com.guance.onboarding.huawei.callback;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.guance.onboarding.benchmarks.Measured;
import com.guance.onboarding.domain.InstanceId;
import com.guance.onboarding.domain.Secret;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Setup;

/**
 * A newInstance of one kilobyte on one thread: verified, decoded, its answer encoded and signed;
 * neither handed over to a pool nor stored. In the handler's package, because its parts are nobody
 * else's business.
 */
public class CallbackBenchmark extends Measured {

  private static final String KEY = "test-access-key-0001";
  private static final String NONCE = "0123456789abcdef0123456789abcdef";
  private static final Instant NOW = Instant.ofEpochMilli(1_700_000_000_000L);
  private static final int LENGTH = 1024;
  private static final String BEFORE = "sign_type=\"HMAC-SHA256\", signature= \"";

  private final ObjectReader reader =
      JsonMapper.builder()
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build()
          .readerFor(Said.class);
  private final ObjectWriter writer = new JsonMapper().writerFor(Answered.class);
  private final byte[] body = body();
  private final byte[] before = (KEY + NONCE + NOW.toEpochMilli()).getBytes(StandardCharsets.UTF_8);
  private final CallbackSettings settings =
      CallbackSettings.builder()
          .addProductionKeys(Secret.of(KEY))
          .entryAddress(URI.create("https://app.example.com"))
          .clock(Clock.fixed(NOW, ZoneOffset.UTC))
          .build();
  private final KeyRing keyRing = new KeyRing(settings);
  private final Replies replies = new Replies(keyRing);
  private final Gate gate = new Gate(settings, keyRing, replies);

  private Mac mac;
  private byte[] signature;
  private CallbackRequest request;

  /** Signs the request as KooGallery would. */
  @Setup
  public void sign() throws GeneralSecurityException, IOException {
    mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(KEY.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
    signature = signatureByHand();
    String query =
        "signature="
            + HexFormat.of().formatHex(signature)
            + "&timestamp="
            + NOW.toEpochMilli()
            + "&nonce="
            + NONCE;
    request = new CallbackRequest("POST", "/koogallery", query, Map.of(), body);
    if (!List.of(byHand()).equals(ours().headers().get(BodySign.HEADER))) {
      throw new IllegalStateException("both must give the same answer");
    }
  }

  /** What the handler does with a request, but for the pool and the store. */
  @Benchmark
  public CallbackReply ours() {
    Gate.Admitted in = (Gate.Admitted) gate.admit(request);
    ProductionEvent.NewInstance event = (ProductionEvent.NewInstance) in.event();
    byte[] answer = AnswerBody.instance(ResultCode.SUCCESS, new InstanceId(event.businessId()));
    return replies.answer(in.verified().key(), answer, List.of());
  }

  /** The floor: three MACs, one read, one write. */
  @Benchmark
  public String byHand() throws IOException {
    if (!MessageDigest.isEqual(signature, signatureByHand())) {
      throw new IllegalStateException("the signature does not match");
    }
    Said said = reader.readValue(body);
    byte[] answer = writer.writeValueAsBytes(new Answered("000000", "success.", said.businessId()));
    return BEFORE + Base64.getEncoder().encodeToString(mac.doFinal(answer)) + '"';
  }

  private byte[] signatureByHand() {
    byte[] inner = mac.doFinal(body);
    mac.update(before);
    return mac.doFinal(HexFormat.of().formatHex(inner).getBytes(StandardCharsets.US_ASCII));
  }

  /** As the older draft of the interface had it, with more about buyer and order than we read. */
  private static byte[] body() {
    String known =
        "{\"activity\":\"newInstance\",\"businessId\":\"11111111-2222-3333-4444-555555555555\","
            + "\"buyerInfo\":{\"customerId\":\"0a1b2c3d4e5f60718293a4b5c6d7e8f9\","
            + "\"customerName\":\"gcy\",\"userId\":\"\",\"userName\":\"\"},"
            + "\"orderId\":\"CS0000000000TEST1\",\"orderLineId\":\"CS0000000000TEST1-000001\","
            + "\"orderInfo\":{\"chargingMode\":\"ON_DEMAND\",\"productId\":\"OFFI0\",\"amount\":1,"
            + "\"extendParams\":[";
    String parameter = "{\"name\":\"parameter-00\",\"value\":\"a value of some length\"}";
    String end = "]},\"testFlag\":\"0\",\"memo\":\"";
    StringBuilder text = new StringBuilder(LENGTH).append(known).append(parameter);
    while (text.length() + parameter.length() + end.length() < LENGTH - 40) {
      text.append(',').append(parameter);
    }
    text.append(end);
    text.append("m".repeat(LENGTH - 2 - text.length())).append("\"}");
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  /** A newInstance, in a bare class. */
  public record Said(
      @Nullable String activity,
      @Nullable String businessId,
      @Nullable String orderId,
      @Nullable String orderLineId,
      @Nullable String testFlag) {}

  /** Its answer, in a bare class. */
  public record Answered(String resultCode, String resultMsg, @Nullable String instanceId) {}
}
