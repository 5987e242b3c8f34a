package com.guance.onboarding.billing.openapi;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.junit5.WireMockRuntimeInfo;
import com.github.tomakehurst.wiremock.junit5.WireMockTest;
import com.guance.onboarding.billing.api.Fixtures;
import com.guance.onboarding.domain.Language;
import com.guance.onboarding.domain.Problem;
import com.guance.onboarding.domain.Problem.Mender;
import com.guance.onboarding.domain.Secret;
import com.guance.onboarding.domain.WorkspaceId;
import com.guance.onboarding.spi.WorkspaceFinding;
import com.guance.onboarding.spi.WorkspaceFinding.Aspect;
import com.guance.onboarding.spi.WorkspaceFinding.Result;
import com.guance.onboarding.transport.HttpSettings;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@WireMockTest
final class WorkspaceVerificationTest {

  private static final WorkspaceId ID = new WorkspaceId("wksp_00000000000000000000000000000003");
  private static final WorkspaceExpectation EXPECTED =
      WorkspaceExpectation.builder()
          .workspace(ID)
          .language(Language.ZH)
          .owner("Wendy@example.com")
          .build();

  private static List<WorkspaceFinding> verify(
      WireMockRuntimeInfo guance, String workspace, WorkspaceExpectation expected) {
    WireMock.stubFor(any(urlPathEqualTo("/api/v1/workspace/get")).willReturn(okJson(workspace)));
    WireMock.stubFor(
        any(urlPathEqualTo("/api/v1/workspace/members/list"))
            .willReturn(okJson(Fixtures.read("members"))));
    return verify(guance, expected);
  }

  private static List<WorkspaceFinding> verify(
      WireMockRuntimeInfo guance, WorkspaceExpectation expected) {
    OpenApiSettings settings =
        OpenApiSettings.builder()
            .http(HttpSettings.builder().baseUrl(URI.create(guance.getHttpBaseUrl())).build())
            .key(() -> Secret.of("wsak_1"))
            .build();
    try (GuanceOpenApi api = GuanceOpenApi.connect(settings)) {
      return WorkspaceVerification.of(api).verify(expected);
    }
  }

  @Test
  void verify_everythingAsItShouldBe_isProven(WireMockRuntimeInfo guance) {
    assertThat(verify(guance, Fixtures.read("workspace"), EXPECTED))
        .hasSize(Aspect.values().length - 1)
        .allSatisfy(finding -> assertThat(finding.result()).isEqualTo(Result.PROVEN));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"versionType\":\"pay\"|\"versionType\":\"free\"|PLAN|FREE_PLAN|owner upgrades it",
        "\"billingState\":\"normal\"|\"billingState\":\"free\"|BILLS|NOT_BILLED|owner binds it",
        "\"isLocked\":0|\"isLocked\":1|LOCK|LOCKED|owner unlocks it",
        "\"language\":\"zh\"|\"language\":\"en\"|LANGUAGE|OTHER_LANGUAGE|owner looks into",
        "wksp_00000000000000000000000000000003|wksp_4|WORKSPACE|OTHER_WORKSPACE|key of the workspace wksp_"
      })
  void verify_oneThingOtherwise_saysWhatAndWhoCanMendIt(
      String as, String is, Aspect aspect, String code, String remedy, WireMockRuntimeInfo guance) {
    List<WorkspaceFinding> wrong =
        verify(guance, Fixtures.read("workspace").replace(as, is), EXPECTED).stream()
            .filter(finding -> finding.result() != Result.PROVEN)
            .toList();
    assertThat(wrong).singleElement().extracting(WorkspaceFinding::aspect).isEqualTo(aspect);
    Problem problem = wrong.get(0).problem().orElseThrow();
    assertThat(problem.code()).isEqualTo(code);
    assertThat(problem.mender()).isEqualTo(Mender.BUYER);
    assertThat(problem.remedy()).contains(remedy);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"versionType\":\"pay\"|\"versionType\":\"trial\"|PLAN",
        "\"billingState\":\"normal\"|\"billingState\":\"arrears\"|BILLS",
        "\"isLocked\":0|\"x\":0|LOCK",
        "\"language\":\"zh\"|\"language\":\"ja\"|LANGUAGE"
      })
  void verify_oneThingUnsaid_isUnverified(
      String as, String is, Aspect aspect, WireMockRuntimeInfo guance) {
    assertThat(verify(guance, Fixtures.read("workspace").replace(as, is), EXPECTED))
        .filteredOn(finding -> finding.result() == Result.UNVERIFIED)
        .singleElement()
        .extracting(WorkspaceFinding::aspect)
        .isEqualTo(aspect);
  }

  @Test
  void verify_lockedWorkspace_saysSinceWhen(WireMockRuntimeInfo guance) {
    String locked =
        Fixtures.read("workspace")
            .replace("\"isLocked\":0", "\"isLocked\":1")
            .replace("\"lockAt\":-1", "\"lockAt\":1700000000");
    assertThat(verify(guance, locked, EXPECTED))
        .filteredOn(finding -> finding.result() == Result.WRONG)
        .singleElement()
        .extracting(WorkspaceFinding::since)
        .isEqualTo(Optional.of(Instant.ofEpochSecond(1_700_000_000)));
  }

  @Test
  void verify_otherOwner_saysSoWithoutNamingAnybody(WireMockRuntimeInfo guance) {
    WorkspaceExpectation expected =
        WorkspaceExpectation.builder().from(EXPECTED).owner("tom@example.com").build();
    List<WorkspaceFinding> findings = verify(guance, Fixtures.read("workspace"), expected);
    assertThat(findings)
        .filteredOn(finding -> finding.result() == Result.WRONG)
        .singleElement()
        .satisfies(
            finding -> {
              Problem problem = finding.problem().orElseThrow();
              assertThat(finding.aspect()).isEqualTo(Aspect.OWNER);
              assertThat(problem.mender()).isEqualTo(Mender.BUYER);
              assertThat(problem.remedy()).contains("Ask its present owner");
            });
    assertThat(findings.toString()).doesNotContain("tom@", "wendy@");
    assertThat(expected.toString()).doesNotContain("tom@");
  }

  @Test
  void verify_keyOfAnotherSite_isOneFinding(WireMockRuntimeInfo guance) {
    WireMock.stubFor(
        any(urlPathEqualTo("/api/v1/workspace/get"))
            .willReturn(
                aResponse()
                    .withStatus(403)
                    .withBody("{\"code\":403,\"errorCode\":\"ft.InvalidAPIKey\"}")));
    assertThat(verify(guance, EXPECTED))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.aspect()).isEqualTo(Aspect.KEY_AND_SITE);
              assertThat(finding.problem().map(Problem::code))
                  .isEqualTo(Optional.of("ft.InvalidAPIKey"));
              assertThat(finding.problem().map(Problem::mender)).contains(Mender.BUYER);
            });
  }
}
