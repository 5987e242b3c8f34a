package com.guance.onboarding.transport;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.guance.onboarding.error.TransportException;
import com.guance.onboarding.transport.OrderApi.Order;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One certificate plays the server, the client and the authority that both trust. */
class MutualTlsTest {

  private static final String PASSWORD = "changeit";

  @TempDir static Path folder;

  private static Path store;
  private static WireMockServer server;

  @BeforeAll
  static void start() throws Exception {
    store = folder.resolve("everybody.p12");
    createCertificate(store);
    server =
        new WireMockServer(
            wireMockConfig()
                .dynamicPort()
                .dynamicHttpsPort()
                .keystorePath(store.toString())
                .keystorePassword(PASSWORD)
                .keyManagerPassword(PASSWORD)
                .keystoreType("PKCS12")
                .needClientAuth(true)
                .trustStorePath(store.toString())
                .trustStorePassword(PASSWORD)
                .trustStoreType("PKCS12"));
    server.start();
    server.stubFor(any(anyUrl()).willReturn(okJson("{\"id\":\"A\"}")));
  }

  @AfterAll
  static void stop() {
    server.stop();
  }

  @Test
  void call_withOurCertificate_isAnswered() throws Exception {
    assertThat(find("localhost", Optional.of(context(true))).id()).isEqualTo("A");
  }

  @Test
  void call_withoutOurCertificate_isNotAnswered() throws Exception {
    SSLContext anonymous = context(false);

    assertThatThrownBy(() -> find("localhost", Optional.of(anonymous)))
        .isInstanceOf(TransportException.class);
  }

  @Test
  void call_toAServerThatNobodyVouchesFor_isNotTrustedAndNotRepeated() {
    assertThatThrownBy(() -> find("localhost", Optional.empty()))
        .isInstanceOfSatisfying(
            TransportException.class, e -> assertThat(e.isRetryable()).isFalse())
        .hasMessage("guance find order unanswered: connection not trusted");
  }

  @Test
  void call_toAServerOfAnotherName_isNotTrusted() throws Exception {
    SSLContext ours = context(true);

    assertThatThrownBy(() -> find("127.0.0.2", Optional.of(ours)))
        .hasMessage("guance find order unanswered: connection not trusted");
  }

  private static Order find(String host, Optional<SSLContext> context) {
    HttpSettings settings =
        HttpSettings.builder()
            .baseUrl(URI.create("https://" + host + ":" + server.httpsPort()))
            .sslContext(context)
            .build();
    try (Transport transport = Transport.connect("guance", settings, new FakeTime().runtime())) {
      return transport.call(
          "find order",
          Retryable.READ,
          CallOptions.none(),
          transport.api(OrderApi.class).order("1"));
    }
  }

  private static SSLContext context(boolean withOurKey) throws Exception {
    KeyStore everybody = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(store)) {
      everybody.load(in, PASSWORD.toCharArray());
    }
    KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(everybody, PASSWORD.toCharArray());
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(everybody);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(
        withOurKey ? keys.getKeyManagers() : new KeyManager[0], trust.getTrustManagers(), null);
    return context;
  }

  private static void createCertificate(Path file) throws Exception {
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "everybody",
                "-keyalg",
                "EC",
                "-dname",
                "CN=localhost",
                "-ext",
                "san=dns:localhost",
                "-storetype",
                "PKCS12",
                "-storepass",
                PASSWORD,
                "-keystore",
                file.toString())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    assertThat(keytool.waitFor(20, TimeUnit.SECONDS)).isTrue();
    assertThat(keytool.exitValue()).isZero();
  }
}
