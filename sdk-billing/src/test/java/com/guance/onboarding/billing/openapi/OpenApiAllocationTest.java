package com.guance.onboarding.billing.openapi;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import com.guance.onboarding.billing.api.Fixtures;
import com.guance.onboarding.domain.Secret;
import com.guance.onboarding.transport.HttpSettings;
import com.guance.onboarding.transport.TransportRuntime;
import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.Callable;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a paced call costs in memory beyond OkHttp and Jackson by hand. */
final class OpenApiAllocationTest {

  private static final double MOST = 1.25;
  private static final int WARM_UP = 3_000;
  private static final int CALLS = 500;
  private static final String PATH = "/api/v1/workspace/get";

  @RegisterExtension
  static final WireMockExtension GUANCE =
      WireMockExtension.newInstance()
          .options(wireMockConfig().dynamicPort().disableRequestJournal())
          .build();

  private final VirtualTime time = new VirtualTime(1);
  private final OkHttpClient bare = new OkHttpClient();
  private final ObjectReader reader =
      JsonMapper.builder()
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build()
          .readerFor(Said.class);

  @Test
  void read_allocatesLittleMoreThanByHand() throws Exception {
    GUANCE.stubFor(get(urlPathEqualTo(PATH)).willReturn(okJson(Fixtures.read("workspace"))));
    try (GuanceOpenApi api = connect()) {
      double byHand = bytesPerCall(this::send);
      double ours =
          bytesPerCall(
              () -> {
                time.sleep(Duration.ofSeconds(4)); // 20 calls a minute are allowed
                return api.workspace();
              });

      assertThat(ours / byHand).as("%f over %f bytes", ours, byHand).isLessThanOrEqualTo(MOST);
    } finally {
      bare.connectionPool().evictAll();
    }
  }

  private GuanceOpenApi connect() {
    return GuanceOpenApi.connect(
        OpenApiSettings.builder()
            .http(HttpSettings.builder().baseUrl(URI.create(GUANCE.baseUrl())).build())
            .key(() -> Secret.of("wsak_test"))
            .build(),
        TransportRuntime.builder().clock(time).sleeper(time).build());
  }

  private Said send() throws IOException {
    Request request =
        new Request.Builder()
            .url(GUANCE.baseUrl() + PATH)
            .header("Accept", "application/json")
            .header("DF-API-KEY", "wsak_test")
            .build();
    try (Response response = bare.newCall(request).execute()) {
      return reader.readValue(response.body().byteStream());
    }
  }

  private static double bytesPerCall(Callable<?> call) throws Exception {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    for (int i = 0; i < WARM_UP; i++) {
      call.call();
    }
    long before = threads.getCurrentThreadAllocatedBytes();
    for (int i = 0; i < CALLS; i++) {
      call.call();
    }
    return (threads.getCurrentThreadAllocatedBytes() - before) / (double) CALLS;
  }

  /** An answer, in a bare class. */
  private record Said(int code, Content content, boolean success, @Nullable String traceId) {}

  /** A workspace, in a bare class. */
  private record Content(
      String uuid,
      @Nullable String name,
      @Nullable String desc,
      @Nullable String language,
      String versionType,
      String billingState,
      int isLocked,
      long lockAt,
      String token,
      String memberCount,
      double createAt) {}
}
