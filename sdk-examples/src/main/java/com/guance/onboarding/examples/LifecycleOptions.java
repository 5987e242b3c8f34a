package com.guance.onboarding.examples;

import com.guance.onboarding.testkit.LifecycleRules;
import java.time.Duration;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/**
 * How workspaces live on, where Guance's pages conflict; the defaults are those of the emulator.
 */
final class LifecycleOptions {

  private static final LifecycleRules DOCUMENTED = LifecycleRules.builder().build();

  @Option(
      names = "--countdown",
      description = "How long the data of a locked workspace is kept, such as P14D (the default).")
  private Duration countdown = DOCUMENTED.countdown();

  @Option(
      names = "--closing",
      description =
          "What closing the Huawei resource does: ${COMPLETION-CANDIDATES} (default:"
              + " ${DEFAULT-VALUE}).")
  private LifecycleRules.Closing closing = DOCUMENTED.closing();

  @Option(
      names = "--unlocking",
      description = "Who unlocks: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  private LifecycleRules.Unlocking unlocking = DOCUMENTED.unlocking();

  @Option(
      names = "--month",
      description =
          "What \"once a month\" means for a change of settlement: ${COMPLETION-CANDIDATES}"
              + " (default: ${DEFAULT-VALUE}).")
  private LifecycleRules.Month month = DOCUMENTED.month();

  LifecycleRules rules(CommandSpec spec) {
    if (countdown.isNegative()) {
      throw new ParameterException(spec.commandLine(), "--countdown must not be negative");
    }
    return LifecycleRules.builder()
        .countdown(countdown)
        .closing(closing)
        .unlocking(unlocking)
        .month(month)
        .build();
  }
}
