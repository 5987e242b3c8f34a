package com.guance.onboarding.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.guance.onboarding.domain.Secret;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The emulator as a program of its own takes the rules that are open to choice. */
class EmulatorArgumentsTest {

  private static EmulatorSettings read(String... arguments) {
    return EmulatorArguments.read(arguments, Map.of()).build();
  }

  @Test
  void read_nothing_givesTheDocumentedRules() {
    assertThat(read().lifecycle()).isEqualTo(LifecycleRules.builder().build());
  }

  @Test
  void read_rules_areTaken() {
    LifecycleRules rules =
        read("--countdown", "P7D", "--closing", "SWITCHES_TO_BILLING_CENTER", "--port", "0")
            .lifecycle();

    assertThat(rules.countdown()).isEqualTo(Duration.ofDays(7));
    assertThat(rules.closing()).isEqualTo(LifecycleRules.Closing.SWITCHES_TO_BILLING_CENTER);
    assertThat(read("--unlocking", "ACCOUNT_MANAGER").lifecycle().unlocking())
        .isEqualTo(LifecycleRules.Unlocking.ACCOUNT_MANAGER);
    assertThat(read("--month", "OF_THE_CALENDAR").lifecycle().month())
        .isEqualTo(LifecycleRules.Month.OF_THE_CALENDAR);
  }

  @Test
  void read_gatewayToken_isAskedOfGatewayCallsAndOfNoOthers() {
    EmulatorSettings settings = read("--gateway-token", "token-1");

    try (Emulator emulator = Emulator.start(settings)) {
      Client client = new Client(emulator.baseUri());
      HttpRequest.Builder gateways =
          HttpRequest.newBuilder(client.uri(MarketplaceRoutes.BASE + "/organizations"));

      assertThat(client.send(gateways).status()).isEqualTo(401);
      assertThat(client.send(gateways.header("Authorization", "Bearer token-1")).status())
          .isEqualTo(200);
      assertThat(client.get("/emulator/state").status()).isEqualTo(200);
    }
  }

  @Test
  void read_gatewayTokenOfTheEnvironment_isTakenUnlessOneIsGiven() {
    Map<String, String> environment = Map.of("GATEWAY_TOKEN", "token-2");
    String[] given = {"--gateway-token", "token-1"};

    assertThat(token(environment)).hasValue("token-2");
    assertThat(token(environment, given)).hasValue("token-1");
    assertThat(token(Map.of("GATEWAY_TOKEN", " "))).isEmpty();
    assertThat(token(Map.of())).isEmpty();
  }

  private static Optional<String> token(Map<String, String> environment, String... arguments) {
    return EmulatorArguments.read(arguments, environment).build().token().map(Secret::reveal);
  }

  @ParameterizedTest
  @CsvSource({
    "--gateway-token, ' '",
    "--countdown, a week",
    "--countdown, -P1D",
    "--closing, NEVER",
    "--rule, x"
  })
  void read_whatMakesNoSense_isRefused(String name, String value) {
    assertThatThrownBy(() -> read(name, value)).isInstanceOf(IllegalArgumentException.class);
  }
}
