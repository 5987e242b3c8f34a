package com.guance.onboarding.testkit;

import java.io.PrintStream;

/** Runs checks one after the other and prints a line for each. */
final class GatewayChecks {

  private final PrintStream out;
  private int passed;
  private int failed;
  private int skipped;

  GatewayChecks(PrintStream out) {
    this.out = out;
  }

  void check(String name, Runnable act) {
    try {
      act.run();
      passed++;
      out.println("PASS " + name);
    } catch (Unfit unfit) {
      if (unfit.tried()) {
        failed++;
        out.println("FAIL " + name + ": " + unfit.getMessage());
      } else {
        skipped++;
        out.println("SKIP " + name + ": " + unfit.getMessage());
      }
    }
  }

  int summary() {
    out.println(passed + " passed, " + failed + " failed, " + skipped + " skipped");
    return failed;
  }
}
