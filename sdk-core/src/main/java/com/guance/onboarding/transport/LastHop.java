package com.guance.onboarding.transport;

import java.io.IOException;
import okhttp3.Headers;
import okhttp3.Interceptor;
import okhttp3.Response;

/** The last thing that runs before a request leaves on an open connection. */
final class LastHop implements Interceptor {

  private static final int UNAVAILABLE = 503;
  private static final String RETRY_AFTER = "Retry-After";
  private static final String SET_ASIDE = "X-Set-Aside-Retry-After";

  @Override
  public Response intercept(Chain chain) throws IOException {
    Sent sent = chain.request().tag(Sent.class);
    if (sent != null) {
      sent.yes = true;
    }
    Response response = chain.proceed(chain.request());
    return response.code() == UNAVAILABLE ? setAside(response) : response;
  }

  /** OkHttp would repeat a "503, Retry-After: 0" by itself, even a write; repeating is our job. */
  private static Response setAside(Response response) {
    String wait = response.header(RETRY_AFTER);
    return wait == null
        ? response
        : response.newBuilder().removeHeader(RETRY_AFTER).header(SET_ASIDE, wait).build();
  }

  /** The headers as they came. */
  static Headers headers(Response response) {
    String wait = response.header(SET_ASIDE);
    return wait == null
        ? response.headers()
        : response.headers().newBuilder().removeAll(SET_ASIDE).add(RETRY_AFTER, wait).build();
  }

  /** Whether a request may have reached the other side; travels with it as a tag. */
  static final class Sent {
    volatile boolean yes;
  }
}
