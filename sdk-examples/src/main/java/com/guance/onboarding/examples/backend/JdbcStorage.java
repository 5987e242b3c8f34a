package com.guance.onboarding.examples.backend;

import com.guance.onboarding.OnboardingFlow;
import com.guance.onboarding.OnboardingFlowBuilder;
import com.guance.onboarding.error.InvalidSettingException;
import com.guance.onboarding.error.StoreException;
import com.guance.onboarding.scheduler.OnboardingScheduler;
import com.guance.onboarding.scheduler.SchedulerSettings;
import com.guance.onboarding.spi.Retention;
import com.guance.onboarding.spi.Sealer;
import com.guance.onboarding.spi.SecretStore;
import com.guance.onboarding.store.AesGcmSealer;
import com.guance.onboarding.store.JdbcStore;
import com.guance.onboarding.store.KeyRing;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool;
import java.security.SecureRandom;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** A database that any number of nodes share; db-scheduler tells them who does what. */
final class JdbcStorage implements Storage {

  /** KooGallery wants an answer within two seconds, also when no connection is to be had. */
  private static final long CONNECT_MILLIS = 1_000;

  /** The scheduler's heartbeat and its look at what is due, and people's pages. */
  private static final int OTHERS = 4;

  /**
   * Enough for all that answer, and for the work behind, ours and the scheduler's: whoever waits
   * for a connection may be passed by again and again, whoever waits for the callbacks' threads is
   * not.
   */
  private static final int CONNECTIONS = ProductionUrl.AT_ONCE + 2 * Advances.THREADS + OTHERS;

  private static final Duration POLL = Duration.ofSeconds(1);
  private static final Duration CLOSE = Duration.ofSeconds(10);

  private final HikariDataSource source;
  private final JdbcStore store;
  private final Sealer sealer;
  private final Roster roster;
  private final SchedulerSettings scheduling;

  private JdbcStorage(
      HikariDataSource source, Sealer sealer, BackendSettings.World world, Clock clock) {
    this.source = source;
    this.sealer = sealer;
    this.store = JdbcStore.create(source);
    this.roster = JdbcRoster.create(source, clock);
    this.scheduling =
        SchedulerSettings.builder()
            .node(world.node())
            .clock(clock)
            .pollInterval(POLL)
            .threads(Advances.THREADS)
            .closeTimeout(CLOSE)
            .build();
    OnboardingScheduler.createTables(source, scheduling);
  }

  static JdbcStorage open(BackendSettings.World world, Clock clock) {
    BackendSettings.Store settings = world.store();
    // H2 shares a file among processes by a port, which is to be open to this machine only.
    System.getProperties().putIfAbsent("h2.bindAddress", "127.0.0.1");
    try {
      DriverManager.getDriver(settings.url());
    } catch (SQLException unknown) {
      throw new InvalidSettingException(
          "store",
          "must be memory or a JDBC URL of H2, PostgreSQL or MariaDB",
          "write jdbc:postgresql://HOST/DATABASE, for example");
    }
    Sealer sealer = AesGcmSealer.of(keys(settings)); // before the database, see KeyFile
    HikariDataSource source = pool(world);
    try {
      return new JdbcStorage(source, sealer, world, clock);
    } catch (RuntimeException e) {
      source.close();
      throw e;
    }
  }

  private static KeyRing keys(BackendSettings.Store settings) {
    return KeyRing.parse(
        settings
            .keys()
            .or(
                () ->
                    LocalFile.of(settings.url())
                        .map(file -> KeyFile.open(file, new SecureRandom())))
            .orElseThrow(
                () ->
                    new InvalidSettingException(
                        "keys",
                        "are needed for this database",
                        "set ONBOARDING_KEYS or --keys to NAME:KEY, the key made by openssl rand"
                            + " -base64 32")));
  }

  private static HikariDataSource pool(BackendSettings.World world) {
    HikariConfig pool = new HikariConfig();
    pool.setPoolName("onboarding-" + world.node());
    pool.setJdbcUrl(world.store().url());
    world
        .store()
        .login()
        .ifPresent(
            login -> {
              pool.setUsername(login.user());
              login.password().ifPresent(password -> pool.setPassword(password.reveal()));
            });
    pool.setConnectionTimeout(CONNECT_MILLIS);
    pool.setMaximumPoolSize(CONNECTIONS);
    pool.setMinimumIdle(1); // the others are opened when they are needed, and shared among nodes
    try {
      return new HikariDataSource(pool);
    } catch (HikariPool.PoolInitializationException e) { // its message may quote the address
      String state = e.getCause() instanceof SQLException cause ? cause.getSQLState() : "unknown";
      throw new StoreException(
          "open", "no connection to the database, SQLState " + state, true, null);
    }
  }

  @Override
  public OnboardingFlowBuilder flow() {
    return OnboardingFlow.builder().store(store).sealer(sealer);
  }

  @Override
  public SecretStore secrets() {
    return store.secrets(sealer);
  }

  @Override
  public Roster roster() {
    return roster;
  }

  @Override
  public void prune(Retention retention) {
    store.prune(retention);
  }

  @Override
  public Optional<AutoCloseable> share(OnboardingFlow flow) {
    return Optional.of(OnboardingScheduler.start(flow, store, source, scheduling));
  }

  @Override
  public void close() {
    source.close();
  }
}
