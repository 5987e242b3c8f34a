package com.guance.onboarding.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.guance.onboarding.domain.OrderKey;
import com.guance.onboarding.domain.TenantId;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A member goes in as a browser would, and the robot tells what the partner's pages did. */
@OnboardingEmulator
final class MemberBrowserTest {

  private final Emulator emulator;
  private final FakePartner partner = new FakePartner();
  private final ScriptedLanding landing = new ScriptedLanding(partner);
  private OrderKey order;
  private TenantId tenant;

  MemberBrowserTest(Emulator emulator) {
    this.emulator = emulator;
  }

  @BeforeEach
  void authorize() {
    emulator.kooGallery().connect(partner.connection().build());
    order = emulator.buyer().purchase();
    tenant = emulator.buyer().createOrganization("GCY Ltd", "gcy");
    emulator.buyer().addMember(tenant, "Wendy");
    emulator.buyer().addMember(tenant, "Mallory");
    emulator.buyer().bind(order, tenant);
    emulator.buyer().authorize(order, "Wendy");
  }

  @AfterEach
  void close() {
    emulator.kooGallery().disconnect();
    partner.close();
  }

  private JsonNode signIn(Map<String, String> body) {
    return new Client(emulator.baseUri().resolve(ControlRoutes.BASE))
        .post("/buyer/sign-in", body)
        .json();
  }

  @Test
  void signIn_overTheLandingPage_endsBehindTheFormWithoutTheCode() {
    JsonNode answer = signIn(Map.of());

    assertThat(landing.arrived()).containsOnlyKeys("code", "tenant");
    assertThat(landing.arrived()).containsEntry("tenant", tenant.value());
    assertThat(landing.steps())
        .containsExactly("landed", "pressed {csrf=t&1} with session=s1", "in with session=s2");
    assertThat(answer.at("/signInName").asText()).isEqualTo("Wendy@gcy");
    assertThat(answer.at("/landing/status").asInt()).isEqualTo(200);
    assertThat(answer.at("/landing/asked").asBoolean()).isTrue();
    assertThat(answer.at("/landing/signedIn").asBoolean()).isTrue();
    assertThat(emulator.rows("members").get(0)).containsEntry("mustChangePassword", false);
  }

  @Test
  void signIn_landingRefuses_isTold() {
    landing.refuses(403);

    JsonNode answer = signIn(Map.of());

    assertThat(landing.steps()).containsExactly("landed");
    assertThat(answer.at("/landing/status").asInt()).isEqualTo(403);
    assertThat(answer.at("/landing/signedIn").asBoolean()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<p>You are signing in as Mallory@gcy</p><form method=post action=/sign-in></form>",
        "<p>Wendy@gcy is in</p>",
        "<p>Wendy@gcy</p><form action=/sign-in><button>Go</button></form>"
      })
  void signIn_pageThatDoesNotAsk_isNotGoneOnFrom(String html) {
    landing.shows(html);

    JsonNode answer = signIn(Map.of());

    assertThat(landing.steps()).containsExactly("landed");
    assertThat(answer.at("/landing/asked").asBoolean()).isFalse();
    assertThat(answer.at("/landing/signedIn").asBoolean()).isFalse();
  }

  @Test
  void signIn_formThatGoesElsewhere_isNotSent() {
    landing.shows(
        "<p>Wendy@gcy</p><form method=post action='http://127.0.0.1:1/x'>"
            + "<input type=hidden name=a value=b></form>");

    assertThat(signIn(Map.of()).at("/landing/signedIn").asBoolean()).isFalse();
    assertThat(landing.steps()).containsExactly("landed");
  }

  @Test
  void signIn_addressWithTheCodeAfterwards_isNoSignIn() {
    landing.leadsTo("/welcome?code=x");

    assertThat(signIn(Map.of()).at("/landing/signedIn").asBoolean()).isFalse();
    assertThat(landing.steps()).hasSize(2);
  }

  @Test
  void signIn_memberWithoutPermission_isRefusedByTheConsole() {
    assertThat(signIn(Map.of("account", "Mallory")).at("/error/code").asText())
        .isEqualTo("NOT_AUTHORIZED");
    assertThat(landing.steps()).isEmpty();
  }

  @Test
  void signIn_nobodyConnected_hasNoLanding() {
    emulator.kooGallery().disconnect();

    JsonNode answer = signIn(Map.of());

    assertThat(answer.at("/signInName").asText()).isEqualTo("Wendy@gcy");
    assertThat(answer.at("/landing").isNull()).isTrue();
    assertThat(landing.steps()).isEmpty();
  }
}
