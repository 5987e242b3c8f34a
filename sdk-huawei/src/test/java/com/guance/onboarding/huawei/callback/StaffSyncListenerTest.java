package com.guance.onboarding.huawei.callback;

import static org.assertj.core.api.Assertions.assertThat;

import com.guance.onboarding.domain.InstanceId;
import com.guance.onboarding.domain.Secret;
import com.guance.onboarding.domain.TenantId;
import com.guance.onboarding.huawei.callback.SyncEvent.AllOrgSync;
import com.guance.onboarding.huawei.callback.SyncEvent.AuthSync;
import com.guance.onboarding.huawei.callback.SyncEvent.Department;
import com.guance.onboarding.huawei.callback.SyncEvent.SingleOrgSync;
import com.guance.onboarding.spi.OutboxRow;
import com.guance.onboarding.spi.Sealer;
import com.guance.onboarding.store.AesGcmSealer;
import com.guance.onboarding.store.InMemoryStore;
import com.guance.onboarding.store.KeyRing;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Lists of staff reach the partner through the outbox, and stay nowhere else. */
class StaffSyncListenerTest {

  private static final String T1 = "20260101080000000";
  private static final String T2 = "20260101090000000";
  private static final Sealer SEALER =
      AesGcmSealer.of(KeyRing.parse(Secret.of("k1:b2xkb2xkb2xkb2xkb2xkb2xkb2xkb2xkb2xkb2xkb2w=")));

  private final InMemoryStore store = InMemoryStore.create();
  private final Partner partner = new Partner();
  private final HandlerFixture koo =
      new HandlerFixture(
          store,
          new PartnerDecisions() {},
          settings -> settings,
          flow -> flow.sealer(SEALER).staffListener(partner));

  @AfterEach
  void close() {
    koo.close();
  }

  /** A partner who writes down what he is told, and may be out of order. */
  private static final class Partner implements StaffSyncListener {
    final List<String> ids = new ArrayList<>();
    final List<SyncEvent> events = new ArrayList<>();
    int failures;

    private void take(String eventId, SyncEvent event) {
      if (failures-- > 0) {
        throw new IllegalStateException("the partner's directory is down");
      }
      ids.add(eventId);
      events.add(event);
    }

    @Override
    public void members(String eventId, AuthSync sync) {
      take(eventId, sync);
    }

    @Override
    public void department(String eventId, SingleOrgSync sync) {
      take(eventId, sync);
    }

    @Override
    public void departments(String eventId, AllOrgSync sync) {
      take(eventId, sync);
    }
  }

  private List<OutboxRow> undelivered() {
    return store.outbox(100);
  }

  @Test
  void authSync_members_areToldWithAllThatWasSaidAndThenDeleted() {
    koo.answer(koo.newInstance("b-1"));
    String user =
        "{'userName':'alice','name':'Alice 王','orgCode':'d-1','position':'cto','employeeCode':'7',"
            + "'employeeType':4,'role':'admin','enable':'false','mobile':'13800138000',"
            + "'email':'alice@example.com','workPlace':'Beijing','entryDate':'2020-01-01'}";
    koo.answer(
        koo.sync(
            "authSync",
            "{'appId':'app-1','currentSyncTime':'"
                + T1
                + "','flag':1,'instanceId':'b-1','tenantId':'tenant-1','testFlag':0,'timeStamp':'"
                + T2
                + "','userList':["
                + user
                + "]}"));

    assertThat(partner.events).as("not on KooGallery's time").isEmpty();
    assertThat(undelivered()).hasSize(1);
    koo.flow.resumeDue(10);

    AuthSync told = (AuthSync) partner.events.get(0);
    assertThat(told.subject().instance()).contains(new InstanceId("b-1"));
    assertThat(told.subject().tenant()).contains(new TenantId("tenant-1"));
    assertThat(told.subject().at()).isEqualTo(Instant.parse("2026-01-01T00:00:00Z"));
    assertThat(told.flag()).isEqualTo(SyncFlag.ADD);
    assertThat(told.members())
        .containsExactly(
            SyncedMember.builder()
                .userName("alice")
                .name("Alice 王")
                .orgCode("d-1")
                .position("cto")
                .employeeCode("7")
                .employment(SyncedMember.Employment.OUTSOURCED)
                .role(SyncedMember.Role.ADMIN)
                .enabled(false)
                .mobile("13800138000")
                .email("alice@example.com")
                .workPlace("Beijing")
                .entryDate("2020-01-01")
                .build());
    assertThat(undelivered()).isEmpty();
    koo.flow.resumeDue(10);
    assertThat(partner.events).hasSize(1);
  }

  @Test
  void departments_oneOrAll_areTold() {
    koo.answer(koo.newInstance("b-1"));
    koo.answer(koo.allOrgSync("b-1", T1));
    koo.answer(
        koo.sync(
            "singleOrgSync",
            "{'flag':2,'instanceId':'b-1','orgCode':'d-2','orgName':'R&D','parentCode':'d-1',"
                + "'tenantId':'tenant-1','testFlag':0,'timeStamp':'"
                + T1
                + "'}"));

    koo.flow.resumeDue(10);

    AllOrgSync all = (AllOrgSync) partner.events.get(0);
    assertThat(all.departments()).containsExactly(new Department("d-1", "Acme", Optional.empty()));
    SingleOrgSync one = (SingleOrgSync) partner.events.get(1);
    assertThat(one.flag()).isEqualTo(SyncFlag.MODIFY);
    assertThat(one.department()).isEqualTo(new Department("d-2", "R&D", Optional.of("d-1")));
  }

