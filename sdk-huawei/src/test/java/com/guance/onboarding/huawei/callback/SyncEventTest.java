package com.guance.onboarding.huawei.callback;

import static org.assertj.core.api.Assertions.assertThat;

import com.guance.onboarding.domain.AppId;
import com.guance.onboarding.domain.InstanceId;
import com.guance.onboarding.domain.TenantId;
import com.guance.onboarding.huawei.callback.SyncEvent.AllOrgSync;
import com.guance.onboarding.huawei.callback.SyncEvent.ApplicationSync;
import com.guance.onboarding.huawei.callback.SyncEvent.AuthSync;
import com.guance.onboarding.huawei.callback.SyncEvent.Department;
import com.guance.onboarding.huawei.callback.SyncEvent.SingleOrgSync;
import com.guance.onboarding.huawei.callback.SyncEvent.TenantSync;
import com.guance.onboarding.huawei.callback.SyncedMember.Employment;
import com.guance.onboarding.huawei.callback.SyncedMember.Role;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the synchronization interface may send, as the contract and its examples have it. */
class SyncEventTest {

  private static final String COMMON =
      "'instanceId':'inst-1','tenantId':'tenant-1','testFlag':0,'timeStamp':'20260101080000000'";

  @Test
  void decode_tenantSync_readsTheOrganizationAndBeijingTime() {
    TenantSync event =
        sync(
            TenantSync.class,
            "tenantSync",
            "{'domainName':'https://acme.idp.example','flag':1,'name':'Acme 测试','orderId':'CS1',"
                + "'tenantCode':'acme',"
                + COMMON
                + "}");

    assertThat(event.subject().instance()).contains(new InstanceId("inst-1"));
    assertThat(event.subject().tenant()).contains(new TenantId("tenant-1"));
    assertThat(event.subject().at()).isEqualTo(Instant.parse("2026-01-01T00:00:00Z"));
    assertThat(event.flag()).isEqualTo(SyncFlag.ADD);
    assertThat(event.orderId()).contains("CS1");
    assertThat(event.organization().code()).isEqualTo("acme");
    assertThat(event.organization().name()).isEqualTo("Acme 测试");
    assertThat(event.organization().domain()).isEqualTo("https://acme.idp.example");
    assertThat(event.toString()).doesNotContain("Acme");
  }

  @Test
  void decode_idsAreEmptyWhileASellerApplies_areAbsent() {
    TenantSync event =
        sync(
            TenantSync.class,
            "tenantSync",
            "{'domainName':'x','flag':'1','instanceId':'','name':'n','orderId':'','tenantCode':'t',"
                + "'tenantId':'tenant-1','testFlag':'1','timeStamp':''}");

    assertThat(event.subject().instance()).isEmpty();
    assertThat(event.orderId()).isEmpty();
    assertThat(event.test()).isTrue();
    assertThat(event.subject().at()).isEqualTo(Signing.NOW);
  }

  @Test
  void decode_applicationSync_keepsTheSecretOutOfItsText() {
    ApplicationSync event =
        sync(
            ApplicationSync.class,
            "applicationSync",
            "{'appId':'app-1','clientId':'cid','clientSecret':'Q0FOQVJZ','flag':1," + COMMON + "}");

    assertThat(event.subject().app()).contains(new AppId("app-1"));
    assertThat(event.clientId()).isEqualTo("cid");
    assertThat(event.clientSecret()).contains("Q0FOQVJZ");
    assertThat(event.toString()).contains("cid").doesNotContain("Q0FOQVJZ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[{'userName':'alice','name':'Alice','role':'admin','enable':'true','employeeType':2}]",
        "'[{\\'userName\\':\\'alice\\',\\'name\\':\\'Alice\\',\\'role\\':\\'admin\\',\\'enable\\':true,\\'employeeType\\':\\'2\\'}]'",
        "[{' userName':'alice','Name':'Alice','role':'ADMIN','new':[1],'employeeType':2},null,'x']"
      })
  void decode_authSync_takesListsAndTextsThatHoldOne(String users) {
    AuthSync event =
        sync(
            AuthSync.class,
            "authSync",
            "{'appId':'app-1','currentSyncTime':'20260101090000000','flag':1,'userList':"
                + users
                + ","
                + COMMON
                + "}");

    assertThat(event.members()).hasSize(1);
    SyncedMember member = event.members().get(0);
    assertThat(member.userName()).isEqualTo("alice");
    assertThat(member.name()).contains("Alice");
    assertThat(member.role()).isEqualTo(Role.ADMIN);
    assertThat(member.employment()).isEqualTo(Employment.INTERN);
    assertThat(member.enabled()).isTrue();
    assertThat(event.subject().at()).isEqualTo(Instant.parse("2026-01-01T01:00:00Z"));
    assertThat(event.toString()).doesNotContainIgnoringCase("alice");
  }

  @ParameterizedTest
  @CsvSource({"0, DELETE", "1, ADD", "2, MODIFY", "3, CANCEL", "9, UNKNOWN", "'\"1\"', ADD"})
  void decode_flag_isANumberOrAText(String wire, SyncFlag flag) {
    AuthSync event =
        sync(
            AuthSync.class,
            "authSync",
            "{'flag':" + wire + ",'userList':[{'userName':'a','enable':'false'}]," + COMMON + "}");

    assertThat(event.flag()).isEqualTo(flag);
    assertThat(event.members().get(0).enabled()).isFalse();
  }

  @Test
  void decode_singleOrgSync_countsTheLastOfTheKeyThatStandsTwice() {
    SingleOrgSync event =
        sync(
            SingleOrgSync.class,
            "singleOrgSync",
            "{'flag':1,'instanceId':'inst-0','orgCode':'dept-2','orgName':'R&D','parentCode':'dept-1',"
                + COMMON
                + "}");

    assertThat(event.subject().instance()).contains(new InstanceId("inst-1"));
    assertThat(event.department())
        .isEqualTo(new Department("dept-2", "R&D", Optional.of("dept-1")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[{'orgCode':'d-1','orgName':'Acme','parentCode':''},{'orgCode':'d-2','orgName':'R&D','parentCode':'d-1'}]",
        "'[{\\'orgCode\\':\\'d-1\\',\\'orgName\\':\\'Acme\\'},{\\'orgCode\\':\\'d-2\\',\\'orgName\\':\\'R&D\\',\\'parentCode\\':\\'d-1\\'}]'"
      })
  void decode_allOrgSync_takesListsAndTextsThatHoldOne(String departments) {
    AllOrgSync event =
        sync(
            AllOrgSync.class,
            "allOrgSync",
            "{'orgInfoList':" + departments + ",'flag':1," + COMMON + "}");

    assertThat(event.departments())
        .containsExactly(
            new Department("d-1", "Acme", Optional.empty()),
            new Department("d-2", "R&D", Optional.of("d-1")));
  }

  @Test
  void decode_unknownSynchronization_survivesByName() {
    assertThat(sync(UnknownActivity.class, "groupSync", "{'testFlag':1}"))
        .isEqualTo(new UnknownActivity("groupSync", true));
  }

  private static <E extends CallbackEvent> E sync(Class<E> type, String activity, String body) {
    return Admission.sync(type, activity, body.replace('\'', '"'));
  }
}
