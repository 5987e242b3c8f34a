package com.guance.onboarding.examples.backend;

import static org.assertj.core.api.Assertions.assertThat;

import com.guance.onboarding.domain.Field;
import com.guance.onboarding.examples.backend.BackendSettings.World;
import com.guance.onboarding.testkit.DatabaseServer;
import com.guance.onboarding.testkit.Emulator;
import com.guance.onboarding.testkit.EmulatorSettings;
import com.guance.onboarding.testkit.Eventually;
import com.guance.onboarding.testkit.MariaDbServer;
import com.guance.onboarding.testkit.PartnerCallback;
import com.guance.onboarding.testkit.PostgresServer;
import com.guance.onboarding.testkit.SettableClock;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The database is away under a backend, or takes nothing, and comes back. */
final class BackendOutageTest {

  private static final int CALLS = 5;
  private static final String NOT_NOW = "000005";
  private static final String DONE = "000000";

  /** How long KooGallery waits for an answer. */
  private static final Duration KOOGALLERY_WAITS = Duration.ofSeconds(2);

  private static final Duration KOOGALLERY_REPEATS = Duration.ofHours(1);

  /** All that is known of a buyer, so that the flow asks nobody before it acts. */
  private static final Map<Field, String> KNOWN =
      Map.ofEntries(
          Map.entry(Field.ORGANIZATION_NAME, "GCY Ltd"),
          Map.entry(Field.ORGANIZATION_SHORT_NAME, "gcy"),
          Map.entry(Field.MEMBER_ACCOUNT, "Wendy"),
          Map.entry(Field.MEMBER_NAME, "Wendy"),
          Map.entry(Field.BILLING_CHOICE, "register"),
          Map.entry(Field.BILLING_USER_NAME, "gcy-ops"),
          Map.entry(Field.BILLING_EMAIL, "wendy@example.com"),
          Map.entry(Field.TERMS_VERSION, "2026-01"),
          Map.entry(Field.TERMS_ACCEPTED_BY, "Wendy"),
          Map.entry(Field.ENTERPRISE_NAME, "GCY Ltd"),
          Map.entry(Field.WORKSPACE_CHOICE, "create"),
          Map.entry(Field.WORKSPACE_NAME, "gcy-prod"),
          Map.entry(Field.WORKSPACE_LANGUAGE, "zh"),
          Map.entry(Field.WORKSPACE_SITE, "cn4"),
          Map.entry(Field.WORKSPACE_EMAIL, "wendy@example.com"));

  /** Calls that take time keep the work from being over before the server is. */
  private final Emulator emulator =
      Emulator.start(
          EmulatorSettings.builder()
              .clock(SettableClock.running())
              .callTime(Duration.ofSeconds(1))
              .build());

  @AfterEach
  void close() {
    emulator.close();
  }

  @Test
  void outage_short_callbacksAreToldToComeAgainAndWorkGoesOnByItself() {
    run(PostgresServer.start(), Duration.ofSeconds(3), Partner.PATIENCE);
  }

  @Tag("torture")
  @Test
  void outage_readOnly_callbacksAreToldToComeAgainAndWorkGoesOnByItself() {
    DatabaseServer server = PostgresServer.start();
    String url = server.url();
    Outage outage =
        new Outage(() -> readOnly(url, "on"), () -> readOnly(url, "off"), Duration.ofSeconds(3));
    run(server, outage, Partner.PATIENCE);
  }

  @Tag("torture")
  @Test
  void outage_halfAMinuteOfPostgreSql_callbacksAreAnsweredInTimeAndWorkGoesOnByItself() {
    run(PostgresServer.start(), Duration.ofSeconds(30), KOOGALLERY_WAITS);
  }

  @Tag("torture")
  @Test
  void outage_halfAMinuteOfMariaDb_callbacksAreAnsweredInTimeAndWorkGoesOnByItself() {
    run(MariaDbServer.start(), Duration.ofSeconds(30), KOOGALLERY_WAITS);
  }

  /**
   * What happens to the database.
   *
   * @param begin makes it so
   * @param end makes it good again
   * @param length how long it lasts
   */
  private record Outage(Runnable begin, Runnable end, Duration length) {}

  /** For all who connect from now on; those who are connected are cut off. */
  private static void readOnly(String url, String value) {
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement()) {
      statement.execute("SET default_transaction_read_only = off");
      statement.execute("ALTER DATABASE postgres SET default_transaction_read_only = " + value);
      statement.execute(
          "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
              + " WHERE datname = 'postgres' AND pid <> pg_backend_pid()");
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }

  private void run(DatabaseServer server, Duration length, Duration patience) {
    run(server, new Outage(server::stop, server::startAgain, length), patience);
  }

  private void run(DatabaseServer server, Outage outage, Duration patience) {
    try (Backend backend = start(server)) {
      connect(backend, Partner.PATIENCE);
      emulator.buyer().purchase();
      assertThat(results()).containsExactly(DONE);

      outage.begin().run();
      meanwhile(backend, outage.length(), patience);
      outage.end().run();

      Eventually.holds(
          "went on by itself", Partner.PATIENCE, () -> emulator.rows("organizations").size() == 1);
      assertThat(known(backend)).as("nothing else was stored").isEqualTo(1);
      connect(backend, Partner.PATIENCE);
      emulator.clock().advance(KOOGALLERY_REPEATS);
      assertThat(results()).as("KooGallery has repeated them").containsOnly(DONE);
      Eventually.holds("all known", Partner.PATIENCE, () -> known(backend) == 1 + CALLS);
    } finally {
      server.stop();
    }
  }

  private void meanwhile(Backend backend, Duration outage, Duration patience) {
    long end = System.nanoTime() + outage.toNanos();
    connect(backend, patience);
    for (int i = 0; i < CALLS; i++) {
      emulator.buyer().purchase(emulator.buyer().newAccount());
    }
    assertThat(results()).as("of all calls").hasSize(1 + CALLS);
    assertThat(results().subList(1, 1 + CALLS)).as("meanwhile").containsOnly(NOT_NOW);
    for (long left = end - System.nanoTime(); left > 0; left = end - System.nanoTime()) {
      LockSupport.parkNanos(left); // for that long there is no server
    }
    assertThat(emulator.rows("organizations")).as("nothing without a store").isEmpty();
  }

  private Backend start(DatabaseServer server) {
    return Backend.start(
        BackendSettings.of(
                emulator.baseUri(), BackendSettings.Keys.of(Mutant.PRODUCTION_KEY, Mutant.SYNC_KEY))
            .with(new World(emulator.baseUri(), Partner.server(server.url()), "a"))
            .with(
                new BackendSettings.Work(
                    Hands.GATEWAYS, false, KNOWN, Optional.empty(), Optional.empty())));
  }

  private void connect(Backend backend, Duration callTimeout) {
    emulator
        .kooGallery()
        .connect(
            BackendConnection.to(backend)
                .callbacks(EnumSet.of(PartnerCallback.NEW_INSTANCE))
                .callTimeout(callTimeout)
                .build());
  }

  private int known(Backend backend) {
    return new Visitor(backend.baseUri()).json("/onboardings").size();
  }

  private List<String> results() {
    return emulator.rows("callbacks").stream()
        .map(row -> String.valueOf(row.get("lastResult")))
        .toList();
  }
}
