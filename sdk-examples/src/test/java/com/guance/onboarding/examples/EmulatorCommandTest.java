package com.guance.onboarding.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.guance.onboarding.domain.Secret;
import com.guance.onboarding.testkit.EmulatorSettings;
import com.guance.onboarding.testkit.LifecycleRules;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/**
 * Where Guance's pages conflict, the emulator on the command line can be told which one to play.
 */
class EmulatorCommandTest {

  private static EmulatorSettings settings(String... arguments) {
    EmulatorCommand command = new EmulatorCommand();
    new CommandLine(command).parseArgs(arguments);
    return command.settings();
  }

  private static LifecycleRules rules(String... arguments) {
    return settings(arguments).lifecycle();
  }

  @Test
  void settings_gatewayToken_isAskedFor() {
    assertThat(settings("--gateway-token", "token-1").token().map(Secret::reveal))
        .contains("token-1");
  }

  @Test
  void settings_nothingGiven_areTheDocumentedDefaults() {
    assertThat(rules()).isEqualTo(LifecycleRules.builder().build());
  }

  @Test
  void settings_allGiven_areTaken() {
    LifecycleRules rules =
        rules(
            "--countdown",
            "P7D",
            "--closing",
            "SWITCHES_TO_BILLING_CENTER",
            "--unlocking",
            "ACCOUNT_MANAGER",
            "--month",
            "OF_THE_CALENDAR");

    assertThat(rules)
        .isEqualTo(
            LifecycleRules.builder()
                .countdown(Duration.ofDays(7))
                .closing(LifecycleRules.Closing.SWITCHES_TO_BILLING_CENTER)
                .unlocking(LifecycleRules.Unlocking.ACCOUNT_MANAGER)
                .month(LifecycleRules.Month.OF_THE_CALENDAR)
                .build());
  }

  @ParameterizedTest
  @CsvSource({"--countdown, a week", "--countdown, -P1D", "--closing, NEVER", "--month, 30"})
  void settings_noSuchValue_areRefusedWithTheOption(String option, String value) {
    assertThatThrownBy(() -> rules(option, value))
        .isInstanceOf(CommandLine.ParameterException.class)
        .hasMessageContaining(option);
  }
}
