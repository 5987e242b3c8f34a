package com.guance.onboarding.examples.backend;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.guance.onboarding.domain.Secret;
import com.guance.onboarding.examples.backend.BackendSettings.Store;
import com.guance.onboarding.examples.backend.BackendSettings.World;
import com.guance.onboarding.testkit.Emulator;
import com.guance.onboarding.testkit.EmulatorSettings;
import com.guance.onboarding.testkit.PartnerConnection;
import com.guance.onboarding.testkit.SettableClock;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A KooGallery on a running clock, and backends that it can be connected to. */
final class Partner implements AutoCloseable {

  /** How long whatever takes seconds may take on a slow machine. */
  static final Duration PATIENCE = Duration.ofMinutes(3);

  private static final String KEYS = "k1:MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=";

  final Emulator emulator =
      Emulator.start(EmulatorSettings.builder().clock(SettableClock.running()).build());
  private final HttpClient http = HttpClient.newHttpClient();

  /** A database that needs keys from outside. */
  static Store server(String url) {
    return new Store(url, Optional.empty(), Optional.of(Secret.of(KEYS)));
  }

  Backend start(Store store, String node) {
    return Backend.start(
        BackendSettings.of(
                emulator.baseUri(), BackendSettings.Keys.of(Mutant.PRODUCTION_KEY, Mutant.SYNC_KEY))
            .with(new World(emulator.baseUri(), store, node)));
  }

  /** KooGallery calls this backend from now on, and waits for its answers as long as said. */
  void connect(Backend backend, Duration callTimeout) {
    emulator
        .kooGallery()
        .connect(
            PartnerConnection.builder()
                .uri(backend.baseUri())
                .productionKey(Secret.of(Mutant.PRODUCTION_KEY))
                .syncKey(Secret.of(Mutant.SYNC_KEY))
                .callTimeout(callTimeout)
                .build());
  }

  /** How each onboarding that the backend knows stands. */
  List<String> outcomes(Backend backend) {
    try {
      HttpRequest request =
          HttpRequest.newBuilder(backend.baseUri().resolve("/onboardings"))
              .header("Accept", "application/json")
              .build();
      String body = http.send(request, HttpResponse.BodyHandlers.ofString()).body();
      return new ObjectMapper().readTree(body).findValuesAsText("outcome");
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    emulator.close();
  }
}
