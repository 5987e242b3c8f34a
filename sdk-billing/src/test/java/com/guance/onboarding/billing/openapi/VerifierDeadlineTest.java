package com.guance.onboarding.billing.openapi;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.stubbing.Scenario.STARTED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import com.guance.onboarding.billing.SiteHosts;
import com.guance.onboarding.billing.Sites;
import com.guance.onboarding.billing.api.Fixtures;
import com.guance.onboarding.domain.Secret;
import com.guance.onboarding.domain.Site;
import com.guance.onboarding.error.RateLimitedException;
import com.guance.onboarding.error.TransportException;
import com.guance.onboarding.spi.WorkspaceFinding;
import com.guance.onboarding.spi.WorkspaceFinding.Aspect;
import com.guance.onboarding.spi.WorkspaceFinding.Result;
import com.guance.onboarding.spi.WorkspaceVerifier.Expected;
import com.guance.onboarding.spi.WorkspaceVerifier.Seen;
import com.guance.onboarding.transport.TransportRuntime;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** All that one look asks ends in time: the workspace, the pages of members, the token. */
final class VerifierDeadlineTest {

  private static final Secret KEY = Secret.of("wsak_1");
  private static final Duration STEP = Duration.ofSeconds(10);

  @RegisterExtension final WireMockExtension guance = WireMockExtension.newInstance().build();

  private final VirtualTime time = new VirtualTime(1);
  private final long begin = time.millis();

  private OpenApiVerifier verifier() {
    SiteHosts hosts =
        SiteHosts.builder()
            .site(new Site("cn4"))
            .openApi(URI.create(guance.baseUrl()))
            .openway(URI.create(guance.baseUrl()))
            .build();
    return OpenApiVerifier.of(
        VerifierSettings.builder()
            .sites(Sites.documented().with(hosts))
            .http(http -> http.attemptTimeout(Duration.ofSeconds(1)))
            .build(),
        TransportRuntime.builder().clock(time).sleeper(time).build());
  }

  private static Expected expected(Optional<String> owner) {
    return new Expected(new Site("cn4"), Optional.empty(), Optional.empty(), owner);
  }

  /** Throttles once, for seven seconds, then answers. */
  private void throttlesOnce(String path, String answer) {
    guance.stubFor(
        any(urlPathEqualTo(path))
            .inScenario(path)
            .whenScenarioStateIs(STARTED)
            .willReturn(aResponse().withStatus(429).withHeader("Retry-After", "7"))
            .willSetStateTo("open"));
    guance.stubFor(
        any(urlPathEqualTo(path))
            .inScenario(path)
            .whenScenarioStateIs("open")
            .willReturn(okJson(answer)));
  }

  @Test
  void verify_theWorkspaceTakesMostOfTheTime_doesNotWaitForTheMembersToo() {
    throttlesOnce("/api/v1/workspace/get", Fixtures.read("workspace"));
    throttlesOnce("/api/v1/workspace/members/list", Fixtures.read("members"));

    assertThatThrownBy(
            () -> verifier().within(STEP).verify(expected(Optional.of("wendy@example.com")), KEY))
        .isInstanceOf(RateLimitedException.class);

    assertThat(time.millis() - begin).isEqualTo(7_000);
  }

  @Test
  void verify_theWorkspaceTakesMostOfTheTime_saysThatTheTokenIsUnverified() {
    throttlesOnce("/api/v1/workspace/get", Fixtures.read("workspace"));
    guance.stubFor(
        any(anyUrl())
            .atPriority(9)
            .willReturn(aResponse().withStatus(429).withHeader("Retry-After", "7")));

    Seen seen = verifier().within(STEP).verify(expected(Optional.empty()), KEY);

    assertThat(seen.findings())
        .filteredOn(finding -> finding.aspect() == Aspect.TOKEN)
        .singleElement()
        .extracting(WorkspaceFinding::result)
        .isEqualTo(Result.UNVERIFIED);
    assertThat(time.millis() - begin).isEqualTo(7_000);
  }

  @Test
  void verify_withoutABoundOfTheFlow_keepsToItsOwnDeadline() {
    guance.stubFor(
        any(anyUrl()).willReturn(aResponse().withStatus(429).withHeader("Retry-After", "7")));

    assertThatThrownBy(() -> verifier().verify(expected(Optional.empty()), KEY))
        .isInstanceOf(RateLimitedException.class);

    assertThat(time.millis() - begin).isLessThanOrEqualTo(20_000);
  }

  @Test
  void firstHost_noTimeIsLeft_sendsNothing() {
    assertThatThrownBy(
            () -> verifier().within(Duration.ZERO).firstHost(expected(Optional.empty()), KEY))
        .isInstanceOf(TransportException.class)
        .hasMessageContaining("no time left");
    guance.verify(0, anyRequestedFor(anyUrl()));
  }
}
