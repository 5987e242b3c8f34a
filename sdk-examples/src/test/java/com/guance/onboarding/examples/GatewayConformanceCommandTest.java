package com.guance.onboarding.examples;

import static org.assertj.core.api.Assertions.assertThat;

import com.guance.onboarding.domain.HuaweiAccountId;
import com.guance.onboarding.domain.OrderKey;
import com.guance.onboarding.domain.Secret;
import com.guance.onboarding.testkit.Emulator;
import com.guance.onboarding.testkit.EmulatorSettings;
import java.net.URI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The judge of gateways, as a partner calls it. */
final class GatewayConformanceCommandTest extends CommandRuns {

  private static final String TOKEN = "canary-token";

  private final Emulator emulator =
      Emulator.start(EmulatorSettings.builder().token(Secret.of(TOKEN)).build());

  @AfterEach
  void close() {
    emulator.close();
  }

  private int run(String kind, URI url, String... more) {
    String[] args = new String[4 + more.length];
    args[0] = "conformance";
    args[1] = "--gateway";
    args[2] = kind;
    args[3] = url.toString();
    System.arraycopy(more, 0, args, 4, more.length);
    return run(args);
  }

  @Test
  void jointOperations_ofTheEmulator_isNotViolated() {
    OrderKey order =
        emulator.given().order(new OrderKey("CS-9", "CS-9-000001"), new HuaweiAccountId("buyer-1"));

    int exit =
        run(
            "joint-operations",
            emulator.baseUri(),
            "--token",
            TOKEN,
            "--buyer",
            "buyer-1",
            "--order",
            order.toString());

    assertThat(out.toString())
        .contains("PASS order is bound", " 0 failed, 0 skipped")
        .doesNotContain("FAIL", "canary", "To try");
    assertThat(exit).isEqualTo(OnboardingCli.DONE);
  }

  @Test
  void billing_ofTheEmulator_isNotViolated() {
    int exit =
        run("billing", emulator.baseUri(), "--token", TOKEN, "--email", "conformance@example.com");

    assertThat(out.toString())
        .contains("PASS code is sent and not shown", " 0 failed")
        .containsPattern("To try the \\d+ that were skipped, give --type-codes\\.\\R$")
        .doesNotContain("FAIL", "canary");
    assertThat(exit).isEqualTo(OnboardingCli.DONE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "billing          | --email, --type-codes",
        "joint-operations | --buyer and --order"
      })
  void gateway_withoutAnythingToUse_endsWithWhatToGive(String kind, String missing) {
    assertThat(run(kind, emulator.baseUri(), "--token", TOKEN)).isEqualTo(OnboardingCli.DONE);

    assertThat(out.toString())
        .containsPattern("To try the \\d+ that were skipped, give " + missing + "\\.\\R$");
  }

  @ParameterizedTest
  @CsvSource({
    "joint-operations, same key gives the stored answer",
    "billing, call without a key is refused"
  })
  void gateway_withoutMemory_isCaughtByTheCheckNamedForIt(String kind, String check) {
    try (Emulator forgetful =
        Emulator.start(EmulatorSettings.builder().idempotencyKeys(false).build())) {
      assertThat(run(kind, forgetful.baseUri())).isEqualTo(OnboardingCli.NOT_DONE);
    }
    assertThat(out.toString()).contains("FAIL " + check);
  }

  @Test
  void gateway_thatLetsEverybodyIn_isCaughtByTheCheckNamedForIt() {
    try (Emulator open = Emulator.start()) {
      assertThat(run("joint-operations", open.baseUri(), "--token", TOKEN))
          .isEqualTo(OnboardingCli.NOT_DONE);
    }
    assertThat(out.toString()).contains("FAIL wrong token is refused").doesNotContain("canary");
  }

  @Test
  void gateway_ofTheOtherKind_isCaught() {
    URI elsewhere = emulator.baseUri().resolve("/nowhere");

    assertThat(run("billing", elsewhere, "--token", TOKEN)).isEqualTo(OnboardingCli.NOT_DONE);
    assertThat(out.toString()).contains("FAIL unknown account is not found");
  }

  @Test
  void gateway_nobodyThere_exitsWith2() {
    URI gone = emulator.baseUri();
    emulator.close();

    assertThat(run("billing", gone)).isEqualTo(OnboardingCli.WRONG);
    assertThat(err.toString()).contains("does not answer");
  }

  @ParameterizedTest
  @ValueSource(strings = {"moon", ""})
  void gateway_wrongKind_exitsWith2(String kind) {
    assertThat(run(kind, emulator.baseUri())).isEqualTo(OnboardingCli.WRONG);
    assertThat(err.toString()).contains("joint-operations, billing");
  }

  @Test
  void gateway_orderWithoutLine_exitsWith2() {
    assertThat(run("billing", emulator.baseUri(), "--order", "CS1")).isEqualTo(OnboardingCli.WRONG);
    assertThat(err.toString()).contains("--order must be");
  }
}
