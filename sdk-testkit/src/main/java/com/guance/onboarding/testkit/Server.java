package com.guance.onboarding.testkit;

import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** An HTTP server on the loopback address, with a pool of its own that ends with it. */
final class Server implements AutoCloseable {

  /** Without it, an answer on a connection that is kept alive takes 40 ms. */
  private static final String NO_DELAY = "sun.net.httpserver.nodelay";

  private static final Logger LOG = LoggerFactory.getLogger(Server.class);
  private static final int THREADS = 32;
  private static final long IDLE_SECONDS = 5;

  private final HttpServer http;
  private final ThreadPoolExecutor pool;

  private Server(HttpServer http, ThreadPoolExecutor pool) {
    this.http = http;
    this.pool = pool;
  }

  static Server start(int port, HttpHandler handler) {
    answerAtOnce();
    ThreadPoolExecutor pool = pool();
    try {
      HttpServer http =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
      http.createContext("/", handler);
      http.setExecutor(pool);
      http.start();
      return new Server(http, pool);
    } catch (IOException e) {
      pool.shutdownNow();
      throw new UncheckedIOException("the emulator cannot listen on port " + port, e);
    }
  }

  private static void answerAtOnce() {
    if (System.getProperty(NO_DELAY) == null) {
      System.setProperty(NO_DELAY, "true");
      LOG.info("set the system property {} to true", NO_DELAY);
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
            new LinkedBlockingQueue<>(),
            task -> {
              Thread thread = new Thread(task, "onboarding-emulator-" + number.incrementAndGet());
              thread.setDaemon(true);
              return thread;
            });
    pool.allowCoreThreadTimeOut(true);
    return pool;
  }

  URI uri() {
    return URI.create(
        "http://"
            + http.getAddress().getAddress().getHostAddress()
            + ":"
            + http.getAddress().getPort());
  }

  @Override
  public void close() {
    http.stop(0);
    pool.shutdownNow();
  }
}
