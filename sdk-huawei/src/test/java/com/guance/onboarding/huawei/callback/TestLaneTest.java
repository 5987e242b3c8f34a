package com.guance.onboarding.huawei.callback;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.guance.onboarding.domain.InstanceId;
import com.guance.onboarding.domain.LookupKey;
import com.guance.onboarding.domain.OrderKey;
import com.guance.onboarding.domain.TenantId;
import com.guance.onboarding.huawei.callback.ProductionEvent.TargetProduct;
import com.guance.onboarding.store.InMemoryStore;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Debugging and dial tests are answered alike and onboard nobody. */
class TestLaneTest {

  private static final String TIME = "20260101080000000";

  private final NeverAsked partner = new NeverAsked();
  private final HandlerFixture koo = new HandlerFixture(partner);

  @AfterEach
  void close() {
    koo.close();
    assertThat(partner.asked).isEmpty();
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
      assertThat(koo.code(change("upgradeInstance", flag))).isEqualTo("000000");
      assertThat(koo.code(change("changeInstanceCheck", flag))).isEqualTo("000000");
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

  @ParameterizedTest
  @ValueSource(
      strings = {
        "refreshInstance",
        "updateInstanceStatus",
        "upgradeInstance",
        "queryInstance",
        "changeInstanceCheck"
      })
  void test_ofAnInstanceThatNobodyOpened_isUnknownAndThePartnerIsNotAsked(String activity) {
    assertThat(koo.code(change(activity, "1"))).isEqualTo("000003");
  }

  @Test
  void question_aboutACustomerAndARehearsal_asksThePartnerAboutTheCustomerOnly() {
    List<InstanceId> described = new CopyOnWriteArrayList<>();
    PartnerDecisions decisions =
        new PartnerDecisions() {
          @Override
          public Optional<AccessData> describe(InstanceId instance, AccessData suggested) {
            described.add(instance);
            return Optional.of(suggested);
          }
        };
    try (HandlerFixture both = new HandlerFixture(decisions)) {
      both.answer(both.newInstance("b-1"));
      both.answer(both.newInstance(new OrderKey("MOCK1", "1"), "b-2"));

      JsonNode info = both.answer(both.query("b-2,b-1")).path("info");

      assertThat(info.findValuesAsText("instanceId")).containsExactly("b-2", "b-1");
      assertThat(described).containsExactly(new InstanceId("b-1"));
    }
  }

  @Test
  void synchronizations_ofADebuggingOrdersInstance_withoutAnyMark_areNobodysCustomer() {
    List<String> staff = new CopyOnWriteArrayList<>();
    try (HandlerFixture debugging =
        new HandlerFixture(
            InMemoryStore.create(),
            partner,
            settings -> settings,
            flow -> flow.staffListener((event, list) -> staff.add(list)))) {
      debugging.answer(debugging.newInstance(new OrderKey("MOCKPERIODYEARNEW", "1"), "b-1"));
      for (CallbackRequest sync :
          List.of(
              debugging.tenantSync("b-1", 1, TIME),
              debugging.applicationSync("b-1", TIME),
              debugging.authSync("b-1", 1, TIME),
              debugging.sync(
                  "singleOrgSync",
                  "{'flag':1,'instanceId':'b-1','orgCode':'d-1','orgName':'Acme','tenantId':'tenant-1','testFlag':0,'timeStamp':'"
                      + TIME
                      + "'}"),
              debugging.allOrgSync("b-1", TIME))) {
        CallbackReply reply = debugging.handler.handle(sync);

        assertThat(HandlerFixture.code(reply)).as(sync.path()).isEqualTo("000000");
        assertThat(reply.touched()).as(sync.path()).isEmpty();
      }
      debugging.answer(debugging.newInstance("b-2")); // adopts what was parked for it

      assertThat(debugging.onboardings(new LookupKey.ByTenant(new TenantId("tenant-1")))).isZero();
      debugging.flow.resumeDue(10);
      assertThat(staff).isEmpty();
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

  /** Tests call nobody. */
  private static final class NeverAsked implements PartnerDecisions {

    private final List<String> asked = new CopyOnWriteArrayList<>();

    @Override
    public ResultCode canCreate(OrderKey order) {
      if (order.equals(HandlerFixture.ORDER)) {
        return ResultCode.SUCCESS; // a customer's
      }
      asked.add("canCreate");
      return ResultCode.SOLD_OUT;
    }

    @Override
    public boolean knows(InstanceId instance) {
      asked.add("knows");
      return true;
    }

    @Override
    public Optional<AccessData> describe(InstanceId instance, AccessData suggested) {
      asked.add("describe");
      return Optional.empty();
    }

    @Override
    public List<UsageReading> usage(InstanceId instance) {
      asked.add("usage");
      return List.of();
    }

    @Override
    public boolean mayChange(InstanceId instance, TargetProduct target) {
      asked.add("mayChange");
      return false;
    }
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
            + "','expireTime':'20270101000000','instanceId':'b-0','orderId':'MOCKMONTYRENEW','orderLineId':'MOCKMONTYRENEW-1','productInfo':{},'scene':'RENEWAL','status':'FREEZE','testFlag':'"
            + flag
            + "'}");
  }
}
