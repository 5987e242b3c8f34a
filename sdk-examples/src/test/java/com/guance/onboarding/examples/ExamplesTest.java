package com.guance.onboarding.examples;

import static org.assertj.core.api.Assertions.assertThat;

import com.guance.onboarding.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ExamplesTest {

  @Test
  void examples_all_areNamedByQuestionAndListedInTheReadme() throws IOException {
    String readme = Files.readString(Path.of("..", "README.md"));
    try (Stream<Path> files =
        Files.walk(Path.of("src/main/java/com/guance/onboarding/examples"), 1)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .filteredOn(name -> name.endsWith("Example.java"))
          .hasSizeGreaterThan(5)
          .allMatch(name -> name.matches("(HowDoI|What)[A-Z].*"))
          .allSatisfy(name -> assertThat(readme).contains("/" + name + ")"));
    }
  }

  @Test
  void howDoIOnboardACustomer_runs_completes() {
    assertThat(HowDoIOnboardACustomerExample.run()).isInstanceOf(Progress.Completed.class);
  }

  @Test
  void howDoIGoOnAfterARestart_runs_isOneStageFurther() {
    Progress.Waiting waiting = (Progress.Waiting) HowDoIGoOnAfterARestartExample.run();
    assertThat(waiting.tasks())
        .singleElement()
        .hasToString("SIGN_IN " + waiting.tasks().get(0).id());
  }

  @Test
  void howDoIShowTasksAsForms_runs_drawsAndSubmits() {
    assertThat(HowDoIShowTasksAsFormsExample.run())
        .contains("<select name='billing.choice'>")
        .contains("<option>register</option>", "<option>bind</option>")
        .contains("<small>must be register or bind")
        .contains("REGISTER_BILLING_ACCOUNT");
  }

  @Test
  void whatIsItWaitingFor_runs_namesPeopleAndCallbacks() {
    assertThat(WhatIsItWaitingForExample.run().toString())
        .contains("acts next: a person: CREATE_ORGANIZATION");
    assertThat(WhatIsItWaitingForExample.run().waiting().orElseThrow().events())
        .contains("tenantSync", "newInstance");
  }

  @Test
  void howDoIUseItWithSpring_runs_handsOutTheFirstTask() {
    assertThat(HowDoIUseItWithSpringExample.run()).isInstanceOf(Progress.Waiting.class);
  }

  @Test
  void howDoIRepairDrifts_runs_repairsTheBinding() {
    assertThat(HowDoIRepairDriftsExample.run().repaired())
        .singleElement()
        .extracting(drift -> drift.stage() + " " + drift.kind())
        .isEqualTo("APP_BINDING UNBOUND");
  }
}
