package com.guance.onboarding.examples.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.guance.onboarding.domain.Secret;
import com.guance.onboarding.error.InvalidSettingException;
import com.guance.onboarding.error.StoreException;
import com.guance.onboarding.examples.backend.BackendSettings.Login;
import com.guance.onboarding.examples.backend.BackendSettings.Store;
import com.guance.onboarding.testkit.DatabaseServers;
import com.guance.onboarding.testkit.Eventually;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A backend that ends, and others that go on, on one database. */
final class BackendStoreTest {

  private final Partner partner = new Partner();

  @TempDir private Path folder;

  @AfterEach
  void close() {
    partner.close();
  }

  static Stream<Store> servers() {
    return Stream.of(DatabaseServers.postgresUrl(), DatabaseServers.mariaDbUrl())
        .map(Partner::server);
  }

  private Store local() {
    return Store.of("jdbc:h2:file:" + folder.resolve("data/onboarding") + ";AUTO_SERVER=TRUE");
  }

  /** A slow machine is not what is tested here. */
  private void connect(Backend backend) {
    partner.connect(backend, Partner.PATIENCE);
  }

  @Test
  void start_onALocalFile_remembersAcrossProcesses() throws IOException {
    Store store = local();
    try (Backend first = partner.start(store, "a")) {
      connect(first);
      partner.emulator.buyer().purchase();
      Eventually.holds(
          "completed",
          Partner.PATIENCE,
          () -> partner.outcomes(first).equals(List.of("COMPLETED")));
    }
    Path keys = folder.resolve("data/onboarding.keys");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(keys)))
        .isEqualTo("rw-------");
    String made = Files.readString(keys);

    try (Backend second = partner.start(store, "b")) {
      assertThat(partner.outcomes(second)).containsExactly("COMPLETED");
    }
    assertThat(Files.readString(keys)).isEqualTo(made);
    assertThat(store.toString())
        .endsWith("data/onboarding.mv.db")
        .doesNotContain(made.substring(made.indexOf(':') + 1));
  }

  @ParameterizedTest
  @MethodSource("servers")
  void start_twoNodesOnOneServer_shareTheWorkAndTheList(Store store) {
    try (Backend second = partner.start(store, "b")) {
      int before = partner.outcomes(second).size();
      try (Backend first = partner.start(store, "a")) {
        connect(first);
        partner.emulator.buyer().purchase();
        Eventually.holds(
            "heard of", Partner.PATIENCE, () -> partner.outcomes(second).size() == before + 1);
      }
      connect(second); // the first has gone
      Eventually.holds(
          "completed",
          Partner.PATIENCE,
          () -> partner.outcomes(second).stream().allMatch("COMPLETED"::equals));
    }
    assertThat(partner.emulator.rows("workspaces")).hasSize(1);
    assertThat(partner.emulator.rows("billingAccounts")).hasSize(1);
  }

  @Test
  void start_keysOfALocalFileLost_isRefusedBeforeAnythingIsWritten() throws IOException {
    partner.start(local(), "a").close();
    Files.delete(folder.resolve("data/onboarding.keys"));

    assertThatThrownBy(() -> partner.start(local(), "a").close())
        .isInstanceOf(InvalidSettingException.class)
        .hasMessageContaining("put the file back");
    assertThat(folder.resolve("data/onboarding.keys")).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(strings = {"disk", "jdbc:oracle:thin:@db", "jdbc:h2:mem:nokeys"})
  void start_storeThatCannotBeUsed_namesTheSetting(String url) {
    assertThatThrownBy(() -> partner.start(Store.of(url), "a").close())
        .isInstanceOf(InvalidSettingException.class);
  }

  @Test
  void start_nobodyAtTheDatabase_saysSoWithoutItsPassword() {
    Store store =
        new Store(
            "jdbc:postgresql://127.0.0.1:1/onboarding?connectTimeout=1",
            Optional.of(new Login("partner", Optional.of(Secret.of("canary-password")))),
            Partner.server("").keys());

    assertThatThrownBy(() -> partner.start(store, "a").close())
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("no connection to the database")
        .hasMessageNotContaining("canary");
    assertThat(store.toString()).isEqualTo("jdbc:postgresql://127.0.0.1:1/onboarding");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jdbc:mariadb://u:canary@db:3306/x?password=canary",
        "jdbc:postgresql://db/x?user=u&password=canary",
        "jdbc:h2:tcp://db/x;PASSWORD=canary"
      })
  void toString_ofAStore_leavesOutWhatMayBeSecret(String url) {
    assertThat(Store.of(url).toString()).contains("//db").contains("/x").doesNotContain("canary");
  }
}