  @Test
  void departments_severalOfOneMoment_areAllTold() {
    koo.answer(koo.newInstance("b-1"));
    for (String code : List.of("d-1", "d-2", "d-3")) {
      koo.answer(
          koo.sync(
              "singleOrgSync",
              "{'flag':1,'instanceId':'b-1','orgCode':'"
                  + code
                  + "','orgName':'n','tenantId':'tenant-1','testFlag':0,'timeStamp':'"
                  + T1
                  + "'}"));
    }

    koo.flow.resumeDue(10);

    assertThat(partner.events)
        .extracting(event -> ((SingleOrgSync) event).department().code())
        .containsExactly("d-1", "d-2", "d-3");
  }

  @Test
  void listener_failsTwice_answersAreSuccessesAndItIsToldAgain() {
    partner.failures = 2;
    koo.answer(koo.newInstance("b-1"));

    assertThat(koo.code(koo.authSync("b-1", 1, T1))).isEqualTo("000000");
    koo.flow.resumeDue(10);
    assertThat(undelivered()).hasSize(1);
    assertThat(koo.code(koo.tenantSync("b-1", 1, T1))).isEqualTo("000000");
    koo.flow.resumeDue(10);
    assertThat(partner.events).isEmpty();
    koo.flow.resumeDue(10);

    assertThat(partner.events).hasSize(1);
    assertThat(undelivered()).isEmpty();
  }

  @Test
  void list_sentAgainUnderANewNonce_hasTheSameEventId() {
    koo.answer(koo.newInstance("b-1"));
    koo.answer(koo.authSync("b-1", 1, T1));
    koo.answer(koo.authSync("b-1", 1, T1));
    assertThat(undelivered()).as("not yet taken, so it is there already").hasSize(1);
    koo.flow.resumeDue(10);
    koo.answer(koo.authSync("b-1", 1, T1));
    koo.answer(koo.authSync("b-1", 3, T2));
    koo.flow.resumeDue(10);

    assertThat(partner.ids).hasSize(3);
    assertThat(partner.ids.get(1)).isEqualTo(partner.ids.get(0));
    assertThat(partner.ids.get(2)).isNotEqualTo(partner.ids.get(0));
  }

  @Test
  void list_beforeThePurchase_isToldOnce() {
    koo.answer(koo.authSync("b-1", 1, T1));
    koo.answer(koo.newInstance("b-1"));

    koo.flow.resumeDue(10);

    assertThat(partner.events).hasSize(1);
  }

  @Test
  void rehearsal_isNotTold() {
    koo.answer(
        koo.sync(
            "authSync",
            "{'appId':'a','flag':1,'instanceId':'i','tenantId':'t','testFlag':1,'timeStamp':'"
                + T1
                + "','userList':[{'userName':'alice'}]}"));

    assertThat(undelivered()).isEmpty();
  }

  @Test
  void list_waitingInTheStore_isSealed() {
    koo.answer(koo.newInstance("b-1"));
    koo.answer(koo.authSync("b-1", 1, T1));

    assertThat(undelivered())
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row.body()).contains("s1.k1.").doesNotContainIgnoringCase("alice");
              assertThat(row.eventId()).doesNotContainIgnoringCase("alice");
            });
  }

  @Test
  void list_noListener_isNotStored() {
    InMemoryStore plain = InMemoryStore.create();
    try (HandlerFixture other =
        new HandlerFixture(plain, new PartnerDecisions() {}, one -> one, flow -> flow)) {
      other.answer(other.newInstance("b-1"));
      other.answer(other.authSync("b-1", 1, T1));

      assertThat(plain.outbox(10)).isEmpty();
    }
  }

  @Test
  void list_aNodeWithoutTheListener_leavesItToOneThatHasIt() {
    koo.answer(koo.newInstance("b-1"));
    koo.answer(koo.authSync("b-1", 1, T1));
    try (HandlerFixture other =
        new HandlerFixture(
            store,
            new PartnerDecisions() {},
            one -> one,
            flow -> flow.sealer(SEALER).subscriptionListener((id, onboarding, now) -> {}))) {
      other.flow.resumeDue(10);

      assertThat(undelivered()).hasSize(1);
    }
  }

  @Test
  void lists_refusedByTheHundred_doNotKeepOthersFromTheirEvents() {
    partner.failures = Integer.MAX_VALUE;
    List<String> changes = new ArrayList<>();
    try (HandlerFixture both =
        new HandlerFixture(
            InMemoryStore.create(),
            new PartnerDecisions() {},
            one -> one,
            flow ->
                flow.staffListener(partner)
                    .subscriptionListener((id, onboarding, now) -> changes.add(id)))) {
      both.answer(both.newInstance("b-1"));
      for (int i = 0; i < 250; i++) {
        both.answer(
            both.authSync("b-1", 1, String.format("2026010108%02d%02d000", i / 60, i % 60)));
      }
      both.answer(both.status("b-1", "FREEZE"));

      for (int i = 0; i < 100 && changes.isEmpty(); i++) {
        both.flow.resumeDue(10); // each ends after a few refusals, the next goes on from there
      }

      assertThat(changes).hasSize(1);
    }
  }
}
