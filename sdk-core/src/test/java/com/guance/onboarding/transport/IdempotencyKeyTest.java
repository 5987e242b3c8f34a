package com.guance.onboarding.transport;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdempotencyKeyTest {

  @Test
  void of_whatAHeaderCanCarry_isTheTextItself() {
    assertThat(IdempotencyKey.of("workspace:CS-1/CS-1-000001"))
        .isEqualTo("workspace:CS-1/CS-1-000001");
    assertThat(IdempotencyKey.of("k".repeat(255))).hasSize(255);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "two words", "订单", "line\nbreak", "tab\t", "\u007f"})
  void of_whatAHeaderCannotCarry_isItsDigest(String intention) {
    String key = IdempotencyKey.of(intention);

    assertThat(key).matches("sha256-[0-9a-f]{64}").isEqualTo(IdempotencyKey.of(intention));
    assertThat(IdempotencyKey.of(intention + "x x")).isNotEqualTo(key);
    assertThat(CallOptions.none().withIdempotencyKey(key).idempotencyKey()).contains(key);
  }

  @Test
  void of_whatIsTooLongForAHeader_isItsDigest() {
    assertThat(IdempotencyKey.of("k".repeat(256)))
        .isEqualTo("sha256-ce16fe78208a4e93f7158e62393680e025b2ad584f4e875ce903a654bb74cf93");
  }
}
