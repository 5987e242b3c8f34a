package com.guance.onboarding.billing.external;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.guance.onboarding.billing.api.AccessKey;
import com.guance.onboarding.billing.api.DqlQuery;
import com.guance.onboarding.domain.Language;
import com.guance.onboarding.domain.Secret;
import com.guance.onboarding.domain.WorkspaceId;
import com.guance.onboarding.error.AuthenticationException;
import com.guance.onboarding.error.ConflictException;
import com.guance.onboarding.testkit.Emulator;
import com.guance.onboarding.testkit.EmulatorSettings;
import com.guance.onboarding.transport.HttpSettings;
import com.guance.onboarding.transport.TransportRuntime;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The client against an External API that somebody else has written from the same documents. */
final class ExternalApiEmulatorTest {

  private final List<AutoCloseable> open = new ArrayList<>();

  @AfterEach
  void close() throws Exception {
    for (AutoCloseable one : open) {
      one.close();
    }
  }

  private Emulator emulator(EmulatorSettings.SignatureText text) {
    Emulator emulator =
        Emulator.start(EmulatorSettings.builder().deploymentSignature(text).build());
    open.add(emulator);
    return emulator;
  }

  private GuanceExternalApi client(
      Emulator emulator, SignatureEncoding encoding, String secret, Clock clock) {
    GuanceExternalApi api =
        GuanceExternalApi.connect(
            ExternalSettings.builder()
                .http(
                    HttpSettings.builder()
                        .baseUrl(emulator.externalApiUri())
                        .maxAttempts(1)
                        .build())
                .accessKey(Secret.of("external-access-key"))
                .secretKey(Secret.of(secret))
                .encoding(encoding)
                .build(),
            TransportRuntime.builder().clock(clock).build());
    open.add(api);
    return api;
  }

  @ParameterizedTest
  @EnumSource(SignatureEncoding.class)
  void everyCall_signedInEitherForm_isUnderstood(SignatureEncoding encoding) {
    Emulator emulator = emulator(EmulatorSettings.SignatureText.valueOf(encoding.name()));
    GuanceExternalApi api = client(emulator, encoding, "external-secret-key", emulator.clock());

    Account wendy =
        api.addAccount(
            NewDeployedAccount.builder()
                .userName("wendy")
                .name("演示 Wendy")
                .email("wendy@example.com")
                .externalId("ref-1")
                .build());
    Account tom = api.addAccount(NewDeployedAccount.builder().userName("tom").name("Tom").build());
    api.modifyAccount(
        wendy.id(), AccountChanges.builder().attributes(Map.of("k", Map.of("n", 1))).build());
    WorkspaceId id =
        api.createWorkspace(
                new NewDeployedWorkspace("演示空间", wendy.id(), Language.ZH, WorkspaceOptions.none()))
            .id();
    AccessKey key = api.addAccessKey(id, "sdk");
    emulator.buyer().guance().reportDataKit(emulator.buyer().guance().dataToken(id), "web-1");

    assertThat(api.accounts("wendy").toList())
        .singleElement()
        .satisfies(
            account -> {
              assertThat(account.attributes()).containsKey("k");
              assertThat(account.owns(id)).isTrue();
            });
    assertThat(api.workspaces().toList()).hasSize(1);
    assertThat(api.dataKits(id, true).map(DataKitHost::hostName).toList()).containsExactly("web-1");
    assertThat(
            api.query(
                    id,
                    DqlQuery.hosts(
                        emulator.clock().instant().minusSeconds(60),
                        emulator.clock().instant().plusSeconds(1)))
                .texts("host"))
        .containsExactly("web-1");
    assertThat(key.id().reveal()).startsWith("wsak_");

    api.transferOwner(id, tom.id());
    api.deleteAccounts(List.of(wendy.id()));
    assertThat(api.accounts().toList()).singleElement().matches(account -> account.owns(id));
  }

  @Test
  void addAccount_takenUserName_isAConflictUnlessAnotherSystemNamesIt() {
    Emulator emulator = emulator(EmulatorSettings.SignatureText.HEX);
    GuanceExternalApi api =
        client(emulator, SignatureEncoding.HEX, "external-secret-key", emulator.clock());
    NewDeployedAccount.Builder wendy = NewDeployedAccount.builder().userName("wendy").name("Wendy");
    api.addAccount(wendy.build());

    assertThatThrownBy(() -> api.addAccount(wendy.build())).isInstanceOf(ConflictException.class);
    assertThat(api.addAccount(wendy.externalId("ref-1").build()).externalId()).contains("ref-1");
    assertThatThrownBy(() -> api.addAccount(wendy.build())).isInstanceOf(ConflictException.class);
  }

  @Test
  void call_wrongKeyWrongFormOrOldTime_isRefusedBeforeAnythingHappens() {
    Emulator emulator = emulator(EmulatorSettings.SignatureText.HEX);
    Clock late = Clock.offset(Clock.systemUTC(), Duration.ofSeconds(-90));
    List<GuanceExternalApi> strangers =
        List.of(
            client(emulator, SignatureEncoding.HEX, "another-key", Clock.systemUTC()),
            client(emulator, SignatureEncoding.BASE64, "external-secret-key", Clock.systemUTC()),
            client(emulator, SignatureEncoding.HEX, "external-secret-key", late));
    for (GuanceExternalApi stranger : strangers) {
      assertThatThrownBy(
              () ->
                  stranger.addAccount(
                      NewDeployedAccount.builder().userName("wendy").name("Wendy").build()))
          .isInstanceOf(AuthenticationException.class)
          .hasMessageContaining("ft.MissingAuthHeaderInfo");
    }
    assertThat(emulator.rows("deployedAccounts")).isEmpty();
  }
}
