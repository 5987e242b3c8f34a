package com.guance.onboarding.huawei.openapi;

import com.guance.onboarding.error.TransportException;
import com.guance.onboarding.transport.CallOptions;
import com.guance.onboarding.transport.HttpSettings;
import com.guance.onboarding.transport.RefusalCheck;
import com.guance.onboarding.transport.Retryable;
import com.guance.onboarding.transport.Transport;
import com.guance.onboarding.transport.TransportRuntime;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;

/** One marketplace under one or two addresses: the second is tried when the first is silent. */
final class Marketplace implements AutoCloseable {

  private final Host first;
  private final @Nullable Host second;
  private final Duration deadline;
  private final Clock clock;

  private Marketplace(Host first, @Nullable Host second, Duration deadline, Clock clock) {
    this.first = first;
    this.second = second;
    this.deadline = deadline;
    this.clock = clock;
  }

  static Marketplace connect(HttpSettings http, Optional<URI> second, TransportRuntime runtime) {
    Transport transport =
        Transport.connect(OpenApiErrors.PROVIDER, http, runtime, OpenApiErrors::decode);
    return new Marketplace(
        new Host(transport),
        second.map(url -> new Host(transport.at(url))).orElse(null),
        http.deadline(),
        runtime.clock());
  }

  /** Both addresses share the time that one call has. */
  <T> T call(
      String operation,
      Retryable kind,
      Function<KooGalleryApi, Call<T>> call,
      RefusalCheck<? super T> refusal) {
    long end = clock.millis() + deadline.toMillis();
    try {
      return first.call(operation, kind, CallOptions.none(), call, refusal);
    } catch (TransportException e) {
      long left = end - clock.millis();
      if (second == null || e.outcomeUnknown() || !e.isRetryable() || left <= 0) {
        throw e;
      }
      return second.call(
          operation, kind, CallOptions.none().withDeadline(Duration.ofMillis(left)), call, refusal);
    }
  }

  @Override
  public void close() {
    first.transport.close();
  }

  private static final class Host {

    private final Transport transport;
    private final KooGalleryApi api;

    Host(Transport transport) {
      this.transport = transport;
      this.api = transport.api(KooGalleryApi.class);
    }

    <T> T call(
        String operation,
        Retryable kind,
        CallOptions options,
        Function<KooGalleryApi, Call<T>> call,
        RefusalCheck<? super T> refusal) {
      return transport.call(operation, kind, options, call.apply(api), refusal);
    }
  }
}
