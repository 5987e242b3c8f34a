package com.guance.onboarding.huawei.callback;

import static org.assertj.core.api.Assertions.assertThat;

import com.guance.onboarding.domain.InstanceId;
import com.guance.onboarding.domain.OrderKey;
import com.guance.onboarding.huawei.callback.Gate.Refused;
import com.guance.onboarding.huawei.callback.ProductionEvent.ChangeInstanceCheck;
import com.guance.onboarding.huawei.callback.ProductionEvent.NewInstance;
import com.guance.onboarding.huawei.callback.ProductionEvent.OrderNotify;
import com.guance.onboarding.huawei.callback.ProductionEvent.QueryInstance;
import com.guance.onboarding.huawei.callback.ProductionEvent.RefreshInstance;
import com.guance.onboarding.huawei.callback.ProductionEvent.ReleaseInstance;
import com.guance.onboarding.huawei.callback.ProductionEvent.Scene;
import com.guance.onboarding.huawei.callback.ProductionEvent.Status;
import com.guance.onboarding.huawei.callback.ProductionEvent.UpdateInstanceStatus;
import com.guance.onboarding.huawei.callback.ProductionEvent.UpgradeInstance;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the production interface may send, as the contract and its examples have it. */
class ProductionEventTest {

  private static final InstanceId INSTANCE = new InstanceId("inst-1");
  private static final OrderKey ORDER = new OrderKey("CS1", "CS1-1");
  private static final String NEW =
      "{'activity':'newInstance','businessId':'b-1','orderId':'CS1','orderLineId':'CS1-1'%s}";
  private static final String REFRESH =
      "{'activity':'refreshInstance','expireTime':'%s','instanceId':'inst-1','orderId':'CS1',"
          + "'orderLineId':'CS1-1','scene':'%s'}";

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "''; false",
        ",'testFlag':'0'; false",
        ",'testFlag':0; false",
        ",'testFlag':null; false",
        ",'testFlag':''; false",
        ",'testFlag':'1'; true",
        ",'testFlag':1; true",
        ",'testFlag':true; true",
        ",'TestFlag ':'1'; true"
      })
  void decode_newInstanceWithAnyFormOfTestFlag_understandsIt(String flag, boolean test) {
    NewInstance event = production(NewInstance.class, String.format(NEW, flag));

    assertThat(event).isEqualTo(new NewInstance(ORDER, "b-1", test));
    assertThat(event.activity()).isEqualTo("newInstance");
  }

  @Test
  void decode_keysWithBlanksOrOtherCase_areUnderstoodButExactOnesWin() {
    NewInstance lenient =
        production(
            NewInstance.class,
            "{' activity':'newInstance','BUSINESSID':'b-1','orderid':'CS1','OrderLineId':'CS1-1'}");
    NewInstance exact =
        production(NewInstance.class, String.format(NEW, ",' orderId':'CS9','ORDERID':'CS8'"));

    assertThat(lenient.order()).isEqualTo(ORDER);
    assertThat(exact.order()).isEqualTo(ORDER);
  }

  @Test
  void decode_unknownFieldsOfAnyShape_areIgnored() {
    String more =
        ",'buyerInfo':{'customerId':'c-1','orderId':'CS9'},'list':[1,[2,{'a':{}}]],'n':1.0,'u':'\\u00e9\\/'";

    assertThat(production(NewInstance.class, String.format(NEW, more)).order()).isEqualTo(ORDER);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'a-1,b-2'",
        "'a-1, b-2'",
        "'a-1,,b-2,'",
        "['a-1','b-2']",
        "['a-1,b-2',null,{'x':1}]"
      })
  void decode_queryInstance_takesTextsAndLists(String ids) {
    QueryInstance event =
        production(QueryInstance.class, "{'activity':'queryInstance','instanceId':" + ids + "}");

    assertThat(event.instances()).containsExactly(new InstanceId("a-1"), new InstanceId("b-2"));
  }

  @ParameterizedTest
  @CsvSource({
    "20270101000000, 2027-01-01T00:00:00Z",
    "20270101000000123, 2027-01-01T00:00:00.123Z"
  })
  void decode_refreshInstance_readsBothLengthsOfTime(String wire, Instant time) {
    RefreshInstance event =
        production(RefreshInstance.class, String.format(REFRESH, wire, "RENEWAL"));

    assertThat(event.instance()).isEqualTo(INSTANCE);
    assertThat(event.order()).isEqualTo(ORDER);
    assertThat(event.renewal().expires()).isEqualTo(time);
    assertThat(event.renewal().scene()).isEqualTo(Scene.RENEWAL);
  }

  @Test
  void decode_unknownSceneAndStatus_areTypedAsUnknown() {
    RefreshInstance refresh =
        production(RefreshInstance.class, String.format(REFRESH, "20270101000000", "MERGER"));
    UpdateInstanceStatus update =
        production(
            UpdateInstanceStatus.class,
            "{'activity':'updateInstanceStatus','instanceId':'inst-1','status':'HIBERNATE'}");

    assertThat(refresh.renewal().scene()).isEqualTo(Scene.UNKNOWN);
    assertThat(refresh.renewal().wireScene()).isEqualTo("MERGER");
    assertThat(update.status()).isEqualTo(Status.UNKNOWN);
  }

  @Test
  void decode_statusReleaseUpgradeAndNotice_areTyped() {
    assertThat(
            production(
                UpdateInstanceStatus.class,
                "{'activity':'updateInstanceStatus','instanceId':'inst-1','status':'freeze'}"))
        .isEqualTo(new UpdateInstanceStatus(INSTANCE, Status.FREEZE, false));
    assertThat(
            production(
                ReleaseInstance.class, "{'activity':'releaseInstance','instanceId':'inst-1'}"))
        .isEqualTo(new ReleaseInstance(INSTANCE, Optional.empty(), false));
    assertThat(
            production(
                UpgradeInstance.class,
                "{'activity':'upgradeInstance','instanceId':'inst-1','orderId':'CS1','orderLineId':'CS1-1'}"))
        .isEqualTo(new UpgradeInstance(INSTANCE, ORDER, false));
    assertThat(
            production(
                OrderNotify.class,
                "{'activity':'orderNotify','orderId':'CS1','orderLineId':'CS1-1','testFlag':'1'}"))
        .isEqualTo(new OrderNotify(ORDER, true));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'productInfo':{'linearValue':5.5,'productId':'OFFI1','skuCode':'s-2'}",
        "'productInfo':[{'linearValue':'5.5','productId':'OFFI1','skuCode':'s-2'}]",
        "'productId':'OFFI1','skuCode':'s-2','linearValue':5.50"
      })
  void decode_changeInstanceCheck_findsTheTargetWhereverItStands(String product) {
    ChangeInstanceCheck event =
        production(
            ChangeInstanceCheck.class,
            "{'activity':'changeInstanceCheck','instanceId':'inst-1'," + product + "}");

    assertThat(event.target())
        .isEqualTo(
            new ProductionEvent.TargetProduct(
                Optional.of("OFFI1"), Optional.of("s-2"), Optional.of(5.5)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"'NaN'", "'Infinity'", "'-Infinity'", "'1e999'", "1e999", "'5.5f'", "'0x1p3'"})
  void decode_changeInstanceCheckWithANumberThatIsNone_leavesItOut(String number) {
    ChangeInstanceCheck event =
        production(
            ChangeInstanceCheck.class,
            "{'activity':'changeInstanceCheck','instanceId':'inst-1','skuCode':'s-2',"
                + "'linearValue':"
                + number
                + "}");

    assertThat(event.target())
        .isEqualTo(
            new ProductionEvent.TargetProduct(
                Optional.empty(), Optional.of("s-2"), Optional.empty()));
  }

  @Test
  void decode_unknownActivity_survivesByName() {
    assertThat(
            production(
                UnknownActivity.class, "{'activity':'transferInstance','instanceId':'inst-1'}"))
        .isEqualTo(new UnknownActivity("transferInstance", false));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'businessId':'b-1','orderId':'CS1','orderLineId':'CS1-1'}",
        "{'activity':'newInstance','businessId':'b-1','orderId':'','orderLineId':'CS1-1'}",
        "{'activity':'newInstance','businessId':'b-1','orderId':'C S','orderLineId':'CS1-1'}",
        "{'activity':'newInstance','businessId':'b-1','orderId':{'a':1},'orderLineId':'CS1-1'}",
        "{'activity':'queryInstance','instanceId':','}",
        "{'activity':'updateInstanceStatus','instanceId':'inst-1'}",
        "{'activity':'refreshInstance','expireTime':'20271301000000','instanceId':'inst-1','orderId':'CS1','orderLineId':'1','scene':'RENEWAL'}",
        "{'activity':'refreshInstance','expireTime':'2027-01-01','instanceId':'inst-1','orderId':'CS1','orderLineId':'1','scene':'RENEWAL'}"
      })
  void decode_neededFieldIsMissingOrUnusable_refusesTheParameter(String body) {
    assertThat(Admission.admitProduction(body.replace('\'', '"')))
        .isInstanceOfSatisfying(
            Refused.class,
            refused ->
                assertThat(refused.reply().body())
                    .asString(StandardCharsets.UTF_8)
                    .contains("000002"));
  }

  @Test
  void decode_instancesAreMoreThanAHundred_refusesTheParameter() {
    String ids = String.join(",", java.util.Collections.nCopies(101, "i"));

    assertThat(
            Admission.admitProduction(
                "{\"activity\":\"queryInstance\",\"instanceId\":\"" + ids + "\"}"))
        .isInstanceOf(Refused.class);
    assertThat(List.of(ids.split(",", -1))).hasSize(101);
  }

  private static <E extends CallbackEvent> E production(Class<E> type, String body) {
    return Admission.production(type, body.replace('\'', '"'));
  }
}
