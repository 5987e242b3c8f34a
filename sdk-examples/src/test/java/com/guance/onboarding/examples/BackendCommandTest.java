package com.guance.onboarding.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** What the command line says, as the backend is told it. */
final class BackendCommandTest {

  private static Optional<Duration> dataKept(String... more) {
    List<String> arguments =
        new ArrayList<>(
            List.of("--emulator=http://127.0.0.1:1", "--production-key=KEY-1", "--sync-key=KEY-2"));
    arguments.addAll(List.of(more));
    BackendCommand command = new BackendCommand();
    new CommandLine(command).parseArgs(arguments.toArray(String[]::new));
    return command.settings().work().dataKept();
  }

  @Test
  void settings_noDataKept_leaveItToTheFlow() {
    assertThat(dataKept()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"P7D", "PT0S"})
  void settings_dataKept_isTaken(String time) {
    assertThat(dataKept("--data-kept", time)).contains(Duration.parse(time));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a week", "-P1D"})
  void settings_dataKeptThatIsNone_isRefusedWithTheOption(String time) {
    assertThatThrownBy(() -> dataKept("--data-kept", time))
        .isInstanceOf(CommandLine.ParameterException.class)
        .hasMessageContaining("--data-kept");
  }
}
