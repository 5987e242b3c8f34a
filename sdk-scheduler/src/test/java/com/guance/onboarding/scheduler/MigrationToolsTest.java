package com.guance.onboarding.scheduler;

import static org.assertj.core.api.Assertions.assertThat;

import com.guance.onboarding.OnboardingFlow;
import com.guance.onboarding.OnboardingListener;
import com.guance.onboarding.domain.LookupKey;
import com.guance.onboarding.domain.OnboardingId;
import com.guance.onboarding.domain.OnboardingRequest;
import com.guance.onboarding.domain.OrderKey;
import com.guance.onboarding.domain.PersonTask;
import com.guance.onboarding.store.JdbcStore;
import com.guance.onboarding.testkit.DatabaseServers;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import liquibase.Scope;
import liquibase.command.CommandScope;
import liquibase.database.Database;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.resource.ClassLoaderResourceAccessor;
import liquibase.resource.CompositeResourceAccessor;
import liquibase.resource.DirectoryResourceAccessor;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mariadb.jdbc.MariaDbDataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** The scripts, run as docs/data.md tells partners to whose tools make their tables. */
final class MigrationToolsTest {

  private static final Path DOCUMENT = Path.of("..", "docs", "data.md");

  private static final String CHANGE_LOG =
      """
      <databaseChangeLog
          xmlns="http://www.liquibase.org/xml/ns/dbchangelog"
          xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
          xsi:schemaLocation="http://www.liquibase.org/xml/ns/dbchangelog
              http://www.liquibase.org/xml/ns/dbchangelog/dbchangelog-4.33.xsd">
      """;

  /** The databases, by their folders' names. */
  enum Folder {
    H2,
    POSTGRESQL,
    MYSQL;

    /** A place with nothing of ours in it, in which a partner has a table. */
    DataSource partners() throws SQLException {
      String name = DatabaseServers.freshPrefix() + "partner";
      DataSource source =
          switch (this) {
            case H2 -> {
              JdbcDataSource memory = new JdbcDataSource();
              memory.setURL("jdbc:h2:mem:" + name + ";DB_CLOSE_DELAY=-1");
              yield memory;
            }
            case POSTGRESQL -> {
              execute(DatabaseServers.postgres(), "CREATE SCHEMA " + name);
              PGSimpleDataSource schema = new PGSimpleDataSource();
              schema.setUrl(DatabaseServers.postgresUrl() + "&currentSchema=" + name);
              yield schema;
            }
            case MYSQL -> {
              execute(DatabaseServers.mariaDb(), "CREATE DATABASE " + name);
              yield new MariaDbDataSource(
                  DatabaseServers.mariaDbUrl().replace("/mysql?", "/" + name + "?"));
            }
          };
      execute(source, "CREATE TABLE customer (id INT PRIMARY KEY)");
      return source;
    }

    /** What the document says about PostgreSQL, for this one. */
    String of(String text) {
      return text.replace("/postgresql", "/" + name().toLowerCase(Locale.ROOT));
    }
  }

  @ParameterizedTest
  @EnumSource
  void scripts_runByFlyway_makeWhatStoreAndSchedulerNeed(Folder folder) throws Exception {
    DataSource source = folder.partners();
    List<String> configurations = blocks("properties");
    assertThat(configurations).as("the store's and the scheduler's").hasSize(2);

    for (String configuration : configurations) {
      assertThat(migrate(source, folder.of(configuration))).isEqualTo(1);
      assertThat(migrate(source, folder.of(configuration))).as("a second time").isZero();
    }

    assertInUse(source);
  }

  private static int migrate(DataSource source, String configuration) throws IOException {
    Properties properties = new Properties();
    properties.load(new StringReader(configuration));
    return Flyway.configure()
        .dataSource(source)
        .configuration(properties)
        .target("1.1?") // no further: the test kit's own tests have a V2 of some day on this path
        .load()
        .migrate()
        .migrationsExecuted;
  }

  @ParameterizedTest
  @EnumSource
  void scripts_runByLiquibase_makeWhatStoreAndSchedulerNeed(Folder folder, @TempDir Path home)
      throws Exception {
    DataSource source = folder.partners();
    List<String> changeSets = blocks("xml");
    assertThat(changeSets).hasSize(1);
    Files.writeString(
        home.resolve("changelog.xml"),
        CHANGE_LOG + folder.of(changeSets.get(0)) + "</databaseChangeLog>");

    update(source, home);
    update(source, home);

    assertInUse(source);
  }

  private static void update(DataSource source, Path home) throws Exception {
    try (Connection connection = source.getConnection()) {
      Database database =
          DatabaseFactory.getInstance()
              .findCorrectDatabaseImplementation(new JdbcConnection(connection));
      Map<String, Object> scope =
          Map.of(
              "liquibase.analytics.enabled", // a test calls nobody
              false,
              Scope.Attr.resourceAccessor.name(),
              new CompositeResourceAccessor(
                  new DirectoryResourceAccessor(home), new ClassLoaderResourceAccessor()));
      Scope.child(
          scope,
          () ->
              new CommandScope("update")
                  .addArgumentValue("database", database)
                  .addArgumentValue("changelogFile", "changelog.xml")
                  .execute());
    }
  }

  /** Stores an onboarding and lets the scheduler go on with it. */
  private static void assertInUse(DataSource source) throws Exception {
    OrderKey order = new OrderKey("CS1", "CS1-1");
    CountDownLatch opened = new CountDownLatch(1);
    OnboardingListener listener =
        new OnboardingListener() {
          @Override
          public void taskOpened(String eventId, PersonTask task) {
            opened.countDown();
          }
        };
    SchedulerSettings fast =
        SchedulerSettings.builder().pollInterval(Duration.ofMillis(50)).build();
    try (JdbcStore store = JdbcStore.open(source);
        OnboardingFlow flow =
            OnboardingFlow.builder()
                .store(store)
                .sealer(new OpenSealer())
                .listener(listener)
                .build();
        OnboardingScheduler scheduler = OnboardingScheduler.start(flow, store, source, fast)) {
      assertThat(scheduler).isNotNull();
      OnboardingId id = flow.begin(OnboardingRequest.of(order).build());
      assertThat(opened.await(60, TimeUnit.SECONDS)).isTrue();
      assertThat(store.find(new LookupKey.ByOrder(order))).containsExactly(id);
    }
  }

  /** What stands in the document in a language of its own. */
  private static List<String> blocks(String language) throws IOException {
    return Pattern.compile("(?s)```" + language + "\n(.*?)```")
        .matcher(Files.readString(DOCUMENT))
        .results()
        .map(block -> block.group(1))
        .toList();
  }

  private static void execute(DataSource source, String sql) throws SQLException {
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
