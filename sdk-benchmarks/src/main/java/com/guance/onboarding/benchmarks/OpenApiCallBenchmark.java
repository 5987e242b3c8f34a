package com.guance.onboarding.benchmarks;

import com.guance.onboarding.billing.openapi.GuanceOpenApi;
import com.guance.onboarding.billing.openapi.OpenApiSettings;
import com.guance.onboarding.billing.openapi.Workspace;
import com.guance.onboarding.transport.HttpSettings;
import com.guance.onboarding.transport.TransportRuntime;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.TearDown;

/**
 * One call of Guance's OpenAPI, and the same call by hand, against a server in another process. Our
 * calls are paced by the documented limits, on a clock that goes on as far as they ask.
 */
public class OpenApiCallBenchmark extends Measured {

  static final String TARGET = "/api/v1/workspace/get";

  private static final Duration BETWEEN = Duration.ofSeconds(4);

  private final URI server = ServerProcess.Kind.RECORDING.uri();
  private final SteppedClock clock = new SteppedClock(Customer.START);
  private final GuanceOpenApi openApi =
      GuanceOpenApi.connect(
          OpenApiSettings.builder()
              .http(HttpSettings.builder().baseUrl(server).build())
              .key(() -> Customer.TOKEN)
              .build(),
          TransportRuntime.builder().clock(clock).build());
  private final ByHand byHand = new ByHand(server);
  private final ByHand.Reads<Answer> reads = ByHand.reads(Answer.class);

  /** Both sides must get the answer, or nothing of this means anything. */
  @Setup
  public void check() throws IOException {
    Answer answer = byHand();
    if (answer.content() == null
        || !ours().id().value().equals(answer.content().uuid())
        || !answer.success()) {
      throw new IllegalStateException("the server does not answer as it should");
    }
  }

  /** Hangs up. */
  @TearDown
  public void close() {
    openApi.close();
    byHand.close();
  }

  /** Reads the workspace through the client. */
  @Benchmark
  public Workspace ours() {
    clock.advance(BETWEEN);
    return openApi.workspace();
  }

  /** Reads it by hand. */
  @Benchmark
  public Answer byHand() throws IOException {
    HttpUrl url = byHand.at("api", "v1", "workspace", "get").build();
    return byHand.keyed(url, "DF-API-KEY", reads);
  }

  /** What the server answers: contracts/guance.md §3.2 with its many fields. */
  static byte[] answer() {
    String body =
        "{\"code\":200,\"content\":{\"uuid\":\"wksp_00000000000000000000000000000003\","
            + "\"name\":\"gcy-prod\",\"desc\":\"KooGallery order\",\"language\":\"zh\","
            + "\"versionType\":\"pay\",\"billingState\":\"normal\",\"bossStation\":\"CN\","
            + "\"token\":\"tkn_00000000000000000000000000000004\","
            + "\"cliToken\":\"wkcli_00000000000000000000000000000005\",\"isLocked\":0,"
            + "\"lockAt\":-1,\"status\":0,\"deleteAt\":-1,\"createAt\":1700000000,"
            + "\"updateAt\":1700000000.5,\"creator\":\"wsak_1\",\"updator\":\"wsak_1\","
            + "\"exterId\":\"\",\"id\":null,\"dbUUID\":\"ifdb_1\",\"esInstanceUUID\":\"es_1\","
            + "\"rpName\":\"rp1\",\"enablePublicDataway\":1,\"esIndexMerged\":1,"
            + "\"esIndexSettings\":{},\"memberCount\":\"3\",\"inviteAudit\":false,"
            + "\"enableMFA\":false,\"declaration\":{},\"timezone\":\"Asia/Shanghai\","
            + "\"isOpenLogMultipleIndex\":false,\"loggingCutSize\":10240,"
            + "\"supportJsonMessage\":1,\"dashboardUUID\":null,\"durationSet\":{\"apm\":\"7d\","
            + "\"backup_log\":\"7d\",\"keyevent\":\"7d\",\"logging\":\"7d\",\"network\":\"1d\","
            + "\"rp\":\"7d\"},\"datastore\":{\"logging\":\"es\",\"metric\":\"influxdb\","
            + "\"object\":\"es\"}},\"errorCode\":\"\",\"message\":\"\",\"success\":true,"
            + "\"traceId\":\"TRACE-0001\"}";
    return CannedServer.answer(200, body.getBytes(StandardCharsets.UTF_8));
  }

  /** An answer, in a bare class. */
  public record Answer(
      int code,
      @Nullable Content content,
      @Nullable String errorCode,
      boolean success,
      @Nullable String traceId) {}

  /** A workspace, in a bare class. */
  public record Content(
      @Nullable String uuid,
      @Nullable String name,
      @Nullable String desc,
      @Nullable String language,
      @Nullable String versionType,
      @Nullable String billingState,
      int isLocked,
      long lockAt,
      @Nullable String token,
      @Nullable String memberCount,
      double createAt) {}
}
