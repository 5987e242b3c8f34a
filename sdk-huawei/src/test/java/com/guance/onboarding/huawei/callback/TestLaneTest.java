package com.guance.onboarding.huawei.callback;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.guance.onboarding.domain.LookupKey;
import com.guance.onboarding.domain.OrderKey;
import com.guance.onboarding.domain.TenantId;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Debugging and dial tests are answered alike and onboard nobody. */
class TestLaneTest {

  private static final String TIME = "20260101080000000";

  private final HandlerFixture koo =
      new HandlerFixture(
          new PartnerDecisions() {
            @Override
            public ResultCode canCreate(OrderKey order) {
              return ResultCode.SOLD_OUT; // tests are not asked
            }
          });

  @AfterEach
  void close() {
    koo.close();
  }

  @ParameterizedTest
  @CsvSource({"CS1, 1", "MOCKPERIODYEARNEW, 0"})
  void dialTest_everyDay_isAnsweredAlikeAndOnboardsNobody(String order, String flag) {
    for (int day = 0; day < 3; day++) {
      JsonNode opened = koo.answer(newInstance(order, flag, "b-" + day));
      assertThat(opened.path("resultCode").asText()).isEqualTo("000000");
      assertThat(opened.path("instanceId").asText()).isEqualTo("b-0");
      assertThat(koo.code(change("refreshInstance", flag))).isEqualTo("000000");
      assertThat(koo.code(change("updateInstanceStatus", flag))).isEqualTo("000000");
      assertThat(koo.code(change("queryInstance", flag))).isEqualTo("000000");
      assertThat(koo.code(change("releaseInstance", flag))).isEqualTo("000000");
    }
    assertThat(koo.flow.find(new LookupKey.ByOrder(new OrderKey(order, order + "-1")))).isEmpty();
    assertThat(koo.flow.resumeDue(10)).isZero();
  }

  @Test
  void dialTest_touchesNobody() {
    CallbackReply reply = koo.handler.handle(newInstance("CS1", "1", "b-0"));

    assertThat(reply.touched()).isEmpty();
  }

  @Test
  void test_ofACustomersInstance_doesNotFindIt() {
    try (HandlerFixture customers = new HandlerFixture()) {
      customers.answer(customers.newInstance("b-1"));

      assertThat(
              customers.code(
                  customers.production(
                      "{'activity':'updateInstanceStatus','instanceId':'b-1','status':'FREEZE','testFlag':'1'}")))
          .isEqualTo("000003");
    }
  }

  @Test
  void credentialApplication_emptyIdsAndAnyDomain_isAccepted() {
    for (String body :
        List.of(
            "{'domainName':'anything','flag':1,'instanceId':'','name':'n','orderId':'','tenantCode':'t','tenantId':'tenant-1','testFlag':1,'timeStamp':'"
                + TIME
                + "'}",
            "{'domainName':'anything','flag':1,'instanceId':'','name':'n','orderId':'','tenantCode':'t','tenantId':'','testFlag':1,'timeStamp':''}")) {
      assertThat(koo.code(koo.sync("tenantSync", body))).isEqualTo("000000");
    }
    assertThat(
            koo.code(
                koo.sync(
                    "applicationSync",
                    "{'appId':'app-1','clientId':'cid','clientSecret':'c2VjcmV0','flag':1,'instanceId':'','tenantId':'tenant-1','testFlag':1}")))
        .isEqualTo("000000");
    assertThat(koo.flow.find(new LookupKey.ByTenant(new TenantId("tenant-1")))).isEmpty();
  }

  private CallbackRequest newInstance(String order, String flag, String businessId) {
    return koo.production(
        "{'activity':'newInstance','businessId':'"
            + businessId
            + "','orderId':'"
            + order
            + "','orderLineId':'"
            + order
            + "-1','testFlag':'"
            + flag
            + "'}");
  }

  private CallbackRequest change(String activity, String flag) {
    return koo.production(
        "{'activity':'"
            + activity
            + "','expireTime':'20270101000000','instanceId':'b-0','orderId':'MOCKMONTYRENEW','orderLineId':'MOCKMONTYRENEW-1','scene':'RENEWAL','status':'FREEZE','testFlag':'"
            + flag
            + "'}");
  }
}
