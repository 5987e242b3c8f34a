package com.guance.onboarding.billing.openapi;

import com.guance.onboarding.billing.api.Answers;
import com.guance.onboarding.billing.api.GuanceErrors;
import com.guance.onboarding.billing.api.Page;
import com.guance.onboarding.billing.api.Pages;
import com.guance.onboarding.billing.api.Reading;
import com.guance.onboarding.transport.CallOptions;
import com.guance.onboarding.transport.HttpSettings;
import com.guance.onboarding.transport.RemoteAnswer;
import com.guance.onboarding.transport.Retryable;
import com.guance.onboarding.transport.Transport;
import com.guance.onboarding.transport.TransportRuntime;
import java.time.Duration;
import java.util.function.BiFunction;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import retrofit2.Call;

/** Sends calls, paced and with the key, and reads their answers. */
final class OpenApiCalls implements AutoCloseable {

  private final PacedCalls paced;
  private final GuanceErrors errors;
  private final Transport transport;
  private final OpenApi api;
  private final CallOptions options;
  private final TransportRuntime runtime;
  private final long latest;

  OpenApiCalls(OpenApiSettings settings, TransportRuntime runtime) {
    this.paced = new PacedCalls(settings, runtime);
    this.errors = new GuanceErrors(settings.throttledWait(), paced::throttled);
    HttpSettings http = HttpSettings.builder().from(settings.http()).authorizer(paced).build();
    this.transport = Transport.connect(GuanceOpenApi.PROVIDER, http, runtime, errors);
    this.api = transport.api(OpenApi.class);
    this.options = CallOptions.none().withDeadline(settings.deadline());
    this.runtime = runtime;
    this.latest = Long.MAX_VALUE;
  }

  private OpenApiCalls(OpenApiCalls same, Duration time) {
    this.paced = same.paced;
    this.errors = same.errors;
    this.transport = same.transport.within(time);
    this.api = same.api;
    this.options = same.options;
    this.runtime = same.runtime;
    this.latest = Math.min(same.latest, same.runtime.clock().millis() + time.toMillis());
  }

  /** The same calls, which all end within a time from now, the waits for their turns included. */
  OpenApiCalls within(Duration time) {
    return new OpenApiCalls(this, time);
  }

  <T> Reading<T> read(String operation, Answers<T> answers, Ask call) {
    return run(operation, Retryable.READ, answers, call);
  }

  <T> Reading<T> write(String operation, Answers<T> answers, Ask call) {
    return run(operation, Retryable.WRITE, answers, call);
  }

  <P, T> Stream<T> list(
      String operation,
      Answers<Page<P>> answers,
      IntFunction<Ask> call,
      BiFunction<P, Reading<?>, T> convert) {
    return Pages.stream(
        GuanceOpenApi.PROVIDER,
        operation,
        number -> {
          Reading<Page<P>> reading = read(operation, answers, call.apply(number));
          return reading
              .optionalContent()
              .orElse(Page.empty())
              .map(item -> convert.apply(item, reading));
        });
  }

  private <T> Reading<T> run(String operation, Retryable kind, Answers<T> answers, Ask call) {
    Reading<T> reading = answers.reading(errors);
    return paced.run(
        operation,
        latest,
        () -> {
          transport.call(operation, kind, options, call.of(api), reading);
          return reading;
        });
  }

  @Override
  public void close() {
    transport.close();
  }

  /** One call of the interface. */
  @FunctionalInterface
  interface Ask {
    Call<RemoteAnswer> of(OpenApi api);
  }
}
