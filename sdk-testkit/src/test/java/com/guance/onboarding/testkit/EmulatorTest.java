package com.guance.onboarding.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.guance.onboarding.domain.HuaweiAccountId;
import com.guance.onboarding.domain.OrderKey;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

final class EmulatorTest {

  private static final int CALLS = 200;
  private static final int ROUNDS = 5;

  @Test
  void start_freshly_isQuick() {
    long best = Long.MAX_VALUE; // other work on the machine only ever makes a start slower
    for (int i = 0; i < ROUNDS; i++) {
      long start = System.nanoTime();
      try (Emulator emulator = Emulator.start()) {
        new Client(emulator.baseUri()).get("/emulator/clock");
        best = Math.min(best, System.nanoTime() - start);
      }
    }

    assertThat(best).isLessThan(Duration.ofMillis(500).toNanos());
  }

  /** In a JVM of its own: in this one the build has set the property that the emulator needs. */
  @Test
  @Timeout(60)
  void call_onAKeptConnectionOfAJvmWithoutTheProperty_isAnsweredAtOnce() throws IOException {
    Process program =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                EmulatorMain.class.getName())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try (BufferedReader said = program.inputReader()) {
      String address =
          said.lines().filter(line -> line.startsWith("http")).findFirst().orElseThrow();
      Client client = new Client(URI.create(address));

      assertThat(median(client)).isLessThan(Duration.ofMillis(5));
    } finally {
      program.destroyForcibly();
    }
  }

  /** The median time of an answer in the best round: a neighbour can only slow one down. */
  private static Duration median(Client client) {
    long best = Long.MAX_VALUE;
    for (int round = 0; round < ROUNDS; round++) {
      long[] nanos = new long[CALLS];
      for (int i = 0; i < CALLS; i++) {
        long start = System.nanoTime();
        client.post(MarketplaceRoutes.BASE + "/organizations", Map.of());
        nanos[i] = System.nanoTime() - start;
      }
      Arrays.sort(nanos);
      best = Math.min(best, nanos[CALLS / 2]);
    }
    return Duration.ofNanos(best);
  }

  @Test
  void start_address_isLoopbackOnly() {
    try (Emulator emulator = Emulator.start()) {
      assertThat(emulator.baseUri().getHost()).isIn("127.0.0.1", "[::1]");
      assertThat(emulator.baseUri().getPort()).isPositive();
    }
  }

  @Test
  void start_portTaken_saysWhichPort() {
    try (Emulator first = Emulator.start()) {
      int port = first.baseUri().getPort();
      EmulatorSettings same = EmulatorSettings.builder().port(port).build();

      assertThatThrownBy(() -> Emulator.start(same))
          .isInstanceOf(UncheckedIOException.class)
          .hasMessageContaining(Integer.toString(port));
    }
  }

  @Test
  @Timeout(30)
  void close_duringAHeldAnswer_leavesNoThreadBehind() throws InterruptedException {
    EmulatorSettings settings = EmulatorSettings.builder().longDelay(Duration.ofMinutes(5)).build();
    Emulator emulator = Emulator.start(settings);
    emulator.fault("delay", 1);
    Client client = new Client(emulator.jointOperationsUri().resolve(MarketplaceRoutes.BASE));
    Thread caller = new Thread(() -> quietly(client), "caller");
    caller.start();
    while (emulatorThreads().isEmpty()) {
      Thread.onSpinWait();
    }

    emulator.close();
    emulator.close();
    emulator.join();

    caller.join(TimeUnit.SECONDS.toMillis(20));
    assertThat(caller.isAlive()).isFalse();
    for (Thread thread : emulatorThreads()) {
      thread.join(TimeUnit.SECONDS.toMillis(5));
    }
    assertThat(emulatorThreads()).isEmpty();
  }

  private static void quietly(Client client) {
    try {
      client.get("/organizations");
    } catch (UncheckedIOException expected) {
      // The emulator has gone.
    }
  }

  private static List<Thread> emulatorThreads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().startsWith("onboarding-emulator"))
        .toList();
  }

  @Test
  void reset_afterUse_isAsNewButTheTimeGoesOn() {
    try (Emulator emulator = Emulator.start()) {
      OrderKey order = new OrderKey("CS1", "CS1-000001");
      emulator.given().order(order, new HuaweiAccountId("buyer-1"));
      emulator.fault("throttle", 1);
      emulator.clock().advance(Duration.ofHours(1));
      Client client = new Client(emulator.jointOperationsUri().resolve(MarketplaceRoutes.BASE));
      client.get("/organizations");

      emulator.reset();

      assertThat(emulator.remoteCalls()).isZero();
      assertThat(emulator.rows("orders")).isEmpty();
      assertThat(client.get("/orders/CS1/lines/CS1-000001").status()).isEqualTo(404);
      assertThat(emulator.clock().instant().toString()).isEqualTo("2026-03-02T02:00:00Z");
    }
  }
}
