package com.guance.onboarding.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.guance.onboarding.domain.Secret;
import com.guance.onboarding.error.StoreException;
import com.guance.onboarding.spi.SecretStore;
import com.guance.onboarding.store.AesGcmSealer;
import com.guance.onboarding.store.InMemorySecretStore;
import com.guance.onboarding.store.JdbcSecretStore;
import com.guance.onboarding.store.JdbcSettings;
import com.guance.onboarding.store.JdbcStore;
import com.guance.onboarding.store.KeyRing;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class SecretStoreTest {

  private static final String OLD = "old:b2xkb2xkb2xkb2xkb2xkb2xkb2xkb2xkb2xkb2xkb2w=";
  private static final String NEW = "new:bmV3bmV3bmV3bmV3bmV3bmV3bmV3bmV3bmV3bmV3bmU=";
  private static final String TEXT = "canary-client-secret 云";

  private final JdbcSettings settings =
      JdbcSettings.defaults().withTablePrefix(DatabaseServers.freshPrefix());

  static Stream<SecretStore> stores() {
    AesGcmSealer sealer = sealer(OLD);
    return Stream.of(
        InMemorySecretStore.create(),
        fresh(DatabaseServers.h2()).secrets(sealer),
        fresh(DatabaseServers.postgres()).secrets(sealer),
        fresh(DatabaseServers.mariaDb()).secrets(sealer));
  }

  private static JdbcStore fresh(DataSource source) {
    return JdbcStore.create(
        source, JdbcSettings.defaults().withTablePrefix(DatabaseServers.freshPrefix()));
  }

  private static AesGcmSealer sealer(String keys) {
    return AesGcmSealer.of(KeyRing.parse(Secret.of(keys)));
  }

  @ParameterizedTest
  @MethodSource("stores")
  void secret_putReplacedForgotten_isWhatWasPutLast(SecretStore store) {
    assertThat(store.get("a/1")).isEmpty();

    store.put("a/1", Secret.of("first"));
    store.put("a/1", Secret.of(TEXT));
    store.put("A/1", Secret.of("other"));

    assertThat(store.get("a/1")).contains(Secret.of(TEXT));
    assertThat(store.get("A/1")).contains(Secret.of("other"));
    store.forget("a/1");
    store.forget("a/1");
    assertThat(store.get("a/1")).isEmpty();
    assertThat(store.get("A/1")).isPresent();
  }

  @Test
  void reseal_afterAChangeOfKeys_theOldKeyIsNotNeededAnyMore() {
    JdbcStore store = JdbcStore.create(DatabaseServers.h2(), settings);
    store.secrets(sealer(OLD)).put("a", Secret.of(TEXT));
    JdbcSecretStore both = store.secrets(sealer(NEW + "," + OLD));
    both.put("b", Secret.of("b"));

    assertThat(both.reseal()).isEqualTo(2);

    SecretStore after = JdbcSecretStore.open(DatabaseServers.h2(), settings, sealer(NEW));
    assertThat(after.get("a")).contains(Secret.of(TEXT));
    assertThat(after.get("b")).contains(Secret.of("b"));
  }

  @Test
  void get_keyMissing_isTypedAndTheSecretIsNotLost() {
    JdbcStore store = JdbcStore.create(DatabaseServers.h2(), settings);
    store.secrets(sealer(OLD)).put("a", Secret.of(TEXT));
    JdbcSecretStore without = store.secrets(sealer(NEW));

    assertThatThrownBy(() -> without.get("a"))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("key old is not in the key ring");
    assertThatThrownBy(without::reseal).isInstanceOf(StoreException.class);

    assertThat(store.secrets(sealer(OLD)).get("a")).contains(Secret.of(TEXT));
  }
}
