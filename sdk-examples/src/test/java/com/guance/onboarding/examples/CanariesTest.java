package com.guance.onboarding.examples;

import static org.assertj.core.api.Assertions.assertThat;

import com.guance.onboarding.Progress;
import com.guance.onboarding.domain.Branch;
import com.guance.onboarding.domain.OnboardingId;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Runs each branch under faults with everything logged, and looks for what must not be there. */
class CanariesTest {

  private static final String FIRST_NAME = "Wendy";

  private final PrintStream console = System.err;
  private final ByteArrayOutputStream log = new ByteArrayOutputStream();

  @BeforeEach
  void listen() {
    System.setErr(new PrintStream(log, true, StandardCharsets.UTF_8));
  }

  @AfterEach
  void stopListening() {
    System.setErr(console);
  }

  @ParameterizedTest
  @EnumSource(Branch.class)
  void toTheEnd_underFaults_noSecretAndNobodyIsInLogsMessagesOrExplanations(Branch branch) {
    StringBuilder seen = new StringBuilder();
    List<String> secrets = new ArrayList<>(List.of(Journey.PASSWORD, "wendy@example.com"));
    try (Journey journey = new Journey(DemoMode.GATEWAYS)) {
      OnboardingId id = journey.begin(branch);
      for (String profile : List.of("malformed", "error-500", "cut-after")) {
        journey.emulator.fault(profile, 5);
        seen.append(journey.flow.advance(id, journey::answer)).append('\n');
        seen.append(journey.flow.explain(id)).append('\n');
      }
      Progress progress = journey.toTheEnd(id);
      assertThat(progress).isInstanceOf(Progress.Completed.class);
      seen.append(progress).append(journey.flow.explain(id)).append(journey.flow.get(id));
      journey.emulator.mail().mails().forEach(mail -> secrets.add(mail.code().reveal()));
      seen.append(journey.flow.explain(id).toJson()).append(journey.store.load(id));
    }
    assertThat(log.toString(StandardCharsets.UTF_8)).contains("attempt 1");
    seen.append(log.toString(StandardCharsets.UTF_8));

    for (String secret : secrets) {
      assertThat(seen.toString()).doesNotContain(secret);
    }
    assertThat(seen.toString()).doesNotContain(FIRST_NAME);
  }
}
