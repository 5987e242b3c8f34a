package com.guance.onboarding.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The emulator as a program of its own takes the rules that are open to choice. */
class EmulatorArgumentsTest {

  private static EmulatorSettings read(String... arguments) {
    return EmulatorArguments.read(arguments, Map.of()).build();
  }

  @Test
  void read_nothing_givesTheDocumentedRules() {
    assertThat(read().lifecycle()).isEqualTo(LifecycleRules.builder().build());
  }

  @Test
  void read_rules_areTaken() {
    LifecycleRules rules =
        read("--countdown", "P7D", "--closing", "SWITCHES_TO_BILLING_CENTER", "--port", "0")
            .lifecycle();

    assertThat(rules.countdown()).isEqualTo(Duration.ofDays(7));
    assertThat(rules.closing()).isEqualTo(LifecycleRules.Closing.SWITCHES_TO_BILLING_CENTER);
    assertThat(read("--unlocking", "ACCOUNT_MANAGER").lifecycle().unlocking())
        .isEqualTo(LifecycleRules.Unlocking.ACCOUNT_MANAGER);
    assertThat(read("--month", "OF_THE_CALENDAR").lifecycle().month())
        .isEqualTo(LifecycleRules.Month.OF_THE_CALENDAR);
  }

  @ParameterizedTest
  @CsvSource({"--countdown, a week", "--countdown, -P1D", "--closing, NEVER", "--rule, x"})
  void read_whatMakesNoSense_isRefused(String name, String value) {
    assertThatThrownBy(() -> read(name, value)).isInstanceOf(IllegalArgumentException.class);
  }
}
