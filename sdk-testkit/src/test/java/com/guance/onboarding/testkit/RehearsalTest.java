package com.guance.onboarding.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.guance.onboarding.testkit.FakePartner.Asked;
import com.guance.onboarding.testkit.FakePartner.Reply;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@OnboardingEmulator
final class RehearsalTest {

  private final Emulator emulator;
  private final FakePartner partner = new FakePartner();

  RehearsalTest(Emulator emulator) {
    this.emulator = emulator;
    emulator.kooGallery().connect(partner.connection().build());
  }

  @AfterEach
  void close() {
    emulator.kooGallery().disconnect();
    partner.close();
  }

  @Test
  void dialTest_wellBehavedPartner_replaysAllNineOrdersWithTheTestFlag() {
    assertThat(emulator.kooGallery().dialTest()).allMatch(DialedCall::passed);

    assertThat(partner.asked()).allMatch(Asked::signed);
    assertThat(partner.asked()).allMatch(call -> call.get("testFlag").equals("1"));
    assertThat(emulator.kooGallery().dialTest().stream().map(DialedCall::orderId).distinct())
        .hasSize(9)
        .allMatch(order -> order.startsWith("MOCK"));
    assertThat(partner.asked("refreshInstance"))
        .extracting(call -> call.get("scene"))
        .containsExactly("TRIAL_TO_FORMAL", "RENEWAL", "TRIAL_TO_FORMAL", "RENEWAL");
    assertThat(emulator.rows("orders")).isEmpty();
    assertThat(emulator.rows("callbacks")).allMatch(row -> Boolean.TRUE.equals(row.get("test")));
  }

  @Test
  void dialTest_partnerFailsOnce_saysWhereAndCallsOnlyOnce() {
    partner.answers(asked -> asked.get("orderId").equals("MOCKONDEMAND"), Reply.code("000005"));

    assertThat(emulator.kooGallery().dialTest())
        .filteredOn(call -> !call.passed())
        .extracting(call -> call.orderId() + " " + call.activity() + " " + call.result())
        .containsExactly("MOCKONDEMAND newInstance 000005");
    assertThat(partner.asked("newInstance")).hasSize(5);
  }

  @Test
  void applyForCredential_anyPartner_sendsEmptyIds() {
    assertThat(emulator.kooGallery().applyForCredential()).allMatch(DialedCall::passed);

    assertThat(partner.activities())
        .containsExactly("tenantSync", "applicationSync", "allOrgSync", "authSync");
    assertThat(partner.asked())
        .allMatch(Asked::signed)
        .allMatch(call -> call.body().has("instanceId") && call.get("instanceId").isEmpty())
        .allMatch(call -> call.body().get("testFlag").intValue() == 1);
    assertThat(partner.asked("tenantSync").get(0).body().get("orderId").asText()).isEmpty();
  }

  @Test
  void dialTest_nobodyConnected_isRefused() {
    emulator.kooGallery().disconnect();

    assertThatThrownBy(() -> emulator.kooGallery().dialTest())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("NO_PARTNER");
  }
}
