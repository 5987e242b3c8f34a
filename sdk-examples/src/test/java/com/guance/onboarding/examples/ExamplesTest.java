package com.guance.onboarding.examples;

import static org.assertj.core.api.Assertions.assertThat;

import com.guance.onboarding.Progress;
import org.junit.jupiter.api.Test;

class ExamplesTest {

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
        .contains("<input name='billing.choice'")
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
  void reconcile_runs_repairsTheBinding() {
    assertThat(ReconcileExample.run().repaired())
        .singleElement()
        .extracting(drift -> drift.stage() + " " + drift.kind())
        .isEqualTo("APP_BINDING UNBOUND");
  }
}
