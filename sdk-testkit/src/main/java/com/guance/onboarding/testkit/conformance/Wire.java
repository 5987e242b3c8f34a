package com.guance.onboarding.testkit.conformance;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** Sends requests as they are, right or wrong, and keeps what came of them. */
final class Wire {

  private static final Duration TO_CONNECT = Duration.ofSeconds(5);

  private final URI endpoint;
  private final Duration patience;
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .followRedirects(HttpClient.Redirect.NEVER)
          .connectTimeout(TO_CONNECT)
          .build();
  private final List<Reply> journal = Collections.synchronizedList(new ArrayList<>());

  /** Waits longer than KooGallery does, so that a late answer is told from none. */
  Wire(URI endpoint, Duration answerWithin) {
    this.endpoint = endpoint;
    this.patience = answerWithin.multipliedBy(2).plusSeconds(1);
  }

  Reply send(Request request) {
    HttpRequest.Builder message =
        HttpRequest.newBuilder(address(request))
            .timeout(patience)
            .header("Accept", "application/json")
            .header("Content-Type", "application/json;charset=utf8")
            .method(request.method(), HttpRequest.BodyPublishers.ofByteArray(request.body()));
    if (request.channel() == Channel.SYNC) {
      request.stamp().forEach(one -> message.header(one.getKey(), one.getValue()));
    }
    long start = System.nanoTime();
    Reply reply;
    try {
      HttpResponse<byte[]> answer =
          http.send(message.build(), HttpResponse.BodyHandlers.ofByteArray());
      reply = new Reply(answer.statusCode(), answer.headers().map(), answer.body(), since(start));
    } catch (IOException e) {
      reply = Reply.none(since(start));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
    journal.add(reply);
    return reply;
  }

  private static Duration since(long start) {
    return Duration.ofNanos(System.nanoTime() - start);
  }

  private URI address(Request request) {
    StringBuilder address = new StringBuilder(endpoint.toString()).append(request.path());
    if (request.channel() == Channel.PRODUCTION) {
      char separator = endpoint.getRawQuery() == null ? '?' : '&';
      for (Map.Entry<String, String> one : request.stamp()) {
        address
            .append(separator)
            .append(encoded(one.getKey()))
            .append('=')
            .append(encoded(one.getValue()));
        separator = '&';
      }
    }
    return URI.create(address.toString());
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /** All that has been answered so far. */
  List<Reply> journal() {
    synchronized (journal) {
      return List.copyOf(journal);
    }
  }
}
