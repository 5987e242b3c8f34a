package com.guance.onboarding.benchmarks;

import com.guance.onboarding.domain.Secret;
import com.guance.onboarding.testkit.Emulator;
import com.guance.onboarding.testkit.EmulatorSettings;
import com.guance.onboarding.testkit.NewOrder;
import com.guance.onboarding.testkit.SettableClock;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * An emulator, and a door beside it for what is no call of a gateway: the next customer, the code
 * in the mail, the DataKit that somebody installs.
 */
final class EmulatedWorld implements AutoCloseable {

  private static final int OK = 200;

  private final Emulator emulator;
  private final CannedServer door;
  private final WireClient self;

  private EmulatedWorld(Emulator emulator) {
    this.emulator = emulator;
    this.self = new WireClient(emulator.baseUri().getPort());
    this.door = CannedServer.start(this::answer);
  }

  static EmulatedWorld start() {
    SettableClock clock = SettableClock.standing(Customer.START);
    return new EmulatedWorld(Emulator.start(EmulatorSettings.builder().clock(clock).build()));
  }

  URI door() {
    return door.uri();
  }

  private byte[] answer(WireRequest request) {
    String said =
        switch (request.target()) {
          case "/emulator" -> emulator.baseUri().toString();
          case "/code" -> emulator.mail().code(Customer.EMAIL).map(Secret::reveal).orElse("");
          case "/install" -> install();
          default -> nextCustomer();
        };
    return CannedServer.answer(OK, said.getBytes(StandardCharsets.UTF_8));
  }

  private String nextCustomer() {
    emulator.reset();
    emulator
        .buyer()
        .purchase(NewOrder.builder().order(Customer.ORDER).buyer(Customer.BUYER).build());
    return "";
  }

  private synchronized String install() {
    Object workspace = emulator.rows("workspaces").get(0).get("workspaceId");
    String body = "{\"workspaceId\":\"" + Objects.requireNonNull(workspace) + "\"}";
    try {
      return self.send(Door.request("POST", "/emulator/datakit/report", body));
    } catch (IOException e) {
      throw new IllegalStateException("the emulator refuses the DataKit", e);
    }
  }

  @Override
  public void close() {
    door.close();
    self.close();
    emulator.close();
  }

  /** What a process that measures sees of it. Used by one thread. */
  static final class Door implements OnboardingByHand.Person {

    private final WireClient wire;

    Door(URI address) {
      this.wire = new WireClient(address.getPort());
    }

    URI emulator() {
      try {
        return URI.create(wire.send(request("GET", "/emulator", "")));
      } catch (IOException e) {
        throw new IllegalStateException("the emulator does not answer", e);
      }
    }

    void nextCustomer() throws IOException {
      wire.send(request("GET", "/next", ""));
    }

    @Override
    public String code() throws IOException {
      return wire.send(request("GET", "/code", ""));
    }

    @Override
    public void install(String workspace) throws IOException {
      wire.send(request("GET", "/install", ""));
    }

    void close() {
      wire.close();
    }

    private static byte[] request(String method, String target, String body) {
      return (method
              + " "
              + target
              + " HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n"
              + "Content-Length: "
              + body.length()
              + "\r\n\r\n"
              + body)
          .getBytes(StandardCharsets.US_ASCII);
    }
  }
}
