package com.guance.onboarding.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.guance.onboarding.OnboardingFlow;
import com.guance.onboarding.domain.AppId;
import com.guance.onboarding.domain.Field;
import com.guance.onboarding.domain.Names;
import com.guance.onboarding.domain.OnboardingRequest;
import com.guance.onboarding.domain.OrderKey;
import com.guance.onboarding.domain.Secret;
import com.guance.onboarding.domain.TenantId;
import com.guance.onboarding.spi.FactInbox;
import com.guance.onboarding.spi.NonceRow;
import com.guance.onboarding.spi.StaffListener;
import com.guance.onboarding.store.AesGcmSealer;
import com.guance.onboarding.store.JdbcSecretStore;
import com.guance.onboarding.store.JdbcSettings;
import com.guance.onboarding.store.JdbcStore;
import com.guance.onboarding.store.KeyRing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** docs/data.md says how keys are changed, and when an old one may go: it must not say it early. */
final class KeyRotationTest {

  private static final OrderKey ORDER = new OrderKey("CS-1", "CS-1-000001");
  private static final String OLD = "2026-01:b2xkb2xkb2xkb2xkb2xkb2xkb2xkb2xkb2xkb2xkb2w=";
  private static final String NEW = "2026-07:bmV3bmV3bmV3bmV3bmV3bmV3bmV3bmV3bmV3bmV3bmU=";
  private static final Pattern COUNT = Pattern.compile("(?s)```sql\\s+(SELECT \\(SELECT .*?)```");

  private final String prefix = DatabaseServers.freshPrefix();

  static Stream<DataSource> all() {
    return Stream.of(DatabaseServers.h2(), DatabaseServers.postgres(), DatabaseServers.mariaDb());
  }

  @ParameterizedTest
  @MethodSource("all")
  void count_ofWhatTheOldKeySeals_fallsAsTheStepsAreTaken(DataSource source) throws Exception {
    JdbcStore store = JdbcStore.create(source, JdbcSettings.defaults().withTablePrefix(prefix));
    store.secrets(sealer(OLD)).put("client-1", Secret.of("client-secret"));
    OnboardingFlow before =
        flow(
            store,
            OLD,
            (eventId, list) -> {
              throw new IllegalStateException("not now");
            });
    before.begin(OnboardingRequest.of(ORDER).with(Field.MEMBER_NAME, "Wendy").build());
    receiveStaff(before);
    before.resumeDue(1);
    int facts = old(source) - 2;
    assertThat(facts).isPositive();

    JdbcSecretStore secrets = store.secrets(sealer(NEW + "," + OLD));
    assertThat(secrets.reseal()).isEqualTo(1);
    assertThat(old(source)).as("facts, and a list of staff").isEqualTo(facts + 1);

    List<String> taken = new ArrayList<>();
    flow(store, NEW + "," + OLD, (eventId, list) -> taken.add(list)).resumeDue(1);
    assertThat(taken).hasSize(1);
    assertThat(old(source)).as("facts").isEqualTo(facts);
  }

  private static void receiveStaff(OnboardingFlow flow) {
    NonceRow nonce = new NonceRow("n-1", StoreRows.START.plusSeconds(120), "");
    Names names =
        Names.builder().order(ORDER).tenant(new TenantId("t")).app(new AppId("a")).build();
    flow.inbox()
        .receive(
            names,
            opened ->
                new FactInbox.Incoming(
                    List.of(), Optional.of(nonce), Optional.of("{\"name\":\"Wendy\"}")));
  }

  private static OnboardingFlow flow(JdbcStore store, String keys, StaffListener listener) {
    return OnboardingFlow.builder()
        .store(store)
        .sealer(sealer(keys))
        .callbacks(true)
        .staffListener(listener)
        .clock(SettableClock.standing(StoreRows.START))
        .build();
  }

  private static AesGcmSealer sealer(String keys) {
    return AesGcmSealer.of(KeyRing.parse(Secret.of(keys)));
  }

  /** What the statement of the page counts here. */
  private int old(DataSource source) throws SQLException, IOException {
    Matcher page = COUNT.matcher(Files.readString(Path.of("..", "docs", "data.md")));
    assertThat(page.find()).as("the page has the statement").isTrue();
    String sql = page.group(1).replaceAll("\\bonboarding_", prefix + "onboarding_");
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      assertThat(rows.next()).isTrue();
      return rows.getInt(1);
    }
  }
}
