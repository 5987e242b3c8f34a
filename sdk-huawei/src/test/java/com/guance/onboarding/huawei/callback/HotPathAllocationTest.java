package com.guance.onboarding.huawei.callback;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.guance.onboarding.domain.InstanceId;
import com.guance.onboarding.huawei.callback.Gate.Admitted;
import com.guance.onboarding.huawei.callback.ProductionEvent.NewInstance;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.function.Supplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

/** Bytes, unlike times, are the same on every machine; times are in the benchmarks. */
class HotPathAllocationTest {

  private static final int CALLS = 5_000;

  private final CallbackRequest request = Signing.production(Admission.NONCE, oneKibibyte());
  private int sink;

  @Test
  void verifyDecodeAnswerSign_ofOneKibibyte_allocatesAtMostTwiceTheFloor() throws Exception {
    CallbackSettings settings = Admission.settings().build();
    KeyRing ring = new KeyRing(settings);
    Replies replies = new Replies(ring);
    Gate gate = new Gate(settings, ring, replies);

    double floor = bytesPerCall(floor());
    double ours = bytesPerCall(() -> answer(gate, replies));

    assertThat(sink).isPositive();
    assertThat(ours).as("ours %.0f, floor %.0f bytes", ours, floor).isLessThan(2 * floor);
  }

  private int answer(Gate gate, Replies replies) {
    Admitted admitted = (Admitted) gate.admit(request);
    NewInstance event = (NewInstance) admitted.event();
    byte[] body = AnswerBody.instance(ResultCode.SUCCESS, new InstanceId(event.businessId()));
    return replies.answer(admitted.verified().key(), body, List.of()).body().length;
  }

  /** Three MACs, one JSON object read and one written, by hand and for nothing. */
  private Supplier<Integer> floor() throws GeneralSecurityException {
    JsonMapper json = JsonMapper.builder().build();
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(
        new SecretKeySpec(
            Signing.PRODUCTION_KEY.reveal().getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
    byte[] canonical = new byte[20 + 32 + 13 + 64];
    return () -> {
      try {
        int length = mac.doFinal(request.body()).length + mac.doFinal(canonical).length;
        JsonNode tree = json.readTree(request.body());
        byte[] answer =
            json.writeValueAsBytes(
                json.createObjectNode()
                    .put("resultCode", "000000")
                    .put("resultMsg", "success.")
                    .put("instanceId", tree.path("businessId").asText()));
        return length + mac.doFinal(answer).length;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    };
  }

  private double bytesPerCall(Supplier<Integer> call) {
    for (int i = 0; i < CALLS; i++) {
      sink += call.get();
    }
    long before = allocated();
    for (int i = 0; i < CALLS; i++) {
      sink += call.get();
    }
    return (allocated() - before) / (double) CALLS;
  }

  private static long allocated() {
    return ((com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean())
        .getCurrentThreadAllocatedBytes();
  }

  /** As older pages have it: with the buyer and the order inside. */
  static String oneKibibyte() {
    String body =
        "{\"activity\":\"newInstance\",\"businessId\":\"11111111-2222-3333-4444-555555555555\","
            + "\"buyerInfo\":{\"customerId\":\"c-0001\",\"customerName\":\"mock\",\"mobilePhone\":\"13000000000\"},"
            + "\"orderId\":\"CS0000000000TEST1\","
            + "\"orderInfo\":{\"chargingMode\":\"PERIOD\",\"periodNumber\":1,\"periodType\":\"year\",\"remark\":\"%s\"},"
            + "\"orderLineId\":\"CS0000000000TEST1-000001\"}";
    return String.format(body, "x".repeat(1024 - body.length() + 2));
  }
}
