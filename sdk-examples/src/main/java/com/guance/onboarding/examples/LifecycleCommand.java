package com.guance.onboarding.examples;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Runs customers through what comes after the onboarding. */
@Command(
    name = "lifecycle",
    description = {
      "Renewal, freeze, change of settlement, closing, countdown, unlock: on a virtual clock.",
      "Exit status: 0 everything was as documented, 1 something was not, 2 wrong arguments."
    },
    mixinStandardHelpOptions = true)
final class LifecycleCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @SuppressWarnings("NullAway.Init") // picocli fills in the specification
  LifecycleCommand() {}

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    AtomicBoolean documented = new AtomicBoolean(true);
    WhatBecomesOfAWorkspaceExample.run(
        (what, held) -> {
          out.println((held ? "  as documented  " : "  NOT SO         ") + what);
          documented.compareAndSet(true, held);
        });
    out.println(documented.get() ? "All as documented." : "Not all was as documented.");
    out.flush();
    return documented.get() ? OnboardingCli.DONE : OnboardingCli.NOT_DONE;
  }
}
