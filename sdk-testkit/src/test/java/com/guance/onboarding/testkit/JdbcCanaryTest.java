package com.guance.onboarding.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.guance.onboarding.OnboardingFlow;
import com.guance.onboarding.Progress;
import com.guance.onboarding.domain.AppId;
import com.guance.onboarding.domain.Detail;
import com.guance.onboarding.domain.Fact;
import com.guance.onboarding.domain.Field;
import com.guance.onboarding.domain.LookupKey;
import com.guance.onboarding.domain.Names;
import com.guance.onboarding.domain.OnboardingId;
import com.guance.onboarding.domain.OnboardingRequest;
import com.guance.onboarding.domain.OrderKey;
import com.guance.onboarding.domain.Secret;
import com.guance.onboarding.domain.TenantId;
import com.guance.onboarding.error.StoreException;
import com.guance.onboarding.spi.FactInbox;
import com.guance.onboarding.spi.NonceRow;
import com.guance.onboarding.spi.Observations;
import com.guance.onboarding.spi.ObservedMember;
import com.guance.onboarding.spi.ObservedOrganization;
import com.guance.onboarding.store.AesGcmSealer;
import com.guance.onboarding.store.JdbcSettings;
import com.guance.onboarding.store.JdbcStore;
import com.guance.onboarding.store.KeyRing;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.LoggerFactory;

/** Every secret and personal field holds a canary; none may be seen in files, logs, exceptions. */
final class JdbcCanaryTest {

  private static final String CANARY = "canary";
  private static final OrderKey ORDER = new OrderKey("CS-visible-1", "CS-visible-1-000001");

  /** Its digest can be made by whoever guesses the account, so it is a canary, too. */
  private static final ObservedMember MEMBER =
      ObservedMember.of(new TenantId("t"), CANARY + "-user");

  private static final String OLD = "old:b2xkb2xkb2xkb2xkb2xkb2xkb2xkb2xkb2xkb2xkb2w=";
  private static final String NEW = "new:bmV3bmV3bmV3bmV3bmV3bmV3bmV3bmV3bmV3bmV3bmU=";

