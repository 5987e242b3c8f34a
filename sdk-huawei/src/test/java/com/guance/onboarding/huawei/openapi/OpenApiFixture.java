package com.guance.onboarding.huawei.openapi;

import com.guance.onboarding.domain.InstanceId;
import com.guance.onboarding.domain.Secret;
import com.guance.onboarding.transport.TransportRuntime;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** What the tests of the calls share: keys, a standing clock, waits that are only noted down. */
final class OpenApiFixture {

  static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");
  static final String NONCE = "0123456789abcdef0123456789abcdef";
  static final AccessKeys KEYS =
      AccessKeys.permanent("EXAMPLEACCESSKEY0001", Secret.of("canary-secret-key"));
  static final Secret USAGE_KEY = Secret.of("canary-usage-key");

  /** When the first hour of usage began. */
  static final Instant FIRST_USAGE = Instant.parse("2026-01-01T00:00:00Z");

  static final String ORDER_PATH = "/api/mkp-openapi-public/global/v1/order/query";
  static final String USAGE_PATH = "/api/mkp-openapi-public/global/v1/isv/usage-data";

  final List<Duration> waits = new ArrayList<>();

  KooGalleryOpenApi connect(OpenApiSettings settings) {
    TransportRuntime runtime =
        TransportRuntime.builder()
            .clock(Clock.fixed(NOW, ZoneOffset.UTC))
            .sleeper(waits::add)
            .requestIds(() -> "request-1")
            .build();
    return KooGalleryOpenApi.connect(settings, runtime, () -> NONCE);
  }

  static OpenApiSettings.Builder settings(String baseUrl) {
    return OpenApiSettings.builder()
        .site(KooGallerySite.CN)
        .keys(() -> KEYS)
        .usageKey(() -> USAGE_KEY)
        .marketplace(URI.create(baseUrl))
        .iam(URI.create(baseUrl));
  }

  /** What was used in one hour. */
  static UsageRecord.Builder record(int hour) {
    Instant begin = FIRST_USAGE.plus(Duration.ofHours(hour));
    return UsageRecord.builder()
        .instance(new InstanceId("inst-0001"))
        .begin(begin)
        .end(begin.plus(Duration.ofHours(1)))
        .recordedAt(begin.plus(Duration.ofMinutes(65)))
        .value(new BigDecimal("1.50"));
  }

  static String resource(String name) {
    try (InputStream in = OpenApiFixture.class.getResourceAsStream("/openapi/" + name)) {
      return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
