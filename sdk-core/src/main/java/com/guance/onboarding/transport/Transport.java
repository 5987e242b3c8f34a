package com.guance.onboarding.transport;

import com.guance.onboarding.error.OnboardingException;
import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;

/**
 * Runs the calls of Retrofit interfaces: bounded in time, repeated where that is safe, decoded
 * leniently, logged without secrets. What comes out is a value or an {@link OnboardingException}.
 *
 * <p>Blocking and thread-safe; one transport per remote side, kept as long as it is used. It starts
 * no thread of its own. Neither follows redirects nor sends anything to another origin than its
 * base address.
 *
 * <p>At level DEBUG it logs one line per attempt: names, the path's template, status, duration,
 * request id; never a value, a header or a body.
 */
public final class Transport implements AutoCloseable {

  private final String provider;
  private final HttpSettings settings;
  private final TransportRuntime runtime;
  private final Wire wire;
  private final Repetition repetition;
  private final HttpUrl base;
  private final LateApis apis;
  private final long latest;

  private Transport(String provider, TransportRuntime runtime, HttpSettings settings, Wire wire) {
    this.provider = Objects.requireNonNull(provider, "provider");
    this.settings = settings;
    this.runtime = runtime;
    this.wire = wire;
    this.repetition = new Repetition(provider, settings, runtime, wire);
    this.base = Hosts.base(settings.baseUrl());
    this.apis = new LateApis(base, wire);
    this.latest = Long.MAX_VALUE;
  }

  private Transport(Transport same, long latest) {
    this.provider = same.provider;
    this.settings = same.settings;
    this.runtime = same.runtime;
    this.wire = same.wire;
    this.repetition = same.repetition;
    this.base = same.base;
    this.apis = same.apis;
    this.latest = latest;
  }

  /**
   * Opens a transport that names failures by their HTTP status only.
   *
   * @param provider who is called, as exceptions and logs name it, for example {@code huawei}
   * @param settings where to and how patiently
   * @param runtime time, waiting, randomness and ids
   * @return the transport; nothing is sent yet, and what takes long is done with the first call
   */
  public static Transport connect(
      String provider, HttpSettings settings, TransportRuntime runtime) {
    return connect(provider, settings, runtime, ErrorDecoder.byStatus());
  }

  /**
   * Opens a transport.
   *
   * @param provider who is called, as exceptions and logs name it, for example {@code huawei}
   * @param settings where to and how patiently
   * @param runtime time, waiting, randomness and ids
   * @param errors what unsuccessful answers of this remote side mean
   * @return the transport; nothing is sent yet, and what takes long is done with the first call
   */
  public static Transport connect(
      String provider, HttpSettings settings, TransportRuntime runtime, ErrorDecoder errors) {
    return new Transport(provider, runtime, settings, new Wire(settings, runtime, errors));
  }

  /**
   * The same transport for another address, for remote sides with one host per customer. Shares
   * connections and settings; closing either closes both.
   *
   * @param baseUrl the other address
   * @return a transport for it
   * @throws com.guance.onboarding.error.InvalidSettingException if the address breaks the rules of
   *     {@link HttpSettings#baseUrl()}
   */
  public Transport at(URI baseUrl) {
    HttpSettings other = HttpSettings.builder().from(settings).baseUrl(baseUrl).build();
    return new Transport(provider, runtime, other, wire.to(baseUrl));
  }

  /**
   * The same transport for one piece of work: its calls, however many, all end within a time from
   * now; the deadline of each may be shorter. Shares everything else, interfaces included; closing
   * either closes both.
   *
   * @param time how long; when it is over, calls fail without being sent
   * @return a transport that keeps to it
   */
  public Transport within(Duration time) {
    return new Transport(this, Math.min(latest, end(runtime.clock().millis(), time)));
  }

