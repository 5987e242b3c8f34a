package com.guance.onboarding.transport;

import com.guance.onboarding.error.InvalidSettingException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import okhttp3.ConnectionPool;
import okhttp3.ConnectionSpec;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/** Turns settings into an OkHttp client that decides nothing by itself. */
final class HttpClients {

  private static final int IDLE_CONNECTIONS = 64;

  /** Shorter than servers usually keep theirs, so that a write seldom meets a closed one. */
  private static final long IDLE_SECONDS = 30;

  /**
   * One for all clients: each pool is a queue of work to OkHttp, which wakes one thread after each
   * call if there is one queue, and two if there are more. No client uses the connections of
   * another, since each has a look-up of names of its own.
   */
  private static final ConnectionPool CONNECTIONS =
      new ConnectionPool(IDLE_CONNECTIONS, IDLE_SECONDS, TimeUnit.SECONDS);

  private static final List<ConnectionSpec> PLAIN = List.of(ConnectionSpec.CLEARTEXT);

  private HttpClients() {}

  /** A client that need not speak TLS has not read the machine's authorities, which takes long. */
  static OkHttpClient create(HttpSettings settings, HostLookup hosts, boolean tls) {
    OkHttpClient.Builder builder =
        new OkHttpClient.Builder()
            .followRedirects(false)
            .followSslRedirects(false)
            .retryOnConnectionFailure(false)
            .connectTimeout(settings.connectTimeout())
            // One timer bounds the whole attempt; timers for single reads and writes add nothing.
            .readTimeout(Duration.ZERO)
            .writeTimeout(Duration.ZERO)
            .callTimeout(settings.attemptTimeout())
            .connectionPool(CONNECTIONS)
            .dns(Hosts.guarded(hosts, settings.reachable()))
            .addNetworkInterceptor(new LastHop());
    settings.proxy().ifPresent(builder::proxySelector);
    settings.sslContext().ifPresent(context -> trust(builder, context));
    if (!tls) {
      builder.connectionSpecs(PLAIN);
    }
    return builder.build();
  }

  /** The same client over the same connections, which speaks TLS, too. */
  static OkHttpClient withTls(OkHttpClient client) {
    return speaksTls(client)
        ? client
        : client
            .newBuilder()
            .connectionSpecs(List.of(ConnectionSpec.MODERN_TLS, ConnectionSpec.CLEARTEXT))
            .build();
  }

  static boolean speaksTls(OkHttpClient client) {
    return !client.connectionSpecs().equals(PLAIN);
  }

  private static void trust(OkHttpClient.Builder builder, SSLContext context) {
    // The context judges the certificates itself; OkHttp asks for a trust manager besides, which it
    // needs for pinning only.
    builder.sslSocketFactory(context.getSocketFactory(), platformTrust());
  }

  private static X509TrustManager platformTrust() {
    try {
      TrustManagerFactory factory =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      factory.init((@Nullable KeyStore) null);
      return Arrays.stream(factory.getTrustManagers())
          .filter(X509TrustManager.class::isInstance)
          .map(X509TrustManager.class::cast)
          .findFirst()
          .orElseThrow(HttpClients::noTrust);
    } catch (GeneralSecurityException e) {
      throw noTrust();
    }
  }

  private static InvalidSettingException noTrust() {
    return new InvalidSettingException(
        "sslContext",
        "needs a platform with an X.509 trust manager",
        "check the Java installation");
  }
}
