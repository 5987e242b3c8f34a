package com.guance.onboarding.transport;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import com.guance.onboarding.transport.OrderApi.Order;
import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.util.concurrent.Callable;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a call costs in memory beyond OkHttp and Jackson by hand. */
class AllocationTest {

  private static final int WARM_UP = 300;
  private static final int CALLS = 200;

  @RegisterExtension
  static final WireMockExtension SERVER =
      WireMockExtension.newInstance()
          .options(wireMockConfig().dynamicPort().disableRequestJournal())
          .build();

  private final ObjectReader reader = LenientJson.mapper().readerFor(Order.class);
  private final ObjectWriter writer = LenientJson.mapper().writerFor(Order.class);
  private final MediaType json = MediaType.get("application/json; charset=UTF-8");
  private final Order order = Order.of("A");

  @Test
  void call_keyedWrite_allocatesLittleMoreThanTheSameByHand() throws Exception {
    SERVER.stubFor(any(anyUrl()).willReturn(okJson("{\"id\":\"A\",\"amount\":7}")));
    OkHttpClient client = new OkHttpClient();
    HttpSettings settings =
        HttpSettings.builder()
            .baseUrl(URI.create(SERVER.baseUrl()))
            .authorizer(request -> request.header("Authorization", "Bearer t"))
            .build();
    CallOptions keyed = CallOptions.none().withIdempotencyKey("k-1");
    try (Transport transport = Transport.connect("guance", settings, TransportRuntime.system())) {
      OrderApi api = transport.api(OrderApi.class);

      double byHand = bytesPerCall(() -> byHand(client));
      double ours =
          bytesPerCall(
              () -> transport.call("create", Retryable.KEYED_WRITE, keyed, api.create(order)));

      assertThat(ours / byHand).isLessThanOrEqualTo(1.3);
    } finally {
      client.connectionPool().evictAll();
    }
  }

  private Order byHand(OkHttpClient client) throws IOException {
    HttpUrl url = HttpUrl.get(SERVER.baseUrl()).newBuilder().addPathSegment("orders").build();
    Request request =
        new Request.Builder()
            .url(url)
            .header("Accept", "application/json")
            .header("Authorization", "Bearer t")
            .header("Idempotency-Key", "k-1")
            .post(RequestBody.create(writer.writeValueAsBytes(order), json))
            .build();
    try (Response response = client.newCall(request).execute()) {
      return reader.readValue(response.body().byteStream());
    }
  }

  private static double bytesPerCall(Callable<Order> call) throws Exception {
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
}
