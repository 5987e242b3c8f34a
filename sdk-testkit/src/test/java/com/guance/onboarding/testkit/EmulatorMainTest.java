package com.guance.onboarding.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The emulator as a program of its own says what is wrong with its arguments. */
class EmulatorMainTest {

  @Test
  @Timeout(60)
  void main_portInUse_exitsWith2AndSaysSo() throws IOException, InterruptedException {
    try (Emulator first = Emulator.start()) {
      Process program =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-XX:TieredStopAtLevel=1",
                  "-cp",
                  System.getProperty("java.class.path"),
                  EmulatorMain.class.getName(),
                  "--port",
                  Integer.toString(first.baseUri().getPort()))
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();

      String said = new String(program.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);

      assertThat(program.waitFor()).isEqualTo(2);
      assertThat(said)
          .contains("--port must be one that is free: the emulator cannot listen on port ")
          .doesNotContain("Exception");
    }
  }
}
