package com.guance.onboarding.testkit;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** The emulator's way out; it follows no redirects and keeps no cookies. */
final class Browser implements AutoCloseable {

  private @Nullable HttpClient http;
  private @Nullable ExecutorService pool;
  private boolean closed;

  /** Gives up after the time, wherever the answer has got stuck. */
  HttpResponse<byte[]> send(HttpRequest request, Duration within)
      throws IOException, TimeoutException {
    CompletableFuture<HttpResponse<byte[]>> answer =
        client().sendAsync(request, HttpResponse.BodyHandlers.ofByteArray());
    try {
      return answer.get(within.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof IOException failed ? failed : new IOException(e.getCause());
    } catch (TimeoutException e) {
      answer.cancel(true);
      throw e;
    } catch (InterruptedException e) {
      answer.cancel(true);
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("the emulator is being closed");
    }
  }

  /** Made when it is first needed: most emulators call nobody. */
  private synchronized HttpClient client() throws IOException {
    if (closed) {
      throw new IOException("the emulator is closed");
    }
    HttpClient client = http;
    if (client == null) {
      ExecutorService threads =
          Executors.newCachedThreadPool(
              task -> {
                Thread thread = new Thread(task, "onboarding-emulator-browser");
                thread.setDaemon(true);
                return thread;
              });
      client =
          HttpClient.newBuilder()
              .version(HttpClient.Version.HTTP_1_1)
              .followRedirects(HttpClient.Redirect.NEVER)
              .executor(threads)
              .build();
      http = client;
      pool = threads;
    }
    return client;
  }

  @Override
  public synchronized void close() {
    closed = true;
    http = null;
    if (pool != null) {
      pool.shutdownNow();
    }
  }
}
