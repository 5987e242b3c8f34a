package com.guance.onboarding.benchmarks;

import com.guance.onboarding.OnboardingFlow;
import com.guance.onboarding.domain.PersonTask;
import com.guance.onboarding.testkit.Emulator;
import com.guance.onboarding.testkit.EmulatorSettings;
import com.guance.onboarding.testkit.NewOrder;
import com.guance.onboarding.testkit.SettableClock;
import com.guance.onboarding.transport.TransportRuntime;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;

/** Takes the sample customer through an emulator once and keeps what it answered. */
final class Recorder {

  private static final List<String> PASSED_ON =
      List.of("Content-Type", "Idempotency-Key", "Authorization");

  private final HttpClient http = HttpClient.newHttpClient();
  private final Recording recording = new Recording();
  private final URI emulator;

  private Recorder(URI emulator) {
    this.emulator = emulator;
  }

  static Recording record() {
    SettableClock clock = SettableClock.standing(Customer.START);
    EmulatorSettings settings = EmulatorSettings.builder().clock(clock).build();
    try (Emulator emulator = Emulator.start(settings)) {
      Recorder recorder = new Recorder(emulator.baseUri());
      try (CannedServer door = CannedServer.start(recorder::passOn)) {
        emulator
            .buyer()
            .purchase(NewOrder.builder().order(Customer.ORDER).buyer(Customer.BUYER).build());
        TransportRuntime runtime =
            TransportRuntime.builder().clock(clock).sleeper(clock.sleeper()).build();
        try (OnboardingFlow flow =
            Customer.flow(
                    Customer.marketplace(door.uri(), runtime),
                    Customer.billing(door.uri(), runtime),
                    clock)
                .build()) {
          Customer.toTheEnd(
              flow,
              flow.begin(Customer.request(Customer.ORDER)),
              emulator.buyer()::answer,
              new Customer.People(clock, clock::advance, task -> install(emulator, task)));
        }
      }
      return recorder.recording;
    }
  }

  private static void install(Emulator emulator, PersonTask task) {
    emulator.buyer().playConsole(task, Customer.ORDER);
  }

  private byte[] passOn(WireRequest request) {
    try {
      HttpRequest.Builder copy =
          HttpRequest.newBuilder(emulator.resolve(request.target()))
              .method(request.method(), HttpRequest.BodyPublishers.ofByteArray(request.body()));
      for (String name : PASSED_ON) {
        String value = request.header(name);
        if (value != null) {
          copy.header(name, value);
        }
      }
      HttpResponse<byte[]> answer =
          http.send(copy.build(), HttpResponse.BodyHandlers.ofByteArray());
      byte[] whole = CannedServer.answer(answer.statusCode(), answer.body());
      recording.add(request.call(), whole);
      return whole;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while recording", e);
    } catch (IOException e) {
      throw new UncheckedIOException("the emulator does not answer", e);
    }
  }
}
