package com.guance.onboarding.transport;

import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/**
 * An OkHttp client that is made with the first call, because making one takes long and a program
 * opens its transports while it starts. Thread-safe.
 */
final class LateClient {

  private final HttpSettings settings;
  private final HostLookup hosts;
  private volatile @Nullable OkHttpClient made;
  private volatile boolean closed;

  LateClient(HttpSettings settings, HostLookup hosts) {
    this.settings = settings;
    this.hosts = hosts;
  }

  /** The client; all that are handed out share their connections. */
  OkHttpClient get(boolean tls) {
    OkHttpClient known = made;
    return known == null || (tls && !HttpClients.speaksTls(known)) ? make(tls) : known;
  }

  private synchronized OkHttpClient make(boolean tls) {
    OkHttpClient known = made == null ? HttpClients.create(settings, hosts, tls) : made;
    OkHttpClient client = tls ? HttpClients.withTls(known) : known;
    made = client;
    return client;
  }

  boolean isClosed() {
    return closed;
  }

  /** Ends what is on the wire and all idle connections; no thread is needed for either. */
  synchronized void close() {
    closed = true;
    OkHttpClient client = made;
    if (client != null) {
      client.dispatcher().cancelAll();
      client.dispatcher().executorService().shutdown();
      client.connectionPool().evictAll();
    }
  }
}
