package com.guance.onboarding.examples;

import com.guance.onboarding.testkit.Emulator;
import com.guance.onboarding.testkit.EmulatorSettings;
import com.guance.onboarding.testkit.SettableClock;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Keeps an emulator up until it is stopped. */
@Command(
    name = "emulator",
    description = "Plays KooGallery and Guance on a port of this machine, until it is stopped.",
    mixinStandardHelpOptions = true)
final class EmulatorCommand implements Callable<Integer> {

  @Option(names = "--port", description = "The port; 0 takes a free one.", defaultValue = "0")
  private int port;

  @Override
  public Integer call() throws InterruptedException {
    try (Emulator emulator = Emulator.start(settings())) {
      System.out.println("Emulator at " + emulator.baseUri());
      System.out.println(
          "  what exists:        GET  " + emulator.baseUri().resolve("/emulator/state"));
      System.out.println("  Joint Operations:   " + emulator.jointOperationsUri());
      System.out.println("  Billing Center:     " + emulator.billingCenterUri());
      emulator.join();
      return OnboardingCli.DONE;
    }
  }

  /** Its clock runs, and can be moved ahead. */
  private EmulatorSettings settings() {
    return EmulatorSettings.builder().port(port).clock(SettableClock.running()).build();
  }
}
