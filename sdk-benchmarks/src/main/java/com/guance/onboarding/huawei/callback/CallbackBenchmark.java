package com.guance.onboarding.huawei.callback;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.guance.onboarding.domain.InstanceId;
import com.guance.onboarding.domain.Secret;
import com.guance.onboarding.huawei.callback.Gate.Admitted;
import com.guance.onboarding.huawei.callback.ProductionEvent.NewInstance;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What it costs to verify, decode, answer and sign a newInstance of 1 KiB, on one thread, without
 * hand-over and store. In the handler's package, because its parts are nobody else's business.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(5)
@State(Scope.Thread)
public class CallbackBenchmark {

  private static final String KEY = "test-access-key-0001";
  private static final String NONCE = "0123456789abcdef0123456789abcdef";
  private static final String TIMESTAMP = "1700000000000";
  private static final int KIBIBYTE = 1024;

  private final JsonMapper json = JsonMapper.builder().build();
  private final byte[] body = body();

  private Mac mac;
  private byte[] canonical;
  private CallbackRequest request;
  private Replies replies;
  private Gate gate;

  /** Signs the request as KooGallery does. */
  @Setup
  public void prepare() throws GeneralSecurityException {
    mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(KEY.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
    String inner = HexFormat.of().formatHex(mac.doFinal(body));
    canonical = (KEY + NONCE + TIMESTAMP + inner).getBytes(StandardCharsets.UTF_8);
    String query =
        "signature="
            + HexFormat.of().formatHex(mac.doFinal(canonical))
            + "&timestamp="
            + TIMESTAMP
            + "&nonce="
            + NONCE;
    request = new CallbackRequest("POST", "/koogallery", query, Map.of(), body);
    CallbackSettings settings =
        CallbackSettings.builder()
            .addProductionKeys(Secret.of(KEY))
            .entryAddress(URI.create("https://app.example.com"))
            .clock(Clock.fixed(Instant.ofEpochMilli(Long.parseLong(TIMESTAMP)), ZoneOffset.UTC))
            .build();
    KeyRing keyRing = new KeyRing(settings);
    replies = new Replies(keyRing);
    gate = new Gate(settings, keyRing, replies);
  }

  /** The floor: three MACs, one JSON object read and one written, and nothing decided. */
  @Benchmark
  public int threeMacsAndOneJsonEachWay() throws IOException {
    int length = mac.doFinal(body).length + mac.doFinal(canonical).length;
    JsonNode tree = json.readTree(body);
    byte[] answer =
        json.writeValueAsBytes(
            json.createObjectNode()
                .put("resultCode", "000000")
                .put("resultMsg", "success.")
                .put("instanceId", tree.path("businessId").asText()));
    return length + mac.doFinal(answer).length;
  }

  /** What the handler does before and after the store. */
  @Benchmark
  public CallbackReply ours() {
    Admitted admitted = (Admitted) gate.admit(request);
    NewInstance event = (NewInstance) admitted.event();
    byte[] answer = AnswerBody.instance(ResultCode.SUCCESS, new InstanceId(event.businessId()));
    return replies.answer(admitted.verified().key(), answer, List.of());
  }

  /** As older pages have it: with the buyer and the order inside. */
  private static byte[] body() {
    String form =
        "{\"activity\":\"newInstance\",\"businessId\":\"11111111-2222-3333-4444-555555555555\","
            + "\"buyerInfo\":{\"customerId\":\"c-0001\",\"customerName\":\"mock\"},"
            + "\"orderId\":\"CS0000000000TEST1\","
            + "\"orderInfo\":{\"chargingMode\":\"PERIOD\",\"periodNumber\":1,\"remark\":\"%s\"},"
            + "\"orderLineId\":\"CS0000000000TEST1-000001\"}";
    return String.format(form, "x".repeat(KIBIBYTE - form.length() + 2))
        .getBytes(StandardCharsets.UTF_8);
  }
}
