package com.guance.onboarding.billing.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.guance.onboarding.billing.api.BentAnswers;
import com.guance.onboarding.billing.api.DqlQuery;
import com.guance.onboarding.billing.api.Fixtures;
import com.guance.onboarding.billing.api.Mutations;
import com.guance.onboarding.billing.api.StubServer;
import com.guance.onboarding.domain.Language;
import com.guance.onboarding.domain.Secret;
import com.guance.onboarding.error.OnboardingException;
import com.guance.onboarding.error.ProtocolException;
import com.guance.onboarding.error.RemoteException;
import com.guance.onboarding.transport.HttpSettings;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;

/** Every documented answer, bent: it is decoded, or refused with a type and Guance's trace id. */
final class OpenApiShapesProperties extends BentAnswers<GuanceOpenApi> {

  private static final Map<String, Function<GuanceOpenApi, Object>> READERS =
      Map.ofEntries(
          Map.entry("workspace", api -> api.workspace().isCommercial()),
          Map.entry("workspace-created", OpenApiShapesProperties::create),
          Map.entry("members", api -> api.members().limit(300).toList()),
          Map.entry("members-nested", api -> api.members().limit(300).toList()),
          Map.entry("access-key", api -> api.addAccessKey("sdk")),
          Map.entry("access-keys", api -> api.accessKeys().limit(300).toList()),
          Map.entry("balance", GuanceOpenApi::balance),
          Map.entry("bill-details", OpenApiShapesProperties::bills),
          Map.entry("bill-summary", GuanceOpenApi::billSummary),
          Map.entry("query", OpenApiShapesProperties::query),
          Map.entry("invited", api -> invite(api)));

  /** Each value, by what it is read from. */
  private static final Map<String, Function<Workspace, Object>> WORKSPACE =
      Map.of(
          "name", Workspace::name,
          "language", Workspace::language,
          "versionType", Workspace::version,
          "billingState", Workspace::billingState,
          "isLocked", Workspace::locked,
          "lockAt", Workspace::lockedAt,
          "token", Workspace::dataToken);

  private static final StubServer SERVER = new StubServer();
  private static final GuanceOpenApi API =
      GuanceOpenApi.connect(
          OpenApiSettings.builder()
              .http(HttpSettings.builder().baseUrl(SERVER.address()).maxAttempts(1).build())
              .key(() -> Secret.of("wsak_1"))
              .pacing(Pacing.of(1_000_000, 1_000_000))
              .throttledWait(Duration.ZERO)
              .build());

  @AfterContainer
  static void close() {
    API.close();
    SERVER.close();
  }

  OpenApiShapesProperties() {
    super(SERVER, API, READERS);
  }

  @Override
  protected List<String> comparable() {
    return List.of(
        "workspace",
        "workspace-created",
        "members",
        "members-nested",
        "access-key",
        "access-keys",
        "balance",
        "bill-details");
  }

  @Override
  protected String free() {
    return "nothing";
  }

  @Property(tries = 500)
  void refusal_bent_isATypedError(@ForAll("bentRefusal") String answer, @ForAll boolean inside) {
    SERVER.answer(inside ? 200 : 401, answer);
    try {
      assertThat(API.workspace()).isNotNull();
    } catch (OnboardingException e) {
      assertThat(e).isInstanceOfAny(ProtocolException.class, RemoteException.class);
    }
  }

  @Example
  void workspace_oneFieldMissingOrRetyped_keepsTheValuesOfAllOthers() {
    String document = Fixtures.read("workspace").replace("\"lockAt\":-1", "\"lockAt\":1700000000");
    SERVER.answer(200, document);
    Workspace documented = API.workspace();
    for (String field : WORKSPACE.keySet()) {
      for (String value : List.of("null", "true", "[]", "{\"a\":1}")) {
        String json =
            document.replaceFirst(
                "\"" + field + "\":(\"[^\"]*\"|\\d+)",
                "\"" + field + "\":" + Matcher.quoteReplacement(value));
        assertThat(json).isNotEqualTo(document);
        SERVER.answer(200, json);
        Workspace bent;
        try {
          bent = API.workspace();
        } catch (ProtocolException e) {
          assertThat(e).hasMessageContaining(field);
          continue;
        }
        WORKSPACE.forEach(
            (other, read) -> {
              if (!other.equals(field)) {
                assertThat(read.apply(bent)).as(json).isEqualTo(read.apply(documented));
              }
            });
      }
    }
  }

  @Provide
  Arbitrary<String> bentRefusal() {
    return Mutations.of(
        """
        {"code":401,"content":null,"errorCode":"ft.TriggerApiAkCurrentLimiting","message":"...",
        "success":false,"traceId":"1234567890123456789"}\
        """);
  }

  private static Object create(GuanceOpenApi client) {
    return client.createWorkspace(
        NewWorkspace.builder().name("acme").language(Language.ZH).keyName("sdk").build());
  }

  private static Object bills(GuanceOpenApi client) {
    LocalDate day = LocalDate.of(2026, 1, 31);
    return client.billDetails(day, day).limit(300).toList();
  }

  private static Object invite(GuanceOpenApi client) {
    client.invite(List.of("a@b.example"), List.of("general"));
    return client;
  }

  private static Optional<String> query(GuanceOpenApi client) {
    Instant end = Instant.ofEpochMilli(1_700_000_000_000L);
    return client.query(DqlQuery.hosts(end.minusSeconds(60), end)).texts("host").stream()
        .findFirst();
  }
}
