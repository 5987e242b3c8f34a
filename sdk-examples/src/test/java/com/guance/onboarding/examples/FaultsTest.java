package com.guance.onboarding.examples;

import static org.assertj.core.api.Assertions.assertThat;

import com.guance.onboarding.domain.Branch;
import com.guance.onboarding.examples.backend.Hands;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each fault at each call of each branch: it completes in the end, nothing is doubled, and no
 * secret and nobody's name stands in logs, messages, explanations or, for secrets, the store.
 */
class FaultsTest {

  /** One that is found out afterwards and one that is repeated. */
  private static final List<String> TELLING = List.of("cut-after", "error-500");

  private static final List<Hands> MIXED =
      List.of(Hands.BILLING_GATEWAY, Hands.MARKETPLACE_GATEWAY);

  static Stream<Arguments> everyFaultInEveryBranch() {
    return Arrays.stream(Branch.values())
        .flatMap(
            branch ->
                Stream.concat(
                    DemoCommand.FAULTS.stream()
                        .map(profile -> Arguments.of(branch, Hands.GATEWAYS, profile)),
                    MIXED.stream()
                        .flatMap(
                            hands ->
                                TELLING.stream()
                                    .map(profile -> Arguments.of(branch, hands, profile)))));
  }

  /** All the others where people do one side; they take minutes. */
  static Stream<Arguments> otherFaultsWherePeopleDoOneSide() {
    return Arrays.stream(Branch.values())
        .flatMap(
            branch ->
                MIXED.stream()
                    .flatMap(
                        hands ->
                            DemoCommand.FAULTS.stream()
                                .filter(profile -> !TELLING.contains(profile))
                                .map(profile -> Arguments.of(branch, hands, profile))));
  }

  @Tag("torture")
  @ParameterizedTest
  @MethodSource("otherFaultsWherePeopleDoOneSide")
  void toTheEnd_otherFaultAtEachCallOfOneSide_completesDoublesAndLeaksNothing(
      Branch branch, Hands hands, String profile) {
    toTheEnd_faultAtEachCall_completesDoublesAndLeaksNothing(branch, hands, profile);
  }

  @ParameterizedTest
  @MethodSource("everyFaultInEveryBranch")
  void toTheEnd_faultAtEachCall_completesDoublesAndLeaksNothing(
      Branch branch, Hands hands, String profile) {
    FaultedRun run = new FaultedRun(branch, hands, profile);
    List<String> calls = run.calls();
    assertThat(calls).hasSizeGreaterThan(3);
    Map<String, Integer> before = new HashMap<>();
    for (String operation : calls) {
      run.hit(operation, before.merge(operation, 1, Integer::sum) - 1);
    }
  }
}
