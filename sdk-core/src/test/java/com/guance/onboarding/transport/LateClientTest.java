package com.guance.onboarding.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.URI;
import java.util.List;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;

class LateClientTest {

  private final LateClient late = client();

  @Test
  void get_withoutTls_hasNotReadTheMachinesAuthorities() {
    assertThat(late.get(false).x509TrustManager()).isNull();
  }

  @Test
  void get_withTlsAfterWithout_sharesConnectionsAndKeepsTls() {
    OkHttpClient plain = late.get(false);
    OkHttpClient secure = late.get(true);

    assertThat(secure.x509TrustManager()).isNotNull();
    assertThat(secure.connectionPool()).isSameAs(plain.connectionPool());
    assertThat(secure.dispatcher()).isSameAs(plain.dispatcher());
    assertThat(late.get(false)).isSameAs(secure).isSameAs(late.get(true));
  }

  /** OkHttp compares the look-ups of names before it uses a connection that is there. */
  @Test
  void get_anotherClient_sharesThePoolButNoConnection() {
    OkHttpClient one = late.get(false);
    OkHttpClient other = client().get(false);

    assertThat(other.connectionPool()).isSameAs(one.connectionPool());
    assertThat(other.dns()).isNotEqualTo(one.dns());
  }

  @Test
  void close_beforeTheFirstCall_isRemembered() {
    late.close();

    assertThat(late.isClosed()).isTrue();
  }

  private static LateClient client() {
    return new LateClient(
        HttpSettings.builder().baseUrl(URI.create("http://127.0.0.1")).build(),
        host -> List.of(InetAddress.getAllByName(host)));
  }
}
