package com.guance.onboarding.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WhatBecomesOfAWorkspaceExampleTest {

  @Test
  void whatBecomesOfAWorkspace_runs_everythingIsAsDocumented() {
    Map<String, Boolean> told = new LinkedHashMap<>();

    WhatBecomesOfAWorkspaceExample.run(told::put);

    assertThat(told).hasSize(13).allSatisfy((what, held) -> assertThat(held).as(what).isTrue());
    assertThat(told.keySet())
        .anyMatch(what -> what.startsWith("closed: what settles") && what.contains("is gone at"))
        .anyMatch(what -> what.startsWith("unfrozen: nothing is locked"))
        .anyMatch(what -> what.startsWith("another, day 15") && what.contains("is gone since"));
  }

  @Test
  void command_printsEachLine_andExitsWith0() {
    StringWriter out = new StringWriter();

    int status =
        OnboardingCli.run(new PrintWriter(out), new PrintWriter(new StringWriter()), "lifecycle");

    assertThat(status).isEqualTo(OnboardingCli.DONE);
    assertThat(out.toString()).contains("All as documented.").doesNotContain("NOT SO");
  }
}
