package com.guance.onboarding;

import static org.assertj.core.api.Assertions.assertThat;

import com.guance.onboarding.domain.OrderKey;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class OrderIdsTest {

  private static final int BYTES = 32;

  @Test
  void base36_anyNumber_isWhatBigIntegerWrites() {
    Random random = new Random(36);
    for (int i = 0; i < 5_000; i++) {
      byte[] number = new byte[BYTES];
      random.nextBytes(number);
      Arrays.fill(number, 0, i % BYTES, (byte) 0);

      assertThat(OrderIds.base36(number)).isEqualTo(written(number));
    }
    byte[] greatest = new byte[BYTES];
    Arrays.fill(greatest, (byte) -1);
    assertThat(OrderIds.base36(greatest)).isEqualTo(written(greatest));
  }

  private static String written(byte[] number) {
    String digits = new BigInteger(1, number).toString(36);
    return "0".repeat(50 - digits.length()) + digits;
  }

  @Test
  void of_anOrderLine_isTheIdThatStoresHaveItUnder() {
    assertThat(OrderIds.of(new OrderKey("CS-1", "CS-1-000001")).value())
        .isEqualTo("onb_5kjl22gur0qxbe20h1m81jp5u");
  }
}
