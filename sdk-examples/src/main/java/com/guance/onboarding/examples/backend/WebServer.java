package com.guance.onboarding.examples.backend;

import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** The JDK's HTTP server, with a bounded pool of its own that ends with it. */
final class WebServer implements AutoCloseable {

  private static final int THREADS = 32;
  private static final int QUEUE = 512;
  private static final long IDLE_SECONDS = 30;
  private static final int SECONDS_TO_FINISH = 2;

  private final HttpServer http;
  private final ThreadPoolExecutor pool;

  private WebServer(HttpServer http, ThreadPoolExecutor pool) {
    this.http = http;
    this.pool = pool;
  }

  /** Takes the port; nothing is answered yet. */
  static WebServer bind(BackendSettings.Listen listen) {
    System.getProperties()
        .putIfAbsent("sun.net.httpserver.nodelay", "true"); // else 40 ms for every answer
    System.getProperties()
        .putIfAbsent("sun.net.httpserver.maxReqTime", "30"); // seconds, for slow senders
    System.getProperties().putIfAbsent("sun.net.httpserver.maxRspTime", "30");
    try {
      InetAddress address =
          listen.host().isPresent()
              ? InetAddress.getByName(listen.host().get())
              : InetAddress.getLoopbackAddress();
      HttpServer http = HttpServer.create(new InetSocketAddress(address, listen.port()), 0);
      ThreadPoolExecutor pool = pool();
      http.setExecutor(pool);
      return new WebServer(http, pool);
    } catch (IOException e) {
      throw new UncheckedIOException("the backend cannot listen on port " + listen.port(), e);
    }
  }

  private static ThreadPoolExecutor pool() {
    AtomicInteger number = new AtomicInteger();
    ThreadPoolExecutor pool =
        new ThreadPoolExecutor(
            THREADS,
            THREADS,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(QUEUE),
            work -> new Thread(work, "backend-http-" + number.incrementAndGet()));
    pool.allowCoreThreadTimeOut(true);
    return pool;
  }

  void at(String path, HttpHandler handler) {
    http.createContext(path, handler);
  }

  void start() {
    http.start();
  }

  URI uri() {
    InetSocketAddress address = http.getAddress();
    String host = address.getAddress().getHostAddress();
    return URI.create(
        "http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + address.getPort());
  }

  /** Takes nothing new, and gives what runs a moment to finish. */
  @Override
  public void close() {
    pool.shutdown();
    try {
      pool.awaitTermination(SECONDS_TO_FINISH, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    http.stop(0);
    pool.shutdownNow();
  }
}
