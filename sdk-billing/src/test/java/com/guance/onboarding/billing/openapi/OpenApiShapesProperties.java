package com.guance.onboarding.billing.openapi;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.lifecycle.AfterContainer;

/** Every documented answer, bent: it is decoded, or refused with a type and Guance's trace id. */
final class OpenApiShapesProperties {

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

  @Property(tries = 2000)
  void answer_bent_isDecodedOrATypedErrorWithTheTraceId(
      @ForAll("bent") Tuple.Tuple2<String, String> answer) {
    readsOrRefuses(answer.get1(), answer.get2());
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
  void answer_eachFieldMissingRetypedOrAdded_isDecodedOrATypedErrorWithTheTraceId() {
    for (String name : READERS.keySet()) {
      Mutations.each(Fixtures.read(name)).forEach(json -> readsOrRefuses(name, json));
    }
  }

  @Example
  void answer_fieldAdded_isDecodedToTheSameValues() {
    for (String name :
        List.of(
            "workspace",
            "workspace-created",
            "members",
            "members-nested",
            "access-key",
            "access-keys",
            "balance",
            "bill-details")) {
      SERVER.answer(200, Fixtures.read(name));
      Object documented = Objects.requireNonNull(READERS.get(name)).apply(API);
      for (String json : Mutations.added(Fixtures.read(name))) {
        SERVER.answer(200, json);
        assertThat(Objects.requireNonNull(READERS.get(name)).apply(API))
            .as(json)
            .usingRecursiveComparison()
            .isEqualTo(documented);
      }
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

  private static void readsOrRefuses(String name, String json) {
    SERVER.answer(200, json);
    try {
      Object value = Objects.requireNonNull(READERS.get(name)).apply(API);
      assertThat(value).isNotNull();
    } catch (OnboardingException e) {
      assertThat(e).isInstanceOfAny(ProtocolException.class, RemoteException.class);
      assertThat(e.getMessage()).doesNotContain("acme").doesNotContain("example.com");
      if (json.contains("\"traceId\":\"TRACE-")) {
        assertThat(e.getMessage()).contains("request TRACE-");
      }
    }
  }

  @Provide
  Arbitrary<Tuple.Tuple2<String, String>> bent() {
    return Arbitraries.of(READERS.keySet())
        .flatMap(name -> Mutations.of(Fixtures.read(name)).map(json -> Tuple.of(name, json)));
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
