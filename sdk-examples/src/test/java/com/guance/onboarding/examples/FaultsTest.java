package com.guance.onboarding.examples;

import static org.assertj.core.api.Assertions.assertThat;

import com.guance.onboarding.Progress;
import com.guance.onboarding.domain.Branch;
import com.guance.onboarding.domain.OnboardingId;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each fault at each call of each branch: it completes in the end, and nothing is doubled. */
class FaultsTest {

  private static final List<String> PROFILES =
      List.of(
          "duplicate",
          "delay",
          "cut-before",
          "cut-after",
          "throttle",
          "error-500",
          "malformed",
          "unknown-fields");

  /** More than the transport tries by itself, so that the flow has to come back. */
  private static final int STUBBORN = 6;

  static Stream<Arguments> everyFaultInEveryBranch() {
    return Arrays.stream(Branch.values())
        .flatMap(branch -> PROFILES.stream().map(profile -> Arguments.of(branch, profile)));
  }

  private static Journey journey(String profile) {
    return profile.equals("delay")
        ? Journey.impatient(DemoMode.GATEWAYS)
        : new Journey(DemoMode.GATEWAYS);
  }

  @ParameterizedTest
  @MethodSource("everyFaultInEveryBranch")
  void toTheEnd_faultAtEachCall_completesAndDoublesNothing(Branch branch, String profile) {
    for (String operation : new LinkedHashSet<>(RemoteCalls.of(branch))) {
      try (Journey journey = journey(profile)) {
        OnboardingId id = journey.begin(branch);
        journey.emulator.fault(profile, profile.equals("delay") ? 1 : STUBBORN, operation);

        Progress progress = journey.toTheEnd(id);

        assertThat(progress)
            .as("%s at %s: %s", profile, operation, progress)
            .isInstanceOf(Progress.Completed.class);
        for (String list :
            new String[] {
              "organizations",
              "members",
              "bindings",
              "authorizations",
              "billingAccounts",
              "workspaces"
            }) {
          assertThat(journey.count(list))
              .as("%s after %s at %s", list, profile, operation)
              .isEqualTo(1);
        }
      }
    }
  }
}