  /**
   * Implements an interface whose methods are annotated for Retrofit and return {@code Call<T>}. A
   * {@code T} is read from JSON, except {@code Void} (the body is ignored), {@code byte[]} and
   * {@link RemoteAnswer} (the body as it came). Make one and keep it; the first call is costly.
   *
   * @param api the interface
   * @param <A> its type
   * @return the implementation, whose calls are for {@link #call}
   */
  public <A> A api(Class<A> api) {
    return apis.implement(api);
  }

  /**
   * Runs a call.
   *
   * @param operation what it does, in stable words such as {@code find order}
   * @param kind whether it may be repeated
   * @param options what it wants differently
   * @param call a call of an {@link #api} of this transport
   * @param <T> the answer's type
   * @return the answer; null for {@code Void} only
   * @throws OnboardingException if there was no answer, none that can be read, or a refusal
   */
  public <T> T call(String operation, Retryable kind, CallOptions options, Call<T> call) {
    return run(operation, kind, options, call, null);
  }

  /**
   * Runs a call whose successful answer may still be a no.
   *
   * @param operation what it does, in stable words such as {@code find order}
   * @param kind whether it may be repeated
   * @param options what it wants differently
   * @param call a call of an {@link #api} of this transport
   * @param refusal finds the no in a decoded answer
   * @param <T> the answer's type
   * @return the answer
   * @throws OnboardingException if there was no answer, none that can be read, or a refusal
   */
  public <T> T call(
      String operation,
      Retryable kind,
      CallOptions options,
      Call<T> call,
      Function<? super T, ? extends Optional<? extends OnboardingException>> refusal) {
    Objects.requireNonNull(refusal, "refusal");
    return run(operation, kind, options, call, (body, answer) -> refusal.apply(body));
  }

  /**
   * Runs a call whose successful answer may still be a no that only status or headers can complete.
   *
   * @param operation what it does, in stable words such as {@code find order}
   * @param kind whether it may be repeated
   * @param options what it wants differently
   * @param call a call of an {@link #api} of this transport
   * @param refusal finds the no in a decoded answer
   * @param <T> the answer's type
   * @return the answer
   * @throws OnboardingException if there was no answer, none that can be read, or a refusal
   */
  public <T> T call(
      String operation,
      Retryable kind,
      CallOptions options,
      Call<T> call,
      RefusalCheck<? super T> refusal) {
    return run(operation, kind, options, call, Objects.requireNonNull(refusal, "refusal"));
  }

  /**
   * Ends running calls and closes its connections. Those of other transports that nobody uses at
   * the moment are closed with them, and opened again with their next call. Repeatable.
   */
  @Override
  public void close() {
    wire.close();
  }

  /**
   * Says who is called.
   *
   * @return provider and host
   */
  @Override
  public String toString() {
    return "Transport[" + provider + " at " + base.host() + "]";
  }

  private <T> T run(
      String operation,
      Retryable kind,
      CallOptions options,
      Call<T> call,
      @Nullable RefusalCheck<? super T> check) {
    if (!(call instanceof PreparedCall<T> prepared)) {
      throw new IllegalArgumentException("not a call of this transport's api");
    }
    JsonDecoder.Origin origin =
        new JsonDecoder.Origin(provider, operation, runtime.requestIds().get());
    Exchange<T> exchange = new Exchange<>(kind, options, prepared, origin, check);
    if (!Hosts.sameOrigin(base, exchange.request.url())) {
      throw new IllegalArgumentException(operation + " would leave the base address");
    }
    if (wire.isClosed()) {
      throw new IllegalStateException(this + " is closed");
    }
    Duration deadline = options.deadline().orElse(settings.deadline());
    long now = runtime.clock().millis();
    if (now >= latest) {
      throw Failures.noTimeLeft(provider, operation);
    }
    return repetition.run(exchange, Math.min(latest, end(now, deadline)));
  }

  /** The end of a time that begins now; one that no clock reaches never ends. */
  private static long end(long now, Duration time) {
    long millis = Math.max(0, TimeUnit.MILLISECONDS.convert(time));
    return millis > Long.MAX_VALUE - Math.max(0, now) ? Long.MAX_VALUE : now + millis;
  }
}