  private final ListAppender<ILoggingEvent> log = new ListAppender<>();
  private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);

  @TempDir private Path folder;

  @BeforeEach
  void listen() {
    log.start();
    root.addAppender(log);
    root.setLevel(Level.TRACE);
  }

  @AfterEach
  void stopListening() {
    root.setLevel(Level.WARN);
    root.detachAppender(log);
  }

  @Test
  void onboarding_withCanariesInEveryField_leavesNoneToBeSeen() throws Exception {
    StringWriter failures = new StringWriter();
    KeptConnections database =
        new KeptConnections("jdbc:h2:file:" + folder.resolve("onboarding"), "sa");
    try (JdbcStore store = JdbcStore.create(database)) {
      run(store);
      OnboardingFlow other = flow(store, NEW);
      Throwable failure = catchThrowable(() -> other.find(new LookupKey.ByOrder(ORDER)));
      assertThat(failure).hasMessageContaining("key old is not in the key ring");
      failure.printStackTrace(new PrintWriter(failures));
    }

    database.closeIdle(); // the last one closes the files
    assertThat(places(folder, "visible")).as("the scan works").isNotEmpty();
    assertThat(places(folder, CANARY)).isEmpty();
    assertThat(places(folder, MEMBER.digest())).isEmpty();
    assertThat(failures.toString()).doesNotContain(CANARY);
    assertThat(log.list)
        .noneMatch(event -> event.getFormattedMessage().contains(CANARY))
        .noneMatch(event -> String.valueOf(event.getThrowableProxy()).contains(CANARY));
  }

  static Stream<Named<Supplier<DatabaseServer>>> servers() {
    return Stream.of(
        Named.of("PostgreSQL", PostgresServer::start), Named.of("MariaDB", MariaDbServer::start));
  }

  @ParameterizedTest
  @MethodSource("servers")
  void server_withCanariesAndStatementsThatFail_leavesNoneInItsFilesAndLog(
      Supplier<DatabaseServer> start) throws Exception {
    DatabaseServer server = start.get();
    try {
      leavesNoCanaries(server);
    } finally {
      server.stop();
    }
  }

  private void leavesNoCanaries(DatabaseServer server) throws Exception {
    StringWriter failures = new StringWriter();
    KeptConnections database =
        new KeptConnections(server.url(), server instanceof PostgresServer ? "postgres" : "root");
    try (JdbcStore store = JdbcStore.create(database)) {
      run(store);
      for (Throwable failure : List.of(refused(store, database), lockedTooLong(database))) {
        assertThat(failure).isInstanceOf(StoreException.class);
        failure.printStackTrace(new PrintWriter(failures));
      }
    }

    database.closeIdle();
    server.stop(); // now all of it is in the files
    assertThat(places(server.folder(), "visible")).as("the scan works").isNotEmpty();
    assertThat(places(server.folder(), CANARY)).isEmpty();
    assertThat(places(server.folder(), MEMBER.digest())).isEmpty();
    assertThat(failures.toString()).doesNotContain(CANARY);
    assertThat(log.list)
        .noneMatch(event -> event.getFormattedMessage().contains(CANARY))
        .noneMatch(event -> String.valueOf(event.getThrowableProxy()).contains(CANARY));
  }

  /** The server refuses a row, and says in its text and its log what the row holds. */
  private static Throwable refused(JdbcStore store, KeptConnections database) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(
          "ALTER TABLE onboarding_secret ADD CONSTRAINT not_this CHECK (name <> 'refused')");
    }
    return Objects.requireNonNull(
        catchThrowable(
            () -> store.secrets(sealer(OLD)).put("refused", Secret.of(CANARY + "-refused"))));
  }

  /** Somebody holds the row for too long: the server ends the statement, with its values. */
  private static Throwable lockedTooLong(KeptConnections database) throws SQLException {
    JdbcStore hurried =
        JdbcStore.open(database, JdbcSettings.defaults().withTimeout(Duration.ofSeconds(1)));
    try (Connection other = database.getConnection();
        Statement statement = other.createStatement()) {
      other.setAutoCommit(false);
      statement.executeUpdate(
          "UPDATE onboarding_secret SET sealed = sealed WHERE name = 'client-1'");
      Throwable failure =
          catchThrowable(
              () ->
                  hurried
                      .secrets(sealer(OLD))
                      .put("client-1", Secret.of(CANARY + "-other-secret")));
      other.rollback();
      other.setAutoCommit(true);
      return Objects.requireNonNull(failure);
    }
  }

  private static void run(JdbcStore store) {
    store.secrets(sealer(OLD)).put("client-1", Secret.of(CANARY + "-client-secret"));
    OnboardingFlow flow = flow(store, OLD);
    OnboardingRequest.Builder request = OnboardingRequest.of(ORDER);
    for (Field field : Field.values()) {
      if (field.personal()) {
        request.with(field, field.path().endsWith("mail") ? CANARY + "@example.com" : name(field));
      }
    }
    OnboardingId id = flow.begin(request.build());
    Names names =
        Names.builder().order(ORDER).tenant(new TenantId("t")).app(new AppId("a")).build();
    flow.record(
        Observations.tenantSynced(
            names,
            new ObservedOrganization("gcy", CANARY + " Ltd", "gcy.example.com"),
            true,
            StoreRows.START));
    flow.record(Observations.memberSynced(names, MEMBER, true, StoreRows.START));
    flow.record(Observations.signedIn(names, MEMBER, StoreRows.START));
    receiveStaff(flow, names);
    if (flow.advance(id) instanceof Progress.Waiting waiting) {
      waiting.tasks().forEach(task -> flow.record(new Fact.Confirmed(id, task.id())));
    }
    flow.advance(id);
    assertThat(store.outbox(10)).as("a list that was not taken").hasSize(1);
    assertThat(Arrays.stream(Detail.values()).filter(Detail::personal))
        .as("a new personal detail needs a canary here")
        .containsExactlyInAnyOrder(Detail.ANSWER, Detail.NAME, Detail.MEMBER, Detail.USER_NAME);
  }

  /** A list of staff that waits: the listener fails, and says what it was given. */
  private static void receiveStaff(OnboardingFlow flow, Names names) {
    NonceRow nonce = new NonceRow("n-1", StoreRows.START.plusSeconds(120), "");
    String list = "{\"name\":\"" + CANARY + " Wendy\",\"mobile\":\"" + CANARY + "-138\"}";
    flow.inbox()
        .receive(
            names,
            opened -> new FactInbox.Incoming(List.of(), Optional.of(nonce), Optional.of(list)));
  }

  private static String name(Field field) {
    return CANARY + "." + field.name().toLowerCase(Locale.ROOT);
  }

  private static OnboardingFlow flow(JdbcStore store, String keys) {
    return OnboardingFlow.builder()
        .store(store)
        .sealer(sealer(keys))
        .callbacks(true)
        .staffListener(
            (eventId, list) -> {
              throw new IllegalStateException(list);
            })
        .clock(SettableClock.standing(StoreRows.START))
        .build();
  }

  private static AesGcmSealer sealer(String keys) {
    return AesGcmSealer.of(KeyRing.parse(Secret.of(keys)));
  }

  /** The files that hold the text, in one byte or two for a character. */
  private static List<Path> places(Path folder, String text) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).filter(file -> holds(file, text)).toList();
    }
  }

  private static boolean holds(Path file, String text) {
    try {
      String bytes = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
      String wide =
          new String(text.getBytes(StandardCharsets.UTF_16BE), StandardCharsets.ISO_8859_1);
      return bytes.contains(text) || bytes.contains(wide);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
