package com.guance.onboarding.benchmarks;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.util.Objects;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/** Calls written by hand with OkHttp and Jackson: what a partner would write without an SDK. */
final class ByHand {

  static final JsonMapper JSON =
      JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  private static final MediaType MEDIA_TYPE =
      Objects.requireNonNull(MediaType.parse("application/json; charset=UTF-8"));

  private final OkHttpClient client = new OkHttpClient();
  private final HttpUrl server;

  ByHand(URI server) {
    this.server = Objects.requireNonNull(HttpUrl.get(server));
  }

  /** Reads answers of one type. */
  record Reads<T>(ObjectReader reader, Class<T> type) {}

  static <T> Reads<T> reads(Class<T> type) {
    return new Reads<>(JSON.readerFor(type), type);
  }

  static ObjectWriter writes(Class<?> type) {
    return JSON.writerFor(type);
  }

  /** An address under the server's; each segment is encoded. */
  HttpUrl.Builder at(String... segments) {
    HttpUrl.Builder url = server.newBuilder();
    for (String segment : segments) {
      url.addPathSegment(segment);
    }
    return url;
  }

  <T> T get(HttpUrl url, Reads<T> answer) throws IOException {
    return send(new Request.Builder().url(url), answer);
  }

  /** Reads with a key in a header instead of a token. */
  <T> T keyed(HttpUrl url, String header, Reads<T> answer) throws IOException {
    return sent(
        new Request.Builder()
            .url(url)
            .header("Accept", "application/json")
            .header(header, Customer.TOKEN.reveal())
            .build(),
        answer);
  }

  <T> T post(HttpUrl url, byte[] body, String key, Reads<T> answer) throws IOException {
    return send(
        new Request.Builder()
            .url(url)
            .header("Idempotency-Key", key)
            .post(RequestBody.create(body, MEDIA_TYPE)),
        answer);
  }

  <T> T put(HttpUrl url, byte[] body, String key, Reads<T> answer) throws IOException {
    return send(
        new Request.Builder()
            .url(url)
            .header("Idempotency-Key", key)
            .put(RequestBody.create(body, MEDIA_TYPE)),
        answer);
  }

  /** Whether the answer is that there is no such thing. */
  boolean missing(HttpUrl url) throws IOException {
    try (Response response = client.newCall(authorized(new Request.Builder().url(url))).execute()) {
      return response.code() == 404;
    }
  }

  private static Request authorized(Request.Builder request) {
    return request
        .header("Accept", "application/json")
        .header("Authorization", "Bearer " + Customer.TOKEN.reveal())
        .build();
  }

  private <T> T send(Request.Builder request, Reads<T> answer) throws IOException {
    return sent(authorized(request), answer);
  }

  private <T> T sent(Request request, Reads<T> answer) throws IOException {
    try (Response response = client.newCall(request).execute()) {
      if (!response.isSuccessful()) {
        throw new IOException("status " + response.code());
      }
      return answer.type.cast(answer.reader.readValue(response.body().byteStream()));
    }
  }

  void close() {
    client.dispatcher().executorService().shutdown();
    client.connectionPool().evictAll();
  }
}
