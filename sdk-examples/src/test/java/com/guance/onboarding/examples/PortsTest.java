package com.guance.onboarding.examples;

import static org.assertj.core.api.Assertions.assertThat;

import com.guance.onboarding.testkit.Emulator;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A program that stays up says which argument is wrong, or where it is. */
class PortsTest {

  private static final List<String> EMULATOR = List.of("emulator");
  private static final List<String> BACKEND =
      List.of(
          "backend",
          "--emulator=http://127.0.0.1:1",
          "--store=memory",
          "--production-key=KEY-1",
          "--sync-key=KEY-2");

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(List<String> command, String... more) {
    List<String> arguments = new ArrayList<>(command);
    Collections.addAll(arguments, more);
    return OnboardingCli.run(
        new PrintWriter(out), new PrintWriter(err), arguments.toArray(String[]::new));
  }

  private static List<String> command(String name) {
    return name.equals("emulator") ? EMULATOR : BACKEND;
  }

  @ParameterizedTest
  @CsvSource({"emulator, 65536", "emulator, -1", "backend, 65536", "backend, -1"})
  void start_portThatDoesNotExist_exitsWith2AndNamesTheOption(String command, String port) {
    assertThat(run(command(command), "--port=" + port)).isEqualTo(OnboardingCli.WRONG);

    assertThat(err.toString()).startsWith("--port must be 0, for a free one, or 1 to 65535");
  }

  @ParameterizedTest
  @CsvSource({"emulator", "backend"})
  void start_portInUse_exitsWith2AndSaysSo(String command) throws Exception {
    try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      assertThat(run(command(command), "--port=" + other.getLocalPort()))
          .isEqualTo(OnboardingCli.WRONG);

      assertThat(err.toString())
          .startsWith("--port must be one that is free: ")
          .contains("cannot listen on port " + other.getLocalPort());
    }
  }

  @ParameterizedTest
  @CsvSource({"emulator", "backend"})
  void start_gatewayTokenThatIsBlank_exitsWith2AndNamesTheOption(String command) {
    assertThat(run(command(command), "--gateway-token= ")).isEqualTo(OnboardingCli.WRONG);

    assertThat(err.toString()).startsWith("--gateway-token must not be blank");
  }

  @Test
  void announce_emulator_saysWhereTheGatewaysPathsBegin() {
    try (Emulator emulator = Emulator.start()) {
      EmulatorCommand.announce(emulator, new PrintWriter(out));

      assertThat(out.toString().lines().map(line -> line.replaceAll(".* ", "")))
          .contains(
              emulator.baseUri() + "/emulator/state",
              emulator.baseUri() + "/joint-operations/v1/...",
              emulator.baseUri() + "/billing/v1/...");
    }
  }

  @Test
  void usage_everyCommand_isDescribedInAWholeSentence() {
    assertThat(run(List.of("--help"))).isEqualTo(OnboardingCli.DONE);

    assertThat(out.toString().replaceAll("\\s+", " "))
        .contains(
            "conformance Judges a partner's production URL, or with --gateway a partner's own"
                + " gateway.");
  }
}
