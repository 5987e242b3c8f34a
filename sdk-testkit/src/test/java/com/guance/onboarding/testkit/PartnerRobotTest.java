package com.guance.onboarding.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.guance.onboarding.domain.OrderKey;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@OnboardingEmulator
final class PartnerRobotTest {

  private final Emulator emulator;
  private final FakePartner partner = new FakePartner();
  private final ScriptedPages pages = new ScriptedPages(partner);

  PartnerRobotTest(Emulator emulator) {
    this.emulator = emulator;
    emulator.kooGallery().connect(partner.connection().playBuyer(true).build());
  }

  @AfterEach
  void close() {
    emulator.kooGallery().disconnect();
    partner.close();
  }

  private boolean bound() {
    return partner.activities().contains("authSync");
  }

  @Test
  void purchase_overHttp_leadsToTheEndWithNobodyElseActing() {
    Client client = new Client(emulator.baseUri().resolve(ControlRoutes.BASE));

    client.post("/buyer/purchase", Map.of());
    Eventually.holds("completed", pages::completed);

    assertThat(partner.activities())
        .containsSubsequence("newInstance", "tenantSync", "applicationSync", "authSync");
    assertThat(pages.answered()).containsExactly("details", "code", "password");
    assertThat(pages.value("details", "billing.userName")).isEqualTo("gcy-wendy");
    assertThat(pages.value("password", "password")).isNotBlank();
    assertThat(emulator.rows("members").get(0)).containsEntry("account", "Wendy");
  }

  @Test
  void purchase_completed_endsWithTheMemberInside() {
    ScriptedLanding landing = new ScriptedLanding(partner);

    emulator.buyer().purchase();
    Eventually.holds(
        "inside",
        () -> landing.steps().contains("in with session=s2"),
        () -> landing.steps() + " " + pages.answered());

    assertThat(pages.completed()).isTrue();
    assertThat(landing.steps()).first().isEqualTo("landed");
  }

  @Test
  void code_fromTheMail_isTypedIntoThePartnersPage() {
    pages.beforeCode(
        () ->
            new Client(emulator.billingCenterUri().resolve(BillingRoutes.BASE))
                .post(
                    "/verification-codes",
                    Map.of(
                        "purpose", "REGISTER",
                        "email", "wendy@example.com",
                        "externalReference", "ref-1")));

    emulator.buyer().purchase();
    Eventually.holds("completed", pages::completed);

    assertThat(pages.value("code", "code"))
        .isEqualTo(emulator.mail().code("wendy@example.com").orElseThrow().reveal());
  }

  @Test
  void purchase_partnerWithoutPages_isStillBoundAndAuthorized() {
    pages.gone();

    emulator.buyer().purchase();
    Eventually.holds("authorized", this::bound);

    assertThat(emulator.rows("organizations")).hasSize(1);
  }

  @Test
  void purchase_twice_takesASecondOrganization() {
    pages.gone();

    emulator.buyer().purchase();
    Eventually.holds("authorized", this::bound);
    emulator.buyer().purchase();
    Eventually.holds("both", () -> partner.asked("authSync").size() == 2);

    assertThat(emulator.rows("organizations")).hasSize(2);
  }

  @Test
  void purchase_partnerDown_waitsForTheInstance() {
    partner.answers(asked -> FakePartner.Reply.status(500));

    OrderKey order = emulator.buyer().purchase();

    assertThat(emulator.rows("organizations")).isEmpty();
    assertThat(emulator.rows("orders"))
        .singleElement()
        .satisfies(row -> assertThat(row).containsEntry("orderId", order.orderId()));
  }

  @Test
  void close_whileTheRobotPlays_leavesNoRobotBehind() {
    pages.gone();
    try (FakePartner other = new FakePartner()) {
      Emulator second =
          Emulator.start(
              EmulatorSettings.builder()
                  .partner(other.connection().playBuyer(true).build())
                  .build());
      int before = robots().size();
      second.buyer().purchase();
      Eventually.holds("playing", () -> other.activities().contains("tenantSync"));

      second.close();

      Eventually.holds("ended", () -> robots().size() <= before);
    }
  }

  private static List<Thread> robots() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().equals("onboarding-emulator-robot"))
        .filter(Thread::isAlive)
        .toList();
  }
}
