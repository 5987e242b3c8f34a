package com.guance.onboarding.examples.backend;

import static org.assertj.core.api.Assertions.assertThat;

import com.guance.onboarding.OnboardingFlow;
import com.guance.onboarding.domain.OnboardingRequest;
import com.guance.onboarding.domain.Secret;
import com.guance.onboarding.examples.backend.BackendSettings.Store;
import com.guance.onboarding.examples.backend.BackendSettings.World;
import com.guance.onboarding.testkit.Emulator;
import com.guance.onboarding.testkit.EmulatorSettings;
import com.guance.onboarding.testkit.RemoteCall;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The backend's flow shows the gateways the token that they ask for. */
class FlowsTest {

  private static final int UNAUTHORIZED = 401;

  @ParameterizedTest
  @CsvSource({"token-1, 200", "token-2, 401", ", 401"})
  void over_gatewaysAskForAToken_areCalledWithTheOneThatIsGiven(String token, int status) {
    EmulatorSettings settings = EmulatorSettings.builder().token(Secret.of("token-1")).build();
    try (Emulator emulator = Emulator.start(settings);
        OnboardingFlow flow =
            Flows.over(
                OnboardingFlow.builder(),
                new World(
                    emulator.baseUri(),
                    Optional.ofNullable(token).map(Secret::of),
                    Store.of(Store.MEMORY),
                    "a"),
                Hands.GATEWAYS,
                emulator.clock())) {
      flow.advance(
          flow.begin(
              OnboardingRequest.of(emulator.buyer().purchase(emulator.buyer().newAccount()))
                  .organization("GCY Ltd", "gcy")
                  .build()));

      assertThat(emulator.callLog()).first().extracting(RemoteCall::status).isEqualTo(status);
      assertThat(emulator.rows("organizations")).hasSize(status == UNAUTHORIZED ? 0 : 1);
    }
  }
}
