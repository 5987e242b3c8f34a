package com.guance.onboarding.transport;

import com.guance.onboarding.error.OnboardingException;
import com.guance.onboarding.error.ProtocolException;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import okhttp3.Call;
import okhttp3.Headers;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okio.Buffer;
import okio.BufferedSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends one attempt and reads its answer. Thread-safe. */
final class Wire {

  private static final Logger LOG = LoggerFactory.getLogger(Transport.class);

  private final LateClient client;
  private final boolean tls;
  private final ErrorDecoder errors;
  private final Clock clock;
  private final @Nullable Authorizer authorizer;
  private final String userAgent;
  private final long largest;

  Wire(HttpSettings settings, TransportRuntime runtime, ErrorDecoder errors) {
    this.client = new LateClient(settings, runtime.hosts());
    this.tls = tls(settings.baseUrl());
    this.errors = errors;
    this.clock = runtime.clock();
    this.authorizer = settings.authorizer().orElse(null);
    this.userAgent = settings.userAgent();
    this.largest = settings.maxResponseBytes();
  }

  private Wire(Wire same, URI other) {
    this.client = same.client;
    this.tls = tls(other);
    this.errors = same.errors;
    this.clock = same.clock;
    this.authorizer = same.authorizer;
    this.userAgent = same.userAgent;
    this.largest = same.largest;
  }

  private static boolean tls(URI address) {
    return !"http".equalsIgnoreCase(address.getScheme());
  }

  /** A wire to another address; closing either closes both. */
  Wire to(URI other) {
    return new Wire(this, other);
  }

  OkHttpClient client() {
    return client.get(tls);
  }

  boolean isClosed() {
    return client.isClosed();
  }

  /** Ends what is on the wire. */
  void close() {
    client.close();
  }

  <T> T attempt(Exchange<T> exchange, int number, long timeoutMillis) {
    long start = clock.millis();
    exchange.sent.yes = false;
    Call call = client().newCall(outgoing(exchange));
    call.timeout().timeout(timeoutMillis, TimeUnit.MILLISECONDS);
    Pacemaker.OF_ALL_CALLS.want();
    int status = 0;
    try (Response response = call.execute()) {
      status = response.code();
      return response.isSuccessful() ? value(exchange, response) : refuse(exchange, response);
    } catch (IOException e) {
      throw Failures.unanswered(exchange, e);
    } finally {
      log(exchange, number, status, start);
    }
  }

  private Request outgoing(Exchange<?> exchange) {
    Request.Builder builder =
        exchange
            .request
            .newBuilder()
            .header("Accept", "application/json")
            .header("User-Agent", userAgent)
            .tag(LastHop.Sent.class, exchange.sent);
    if (exchange.origin.requestId() != null) {
      builder.header("X-Request-Id", exchange.origin.requestId());
    }
    if (exchange.idempotencyKey != null) {
      builder.header("Idempotency-Key", exchange.idempotencyKey);
    }
    if (authorizer != null) {
      authorizer.authorize(new OutgoingRequest(exchange.request, builder));
    }
    return builder.build();
  }

  @SuppressWarnings({
    "unchecked",
    "NullAway"
  }) // the endpoint's type is T; of Void there is only null
  private <T> T value(Exchange<T> exchange, Response response) throws IOException {
    if (exchange.endpoint.isVoid()) {
      return null;
    }
    Buffer body = wholeBody(exchange, response);
    if (exchange.endpoint.isAnswer()) {
      // Closing the response empties its buffer, and this answer outlives it. A clone would share
      // the buffer's segments, which can then never be used again.
      return checked(exchange, (T) answer(exchange, response, body), response, body);
    }
    Buffer copy = exchange.check == null ? body : body.clone();
    T value = (T) exchange.endpoint.decode(body, exchange.origin);
    return checked(exchange, value, response, copy);
  }

  private <T> T checked(Exchange<T> exchange, T value, Response response, Buffer body) {
    if (exchange.check == null) {
      return value;
    }
    RemoteAnswer answer =
        value instanceof RemoteAnswer same ? same : answer(exchange, response, body);
    Optional<? extends OnboardingException> refusal = refusal(exchange, value, answer);
    if (refusal.isPresent()) {
      throw refusal.get();
    }
    return value;
  }

  private static <T> Optional<? extends OnboardingException> refusal(
      Exchange<T> exchange, T value, RemoteAnswer answer) {
    try {
      return exchange.check == null ? Optional.empty() : exchange.check.refused(value, answer);
    } catch (OnboardingException e) {
      return Optional.of(e);
    } catch (RuntimeException e) {
      // Likewise a check that misses something in the answer.
      return Optional.of(exchange.origin.badBody("is not of the agreed form"));
    }
  }

  private Buffer wholeBody(Exchange<?> exchange, Response response) throws IOException {
    BufferedSource source = response.body().source();
    if (source.request(largest + 1)) {
      throw ProtocolException.ofField(
          exchange.origin.provider(),
          exchange.operation,
          "body",
          "is larger than " + largest + " bytes",
          exchange.origin.requestId());
    }
    return source.getBuffer();
  }

  private <T> T refuse(Exchange<T> exchange, Response response) {
    BufferedSource source = response.body().source();
    try {
      source.request(largest);
    } catch (IOException e) {
      // The status has said no already; the table gets as much of the body as there is.
    }
    RemoteAnswer answer = answer(exchange, response, source.getBuffer());
    throw named(answer);
  }

  private OnboardingException named(RemoteAnswer answer) {
    try {
      return errors.decode(answer);
    } catch (OnboardingException e) {
      return e;
    } catch (RuntimeException e) {
      // A table that trips over a strange body must not turn an answer into a crash.
      return ErrorDecoder.byStatus(answer.status(), answer.refusal().build());
    }
  }

  private RemoteAnswer answer(Exchange<?> exchange, Response response, Buffer body) {
    Headers headers = LastHop.headers(response);
    return new RemoteAnswer(
        exchange.origin,
        response.code(),
        headers,
        body.readByteArray(),
        RetryAfter.parse(headers.get("Retry-After"), clock));
  }

  private void log(Exchange<?> exchange, int number, int status, long start) {
    if (LOG.isDebugEnabled()) {
      LOG.debug(
          "{} {}: {} {} -> {} in {} ms, attempt {}, request {}",
          exchange.origin.provider(),
          exchange.operation,
          exchange.request.method(),
          exchange.endpoint.template(),
          status == 0 ? "no answer" : status,
          clock.millis() - start,
          number,
          exchange.origin.requestId());
    }
  }
}
