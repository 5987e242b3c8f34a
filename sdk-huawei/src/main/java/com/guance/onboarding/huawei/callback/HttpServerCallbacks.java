package com.guance.onboarding.huawei.callback;

import com.guance.onboarding.domain.OnboardingId;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * Leads requests of the JDK's own HTTP server to a {@link CallbackHandler}.
 *
 * <p>Give the server an executor, and set {@code sun.net.httpserver.nodelay=true} before its first
 * class is loaded: without it every answer on a kept-alive connection takes 40 ms longer.
 */
public final class HttpServerCallbacks implements HttpHandler {

  private static final int NO_BODY = -1;

  private final CallbackHandler handler;
  private final Consumer<List<OnboardingId>> touched;

  private HttpServerCallbacks(CallbackHandler handler, Consumer<List<OnboardingId>> touched) {
    this.handler = Objects.requireNonNull(handler, "handler");
    this.touched = Objects.requireNonNull(touched, "touched");
  }

  /**
   * An adapter to be registered at the path of the production URL.
   *
   * @param handler answers
   * @param touched told which onboardings may go on, after the answer is sent and if there are any;
   *     on the server's thread, so it should hand them over
   * @return the adapter
   */
  public static HttpServerCallbacks of(
      CallbackHandler handler, Consumer<List<OnboardingId>> touched) {
    return new HttpServerCallbacks(handler, touched);
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    CallbackReply reply;
    try (exchange) {
      byte[] body = exchange.getRequestBody().readNBytes(handler.bytesWorthReading());
      String query = exchange.getRequestURI().getRawQuery();
      reply =
          handler.handle(
              new CallbackRequest(
                  exchange.getRequestMethod(),
                  exchange.getRequestURI().getRawPath(),
                  query == null ? "" : query,
                  exchange.getRequestHeaders(),
                  body));
      exchange.getResponseHeaders().putAll(reply.headers());
      boolean silent = exchange.getRequestMethod().equals("HEAD");
      exchange.sendResponseHeaders(reply.status(), silent ? NO_BODY : reply.body().length);
      if (!silent) {
        exchange.getResponseBody().write(reply.body());
      }
    }
    if (!reply.touched().isEmpty()) {
      touched.accept(reply.touched());
    }
  }
}
