package com.guance.onboarding.billing.external;

import com.guance.onboarding.billing.api.BentAnswers;
import com.guance.onboarding.billing.api.DqlQuery;
import com.guance.onboarding.billing.api.StubServer;
import com.guance.onboarding.domain.Language;
import com.guance.onboarding.domain.Secret;
import com.guance.onboarding.domain.WorkspaceId;
import com.guance.onboarding.transport.HttpSettings;
import com.guance.onboarding.transport.TransportRuntime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import net.jqwik.api.lifecycle.AfterContainer;

/** Every documented answer, bent: it is decoded, or refused with a type and Guance's trace id. */
final class ExternalShapesProperties extends BentAnswers<GuanceExternalApi> {

  private static final WorkspaceId ID = new WorkspaceId("wksp_1");
  private static final StubServer SERVER = new StubServer();
  private static final GuanceExternalApi API =
      GuanceExternalApi.connect(
          ExternalSettings.builder()
              .http(HttpSettings.builder().baseUrl(SERVER.address()).maxAttempts(1).build())
              .accessKey(Secret.of("a"))
              .secretKey(Secret.of("s"))
              .build(),
          TransportRuntime.system());

  private static final Map<String, Function<GuanceExternalApi, Object>> READERS =
      Map.ofEntries(
          Map.entry("accounts", api -> api.accounts().limit(300).toList()),
          Map.entry(
              "account",
              api -> api.addAccount(NewDeployedAccount.builder().userName("w").name("w").build())),
          Map.entry(
              "deployed-workspace",
              api ->
                  api.createWorkspace(
                      new NewDeployedWorkspace(
                          "a", "acnt_1", Language.EN, WorkspaceOptions.none()))),
          Map.entry("deployed-workspaces", api -> api.workspaces().limit(300).toList()),
          Map.entry("access-key", api -> api.addAccessKey(ID, "sdk")),
          Map.entry("datakits", api -> api.dataKits(ID, false).limit(300).toList()),
          Map.entry("query", ExternalShapesProperties::query),
          Map.entry("invited", ExternalShapesProperties::change));

  private static Object query(GuanceExternalApi api) {
    Instant end = Instant.ofEpochMilli(1_700_000_000_000L);
    return api.query(ID, DqlQuery.hosts(end.minusSeconds(60), end)).texts("host");
  }

  /** All that answer nothing but a yes. */
  private static Object change(GuanceExternalApi api) {
    api.modifyWorkspace(ID, Optional.of("a"), WorkspaceOptions.none());
    api.transferOwner(ID, "acnt_1");
    api.modifyAccount("acnt_1", AccountChanges.builder().name("w").build());
    api.deleteAccounts(List.of("acnt_1"));
    return api;
  }

  @AfterContainer
  static void close() {
    API.close();
    SERVER.close();
  }

  ExternalShapesProperties() {
    super(SERVER, API, READERS);
  }

  @Override
  protected List<String> comparable() {
    return List.of(
        "accounts",
        "account",
        "deployed-workspace",
        "deployed-workspaces",
        "access-key",
        "datakits");
  }

  @Override
  protected String free() {
    return ".*attributes";
  }
}
