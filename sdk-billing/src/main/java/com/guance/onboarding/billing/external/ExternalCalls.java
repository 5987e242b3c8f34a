package com.guance.onboarding.billing.external;

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
import java.util.function.Supplier;
import java.util.stream.Stream;
import retrofit2.Call;

/** Sends signed calls and reads their answers. */
final class ExternalCalls implements AutoCloseable {

  /** A deployment documents no limits; should it throttle, this is a polite distance. */
  private static final Duration THROTTLED_WAIT = Duration.ofSeconds(5);

  private final GuanceErrors errors = new GuanceErrors(THROTTLED_WAIT);
  private final Transport transport;
  private final ExternalApi api;

  ExternalCalls(ExternalSettings settings, TransportRuntime runtime, Supplier<String> nonces) {
    ExternalSignature signature = new ExternalSignature(settings, runtime.clock(), nonces);
    HttpSettings http = HttpSettings.builder().from(settings.http()).authorizer(signature).build();
    this.transport = Transport.connect(GuanceExternalApi.PROVIDER, http, runtime, errors);
    this.api = transport.api(ExternalApi.class);
  }

  private ExternalCalls(ExternalCalls same, Duration time) {
    this.transport = same.transport.within(time);
    this.api = same.api;
  }

  /** The same calls, which all end within a time from now. */
  ExternalCalls within(Duration time) {
    return new ExternalCalls(this, time);
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
        GuanceExternalApi.PROVIDER,
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
    transport.call(operation, kind, CallOptions.none(), call.of(api), reading);
    return reading;
  }

  @Override
  public void close() {
    transport.close();
  }

  /** One call of the interface. */
  @FunctionalInterface
  interface Ask {
    Call<RemoteAnswer> of(ExternalApi api);
  }
}
