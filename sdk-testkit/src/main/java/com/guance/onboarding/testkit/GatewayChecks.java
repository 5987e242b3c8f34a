package com.guance.onboarding.testkit;

import java.util.function.Consumer;

/** Runs checks one after the other and tells a line for each. */
final class GatewayChecks {

  private final Consumer<String> lines;
  private int passed;
  private int failed;
  private int skipped;

  GatewayChecks(Consumer<String> lines) {
    this.lines = lines;
  }

  void check(String name, Runnable act) {
    try {
      act.run();
      passed++;
      lines.accept("PASS " + name);
    } catch (Unfit unfit) {
      if (unfit.tried()) {
        failed++;
        lines.accept("FAIL " + name + ": " + unfit.getMessage());
      } else {
        skipped++;
        lines.accept("SKIP " + name + ": " + unfit.getMessage());
      }
    }
  }

  int summary() {
    lines.accept(passed + " passed, " + failed + " failed, " + skipped + " skipped");
    return failed;
  }
}
