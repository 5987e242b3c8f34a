package com.guance.onboarding.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.guance.onboarding.domain.Secret;
import com.guance.onboarding.error.InvalidSettingException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class KeyRingTest {

  @Test
  void parse_severalKeys_theFirstIsCurrent() {
    KeyRing ring =
        KeyRing.parse(
            Secret.of(" 2026-07 : " + Keys.base64('n') + " , 2026-01:" + Keys.base64('o')));

    assertThat(ring.current()).isEqualTo("2026-07");
    assertThat(ring.ids()).containsExactly("2026-07", "2026-01");
  }

  @Test
  void of_currentNotFirst_isFirstInTheRing() {
    KeyRing ring =
        KeyRing.of("b", Map.of("a", Secret.of(Keys.base64('a')), "b", Secret.of(Keys.base64('b'))));

    assertThat(ring.ids()).containsExactly("b", "a");
    assertThatThrownBy(() -> KeyRing.of("c", Map.of("a", Secret.of(Keys.base64('a')))))
        .isInstanceOf(InvalidSettingException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "canary",
        "a:",
        ":canary",
        "a:canary",
        "a b:canaryKeyAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
        "a:Y2FuYXJ5",
        "a:canary:b",
        ",",
        "a:YWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWE=,a:YWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWE="
      })
  void parse_unusable_isRefusedWithoutShowingTheKey(String setting) {
    assertThatThrownBy(() -> KeyRing.parse(Secret.of(setting)))
        .isInstanceOf(InvalidSettingException.class)
        .hasMessageContaining("keyRing")
        .hasMessageNotContaining("canary")
        .hasMessageNotContaining("YWFh");
  }

  @Test
  void toString_ofTheRing_showsIdsOnly() {
    assertThat(Keys.ring("ab")).hasToString("KeyRing[a, b]");
    assertThat(new KeyedHash(Keys.ring("ab"))).hasToString("KeyedHash[a, b]");
  }

  @Test
  void keyedHash_equalValues_haveEqualNamesUnderOneKeyAndPurpose() {
    KeyedHash hash = new KeyedHash(Keys.ring("ab"));

    assertThat(hash.name("email", "wendy@example.com"))
        .isEqualTo(hash.name("email", "wendy@example.com"))
        .startsWith("a.")
        .hasSize(45)
        .doesNotContain("wendy")
        .isNotEqualTo(hash.name("phone", "wendy@example.com"))
        .isNotEqualTo(hash.name("email", "wendy@example.org"))
        .isNotEqualTo(new KeyedHash(Keys.ring("b")).name("email", "wendy@example.com"));
  }
}
