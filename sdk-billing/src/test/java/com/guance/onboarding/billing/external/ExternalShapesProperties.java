package com.guance.onboarding.billing.external;

import static org.assertj.core.api.Assertions.assertThat;

import com.guance.onboarding.billing.api.Fixtures;
import com.guance.onboarding.billing.api.Mutations;
import com.guance.onboarding.billing.api.StubServer;
import com.guance.onboarding.domain.Language;
import com.guance.onboarding.domain.Secret;
import com.guance.onboarding.domain.WorkspaceId;
import com.guance.onboarding.error.OnboardingException;
import com.guance.onboarding.error.ProtocolException;
import com.guance.onboarding.error.RemoteException;
import com.guance.onboarding.transport.HttpSettings;
import com.guance.onboarding.transport.TransportRuntime;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.lifecycle.AfterContainer;

/** Every documented answer, bent: it is decoded, or refused with a type and Guance's trace id. */
final class ExternalShapesProperties {

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
      Map.of(
          "accounts", api -> api.accounts().limit(300).toList(),
          "account",
              api -> api.addAccount(NewDeployedAccount.builder().userName("w").name("w").build()),
          "deployed-workspace",
              api ->
                  api.createWorkspace(
                      new NewDeployedWorkspace(
                          "a", "acnt_1", Language.EN, WorkspaceOptions.none())),
          "deployed-workspaces", api -> api.workspaces().limit(300).toList(),
          "access-key", api -> api.addAccessKey(ID, "sdk"),
          "datakits", api -> api.dataKits(ID, false).limit(300).toList());

  @AfterContainer
  static void close() {
    API.close();
    SERVER.close();
  }

  @Property(tries = 1000)
  void answer_bent_isDecodedOrATypedErrorWithTheTraceId(
      @ForAll("bent") Tuple.Tuple2<String, String> answer) {
    SERVER.answer(200, answer.get2());
    try {
      Object value = Objects.requireNonNull(READERS.get(answer.get1())).apply(API);
      assertThat(value).isNotNull();
    } catch (OnboardingException e) {
      assertThat(e).isInstanceOfAny(ProtocolException.class, RemoteException.class);
      assertThat(e.getMessage()).doesNotContain("wendy").doesNotContain("example.com");
      if (answer.get2().contains("\"traceId\":\"TRACE-")) {
        assertThat(e.getMessage()).contains("request TRACE-");
      }
    }
  }

  @Provide
  Arbitrary<Tuple.Tuple2<String, String>> bent() {
    return Arbitraries.of(READERS.keySet())
        .flatMap(name -> Mutations.of(Fixtures.read(name)).map(json -> Tuple.of(name, json)));
  }
}
