package com.guance.onboarding.huawei.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.guance.onboarding.domain.Secret;
import com.huaweicloud.sdk.core.http.HttpRequest;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Bytes, unlike times, are the same on every machine; times are in the benchmarks. */
class RequestSignerAllocationTest {

  private static final int CALLS = 2_000;
  private static final String DATE = "20260102T030405Z";
  private static final AccessKeys KEYS =
      AccessKeys.permanent("EXAMPLEACCESSKEY0001", Secret.of("example-secret-key"));

  private int sink;

  @Test
  void authorization_ofAnOrderQuery_allocatesATwentiethOfTheOfficialSigner() {
    RequestSigner signer = new RequestSigner();
    OfficialSigner official = new OfficialSigner(KEYS);
    HttpRequest theirs =
        OfficialSigner.request(
            "GET",
            "/api/mkp-openapi-public/global/v1/order/query",
            Map.of("orderId", List.of("CS1"), "orderLineId", List.of("CS1-000001")),
            List.of(Map.entry("X-Sdk-Date", DATE)),
            "");
    String[] headers = {"host", "mkt.myhuaweicloud.com", "x-sdk-date", DATE};

    double ours =
        bytesPerCall(
            () ->
                signer.authorization(
                    KEYS,
                    new SignableRequest(
                        "GET",
                        "/api/mkp-openapi-public/global/v1/order/query",
                        "orderId=CS1&orderLineId=CS1-000001",
                        headers,
                        new byte[0])));
    double officials = bytesPerCall(() -> official.authorization(theirs));

    assertThat(sink).isPositive();
    assertThat(ours).isLessThan(600).isLessThan(officials / 20);
  }

  private double bytesPerCall(Supplier<String> call) {
    for (int i = 0; i < CALLS; i++) {
      sink += call.get().length();
    }
    long before = allocated();
    for (int i = 0; i < CALLS; i++) {
      sink += call.get().length();
    }
    return (allocated() - before) / (double) CALLS;
  }

  private static long allocated() {
    return ((com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean())
        .getCurrentThreadAllocatedBytes();
  }
}
