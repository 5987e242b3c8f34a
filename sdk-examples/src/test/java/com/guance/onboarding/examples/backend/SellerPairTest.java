package com.guance.onboarding.examples.backend;

import static org.assertj.core.api.Assertions.assertThat;

import com.guance.onboarding.domain.Secret;
import com.guance.onboarding.examples.backend.BackendSettings.Keys;
import com.guance.onboarding.examples.backend.BackendSettings.Store;
import com.guance.onboarding.examples.backend.BackendSettings.World;
import com.guance.onboarding.testkit.Emulator;
import com.guance.onboarding.testkit.EmulatorSettings;
import com.guance.onboarding.testkit.Eventually;
import com.guance.onboarding.testkit.SettableClock;
import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A backend without a key pair gets one, and tells the emulator its public half. */
final class SellerPairTest {

  private static final Keys KEYS = Keys.of(Mutant.PRODUCTION_KEY, Mutant.SYNC_KEY);

  @TempDir private Path folder;

  private final Emulator emulator =
      Emulator.start(EmulatorSettings.builder().clock(SettableClock.running()).build());

  @AfterEach
  void close() {
    emulator.close();
  }

  private BackendSettings settings(String store) {
    return BackendSettings.of(emulator.baseUri(), KEYS)
        .with(
            new World(
                emulator.baseUri(),
                new Store(store, Optional.empty(), Optional.empty()),
                "node-1"));
  }

  @Test
  void localDatabase_keepsThePairThatMembersSignInWith() throws Exception {
    Path file = folder.resolve("onboarding.seller.pem");
    BackendSettings settings = settings("jdbc:h2:file:" + folder.resolve("onboarding"));
    try (Backend backend = Backend.start(settings)) {
      emulator.kooGallery().connect(BackendConnection.to(backend).playBuyer(true).build());
      try (SellerPair pair = SellerPair.announce(settings)) {
        pair.share(backend);
        Eventually.holds("announced, and being made", () -> Files.exists(file));
        emulator.buyer().purchase();
        new Visitor(backend.baseUri())
            .until(
                "/onboardings",
                list -> list.at("/0/outcome").asText().equals("COMPLETED"),
                () -> emulator.clock().advance(Duration.ofMinutes(10)));
        HttpResponse<String> visit =
            new Visitor(emulator.baseUri()).postJson("/emulator/buyer/sign-in", "{}");
        assertThat(Visitor.tree(visit).at("/landing/signedIn").asBoolean()).isTrue();
      } finally {
        emulator.kooGallery().disconnect();
      }
    }

    assertThat(KeyFile.readOrMake(file, () -> "another").reveal())
        .isEqualTo(Files.readString(file).strip())
        .contains("BEGIN PRIVATE KEY");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
  }

  @Test
  void pair_isAnnouncedOnlyWhereTheBackendMakesOne() throws Exception {
    Keys own =
        new Keys(KEYS.production(), KEYS.sync(), List.of(Secret.of(SellerKeyPair.privateKey())));
    AtomicInteger heard = new AtomicInteger();
    HttpServer console =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    console.createContext(
        "/emulator/seller/credential",
        exchange -> {
          heard.incrementAndGet();
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
        });
    console.start();
    try {
      URI there = URI.create("http://127.0.0.1:" + console.getAddress().getPort());
      SellerPair.announce(BackendSettings.of(there, own)).close();
      SellerPair.announce(
              BackendSettings.of(there, KEYS)
                  .with(new World(there, Partner.server("jdbc:postgresql://db/shared"), "a")))
          .close();
      assertThat(heard).hasValue(0);

      SellerPair.announce(BackendSettings.of(there, KEYS)).close();
      Eventually.holds("announced", () -> heard.get() == 1);
    } finally {
      console.stop(0);
    }
  }
}
