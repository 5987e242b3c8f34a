package com.guance.onboarding.huawei.gateway;

import static com.guance.onboarding.huawei.gateway.GatewayServer.NEW_ORGANIZATION;
import static com.guance.onboarding.huawei.gateway.GatewayServer.ORGANIZATION_KEY;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.guance.onboarding.domain.TenantId;
import com.guance.onboarding.testkit.Emulator;
import com.guance.onboarding.transport.LenientJson;
import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.util.Objects;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** What a call costs beyond the same call written by hand. */
class GatewayAllocationTest {

  private static final Emulator EMULATOR = Emulator.start();

  private static final double MOST = 1.3;
  private static final int WARM_UP = 3_000;
  private static final int CALLS = 500;
  private static final MediaType JSON = Objects.requireNonNull(MediaType.parse("application/json"));

  private final JointOperationsGateway gateway =
      GatewayServer.connect(EMULATOR.jointOperationsUri().toString());
  private final Logger ours = (Logger) LoggerFactory.getLogger("com.guance.onboarding");
  private final OkHttpClient bare = new OkHttpClient();
  private final ObjectReader reader = LenientJson.mapper().readerFor(OrganizationPayload.class);
  private final ObjectWriter writer = LenientJson.mapper().writer();
  private final String root = EMULATOR.jointOperationsUri() + "/joint-operations/v1/organizations";

  @AfterAll
  static void end() {
    EMULATOR.close();
  }

  @BeforeEach
  void beQuiet() {
    ours.setLevel(Level.INFO);
  }

  @AfterEach
  void close() {
    ours.setLevel(null);
    gateway.close();
    bare.dispatcher().executorService().shutdown();
    bare.connectionPool().evictAll();
  }

  @Test
  void read_allocatesLittleMoreThanByHand() {
    TenantId tenant = EMULATOR.given().organization(GatewayServer.BUYER, "Another", "another");

    long byHand = bytesPerCall(() -> send(request(root + "/" + tenant).build()));
    long ours = bytesPerCall(() -> gateway.organization(tenant));

    assertThat((double) ours / byHand).as("%d over %d bytes", ours, byHand).isLessThan(MOST);
  }

  @Test
  void write_allocatesLittleMoreThanByHand() {
    // From the second time on, the answer to this key is remembered.
    long byHand = bytesPerCall(() -> send(request(root).post(body()).build()));
    long ours = bytesPerCall(() -> gateway.createOrganization(NEW_ORGANIZATION, ORGANIZATION_KEY));

    assertThat((double) ours / byHand).as("%d over %d bytes", ours, byHand).isLessThan(MOST);
  }

  private static Request.Builder request(String url) {
    return new Request.Builder()
        .url(url)
        .header("Accept", "application/json")
        .header("Authorization", "Bearer canary-token")
        .header("X-Request-Id", "req-1")
        .header("Idempotency-Key", ORGANIZATION_KEY);
  }

  private RequestBody body() {
    try {
      return RequestBody.create(
          writer.writeValueAsBytes(NewOrganizationPayload.of(NEW_ORGANIZATION, ORGANIZATION_KEY)),
          JSON);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private OrganizationPayload send(Request request) {
    try (Response response = bare.newCall(request).execute()) {
      return reader.readValue(response.body().byteStream());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static long bytesPerCall(Runnable call) {
    for (int i = 0; i < WARM_UP; i++) {
      call.run();
    }
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    for (int i = 0; i < CALLS; i++) {
      call.run();
    }
    return (threads.getCurrentThreadAllocatedBytes() - before) / CALLS;
  }
}
