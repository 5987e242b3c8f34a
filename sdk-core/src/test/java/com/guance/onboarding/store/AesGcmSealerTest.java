package com.guance.onboarding.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.guance.onboarding.domain.Secret;
import com.guance.onboarding.error.StoreException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class AesGcmSealerTest {

  private static final String TEXT = "wendy@example.com 观测云 😀";

  private final AesGcmSealer sealer = AesGcmSealer.of(Keys.ring("a"));

  @ParameterizedTest
  @ValueSource(strings = {"", "x", TEXT})
  void open_whatWasSealed_isTheText(String text) {
    String sealed = sealer.seal(text, "ob-1");

    assertThat(sealed).matches("[A-Za-z0-9._-]+").doesNotContain("wendy");
    assertThat(sealer.open(sealed, "ob-1")).isEqualTo(text);
  }

  @Test
  void seal_sameTextAgain_looksDifferent() {
    Set<String> sealed = new HashSet<>();
    for (int i = 0; i < 1000; i++) {
      sealed.add(sealer.seal(TEXT, "ob-1"));
    }

    assertThat(sealed).hasSize(1000);
  }

  @Test
  void seal_byTheStandard_opensWithPlainJavaCryptography() throws Exception {
    String[] parts = sealer.seal(TEXT, "ob-1").split("\\.", -1);
    byte[] bytes = Base64.getUrlDecoder().decode(parts[2]);
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(
        Cipher.DECRYPT_MODE,
        new SecretKeySpec(Base64.getDecoder().decode(Keys.base64('a')), "AES"),
        new GCMParameterSpec(128, Arrays.copyOf(bytes, 12)));
    cipher.updateAAD("s1\na\nob-1".getBytes(StandardCharsets.UTF_8));

    byte[] plain = cipher.doFinal(bytes, 12, bytes.length - 12);

    assertThat(new String(plain, StandardCharsets.UTF_8)).isEqualTo(TEXT);
  }

  @Test
  void seal_randomnessGiven_isUsedForTheFirst96Bits() {
    SecureRandom zeros =
        new SecureRandom() {
          private static final long serialVersionUID = 1L;

          @Override
          public void nextBytes(byte[] bytes) {
            Arrays.fill(bytes, (byte) 0);
          }
        };

    assertThat(AesGcmSealer.of(Keys.ring("a"), zeros).seal(TEXT, "c"))
        .startsWith("s1.a.AAAAAAAAAAAAAAAA");
  }

  @Test
  void open_duringAChangeOfKeys_bothNodesReadBoth() {
    AesGcmSealer before = AesGcmSealer.of(Keys.ring("ab"));
    AesGcmSealer after = AesGcmSealer.of(Keys.ring("ba"));

    assertThat(after.open(before.seal(TEXT, "c"), "c")).isEqualTo(TEXT);
    assertThat(before.open(after.seal(TEXT, "c"), "c")).isEqualTo(TEXT);
    assertThat(after.seal(TEXT, "c")).startsWith("s1.b.");
  }

  @Test
  void open_keyMissing_isTypedAndTheTextOpensWhenTheKeyIsBack() {
    String sealed = AesGcmSealer.of(Keys.ring("b")).seal(TEXT, "c");

    assertThatThrownBy(() -> sealer.open(sealed, "c"))
        .isInstanceOfSatisfying(
            StoreException.class, failure -> assertThat(failure.isRetryable()).isFalse())
        .hasMessage("store open sealed text failed: key b is not in the key ring");

    assertThat(AesGcmSealer.of(Keys.ring("ab")).open(sealed, "c")).isEqualTo(TEXT);
  }

  @Test
  void open_anotherKeyUnderTheSameId_isTyped() {
    KeyRing other = KeyRing.of("a", Map.of("a", Secret.of(Keys.base64('z'))));
    String sealed = AesGcmSealer.of(other).seal(TEXT, "c");

    assertThatThrownBy(() -> sealer.open(sealed, "c"))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("key a is another one");
  }

  @Test
  void open_inAnotherContext_isRefused() {
    String sealed = sealer.seal(TEXT, "ob-1");

    assertThatThrownBy(() -> sealer.open(sealed, "ob-2")).isInstanceOf(StoreException.class);
  }

  @Test
  void open_anyCharacterChanged_isRefusedWithoutShowingIt() {
    String sealed = sealer.seal(TEXT, "c");

    for (int i = 0; i < sealed.length(); i++) {
      char other = sealed.charAt(i) == 'Q' ? 'g' : 'Q';
      String changed = sealed.substring(0, i) + other + sealed.substring(i + 1);
      assertThatThrownBy(() -> sealer.open(changed, "c"))
          .as("character %s", i)
          .isInstanceOf(StoreException.class)
          .hasMessageNotContaining("wendy");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "plain", "s1.a.", "s1.a.AAAA", "s1.a.****", "s2.a.AAAA", "s1..AAAA"})
  void open_notSealed_isTyped(String text) {
    assertThatThrownBy(() -> sealer.open(text, "c"))
        .isInstanceOf(StoreException.class)
        .hasMessage("store open sealed text failed: it is not a sealed text");
  }
}
