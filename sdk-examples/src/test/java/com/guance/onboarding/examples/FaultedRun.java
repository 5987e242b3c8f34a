package com.guance.onboarding.examples;

import static org.assertj.core.api.Assertions.assertThat;

import com.guance.onboarding.Progress;
import com.guance.onboarding.domain.Branch;
import com.guance.onboarding.domain.OnboardingId;
import com.guance.onboarding.examples.backend.Hands;
import com.guance.onboarding.spi.FactRow;
import com.guance.onboarding.testkit.RemoteCall;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** One customer, one fault at one call, and all that anybody could read of it afterwards. */
record FaultedRun(Branch branch, Hands hands, String profile) {

  /** More than the transport tries by itself, so that the flow has to come back. */
  private static final int STUBBORN = 6;

  /** The answer comes, sooner or later, so that there is no second call to hit. */
  private static final Set<String> ANSWERED = Set.of("duplicate", "delay", "unknown-fields");

  /** Nothing has happened, so that the same call comes again until it gets through. */
  private static final Set<String> BEFORE = Set.of("cut-before", "throttle", "error-500");

  private static final List<String> ONE_OF_EACH =
      List.of(
          "organizations",
          "members",
          "bindings",
          "authorizations",
          "billingAccounts",
          "workspaces",
          "dataKits");

  /** The calls of the branch when nothing goes wrong, in their order. */
  List<String> calls() {
    try (Journey journey = new Journey(hands)) {
      assertThat(journey.toTheEnd(journey.begin(branch))).isInstanceOf(Progress.Completed.class);
      return journey.emulator.callLog().stream().map(RemoteCall::operation).toList();
    }
  }

  /** Runs to the end with the fault at one occurrence of an operation. */
  void hit(String operation, int after) {
    String where = "%s in %s at %s after %d".formatted(profile, hands, operation, after);
    PrintStream console = System.err;
    ByteArrayOutputStream log = new ByteArrayOutputStream();
    System.setErr(new PrintStream(log, true, StandardCharsets.UTF_8));
    try (Journey journey = journey()) {
      int planned = ANSWERED.contains(profile) ? 1 : STUBBORN;
      OnboardingId id = journey.begin(branch);
      journey.emulator.fault(profile, planned, operation, after);

      List<String> seen = new ArrayList<>();
      Progress progress = journey.toTheEnd(id, seen);

      assertThat(progress).as(where).isInstanceOf(Progress.Completed.class);
      ONE_OF_EACH.forEach(
          list -> assertThat(journey.count(list)).as("%s, %s", list, where).isEqualTo(1));
      assertFell(journey.emulator.pendingFaults(), planned, where);
      seen.add(log.toString(StandardCharsets.UTF_8));
      assertNothingLeaked(journey, id, seen, where);
    } finally {
      System.setErr(console);
    }
  }

  private Journey journey() {
    return profile.equals("delay") ? Journey.impatient(hands) : new Journey(hands);
  }

  private void assertFell(int left, int planned, String where) {
    if (planned == 1 || BEFORE.contains(profile)) {
      assertThat(left).as("faults that hit nothing, " + where).isZero();
    } else {
      assertThat(left).as("faults that hit nothing, " + where).isLessThan(planned);
    }
  }

  private static void assertNothingLeaked(
      Journey journey, OnboardingId id, List<String> seen, String where) {
    String read = String.join("\n", seen);
    String stored =
        String.join("\n", journey.store.facts(id).stream().map(FactRow::body).toList())
            + journey.store.load(id);
    assertThat(read).as(where).contains("attempt 1");
    assertThat(read).as(where).doesNotContain("wendy@example.com").doesNotContain("Wendy");
    assertThat(read + stored).as(where).doesNotContain(Journey.PASSWORD);
    journey
        .emulator
        .mail()
        .mails()
        .forEach(
            mail ->
                assertThat(read + stored)
                    .as(where)
                    .doesNotContainPattern(alone(mail.code().reveal())));
  }

  /** Six digits stand in many a number by chance. */
  private static Pattern alone(String code) {
    return Pattern.compile("(?<![0-9A-Za-z])" + code + "(?![0-9A-Za-z])");
  }
}
