package com.guance.onboarding.huawei.openapi;

import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.guance.onboarding.huawei.openapi.OpenApiFixture.ORDER_PATH;
import static com.guance.onboarding.huawei.openapi.OpenApiFixture.resource;
import static com.guance.onboarding.huawei.openapi.OpenApiFixture.settings;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import com.guance.onboarding.domain.ChargingMode;
import com.guance.onboarding.domain.HuaweiAccountId;
import com.guance.onboarding.domain.InvalidInputException;
import com.guance.onboarding.domain.OrderKey;
import com.guance.onboarding.error.ProtocolException;
import com.guance.onboarding.spi.OrderDetails;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class OrderQueryTest {

  private static final OrderKey KEY = new OrderKey("MOCKPERIODYEARNEW", "MOCKPERIODYEARNEW-000001");

  @RegisterExtension
  static final WireMockExtension SERVER =
      WireMockExtension.newInstance()
          .options(WireMockConfiguration.wireMockConfig().dynamicPort())
          .build();

  private final OpenApiFixture fixture = new OpenApiFixture();

  @Test
  void findOrder_ofAPeriodOrder_readsEveryField() {
    answer(resource("order-period.json"));

    Order order = api().findOrder("MOCKPERIODYEARNEW").orElseThrow();

    assertThat(order.type()).isEqualTo(OrderType.NEW);
    assertThat(order.createTime()).isEqualTo(LocalDateTime.of(2026, 1, 1, 9, 0));
    assertThat(order.extendParams()).isEmpty();
    assertThat(order.lines()).hasSize(2);
    OrderLine line = order.lines().get(0);
    assertThat(line.key()).isEqualTo(KEY);
    assertThat(line.chargingMode()).isEqualTo(ChargingMode.PERIOD);
    assertThat(line.periodType()).contains("year");
    assertThat(line.periodNumber()).contains(1);
    assertThat(line.expireTime()).contains(LocalDateTime.of(2027, 1, 1, 23, 59, 59));
    assertThat(line.amount()).contains(new BigDecimal("100"));
    assertThat(line.amountAfterDiscount()).contains(new BigDecimal("99.50"));
    assertThat(line.extendParams()).isEqualTo(Map.of("emailDomainName", "test.example.com"));
    assertThat(line.products())
        .containsExactly(
            Product.builder()
                .productId("OFFI000000000000000000")
                .skuCode("aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee")
                .linearValue(BigDecimal.TEN)
                .name("Demo")
                .build());
    Buyer buyer = order.buyer().orElseThrow();
    assertThat(buyer.customerId()).contains("c-0001");
    assertThat(buyer.customerType()).contains(0);
    assertThat(buyer.email()).isEmpty();
    assertThat(buyer.mobilePhone()).contains("13000000000");
    assertThat(order.toString()).contains("c-0001").doesNotContain("13000000000", "Mock Ltd");
  }

  @Test
  void findOrder_ofAnOrderFullOfSurprises_readsWhatItCan() {
    answer(resource("order-strange.json"));

    Order order = api().findOrder("CS1").orElseThrow();

    assertThat(order.type()).isEqualTo(OrderType.UNKNOWN);
    assertThat(order.createTime()).isEqualTo(LocalDateTime.of(2026, 1, 1, 9, 0));
    assertThat(order.extendParams()).isEqualTo(Map.of("k", "v"));
    OrderLine line = order.lines().get(0);
    assertThat(line.chargingMode()).isEqualTo(ChargingMode.UNKNOWN);
    assertThat(line.periodNumber()).contains(2);
    assertThat(line.expireTime()).isEmpty();
    assertThat(line.amount()).isEmpty();
    assertThat(line.amountAfterDiscount()).contains(new BigDecimal("12.5"));
    assertThat(line.products().get(0).linearValue()).contains(new BigDecimal("10.5"));
    Buyer buyer = order.buyer().orElseThrow();
    assertThat(buyer.customerId()).contains("4711");
    assertThat(buyer.customerType()).contains(7);
    assertThat(buyer.email()).isEmpty();
  }

  @Test
  void findOrder_ofOneLine_asksForItAndKeepsOnlyIt() {
    answer(resource("order-period.json"));

    Order order = api().findOrder(KEY).orElseThrow();

    assertThat(order.lines()).extracting(OrderLine::key).containsExactly(KEY);
    SERVER.verify(
        getRequestedFor(urlPathEqualTo(ORDER_PATH))
            .withQueryParam("orderId", equalTo(KEY.orderId()))
            .withQueryParam("orderLineId", equalTo(KEY.orderLineId())));
  }

  @Test
  void findOrder_ofALineThatIsNotAnswered_isEmpty() {
    answer(resource("order-period.json"));

    assertThat(api().findOrder(new OrderKey(KEY.orderId(), "other"))).isEmpty();
  }

  @Test
  void findOrder_notVisibleYet_isEmpty() {
    answer("{\"resultCode\":\"MKT.0000\",\"resultMsg\":\"Success\"}");

    assertThat(api().findOrder("CS1")).isEmpty();
    assertThat(api().order(KEY)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(names = "UNKNOWN", mode = EnumSource.Mode.EXCLUDE)
  void findOrder_ofEveryType_isTyped(OrderType type) {
    answer(order("\"orderType\":\"" + type + "\",\"createTime\":\"20260101090000\""));

    assertThat(api().findOrder("CS1").orElseThrow().type()).isEqualTo(type);
  }

  @ParameterizedTest
  @EnumSource(ChargingMode.class)
  void order_ofEveryChargingMode_isTyped(ChargingMode mode) {
    answer(
        order(
            "\"createTime\":\"20260101090000\",\"orderLine\":[{\"orderLineId\":\"L\","
                + "\"chargingMode\":\""
                + mode
                + "\"}]"));

    assertThat(api().order(new OrderKey("CS1", "L")).orElseThrow().chargingMode()).isEqualTo(mode);
  }

  @Test
  void order_forTheFlow_takesProductModeAndAccount() {
    answer(resource("order-period.json"));

    OrderDetails details = api().order(KEY).orElseThrow();

    assertThat(details.order()).isEqualTo(KEY);
    assertThat(details.productId()).contains("OFFI000000000000000000");
    assertThat(details.chargingMode()).isEqualTo(ChargingMode.PERIOD);
    assertThat(details.buyer()).contains(new HuaweiAccountId("c-0001"));
  }

  @Test
  void order_whereCustomerIdIsNotTheAccount_leavesTheBuyerUnknown() {
    answer(resource("order-period.json"));

    try (KooGalleryOpenApi api =
        fixture.connect(settings(SERVER.baseUrl()).customerIdIsAccountId(false).build())) {
      assertThat(api.order(KEY).orElseThrow().buyer()).isEmpty();
    }
  }

  @Test
  void order_withoutBuyerOrWithAnUnusableCustomerId_leavesTheBuyerUnknown() {
    for (String buyer : new String[] {"null", "\"\"", "{}", "{\"customerId\":\"a b\"}", "[1]"}) {
      answer(
          order(
              "\"createTime\":\"20260101090000\",\"orderLine\":[{\"orderLineId\":\"L\"}],"
                  + "\"buyerInfo\":"
                  + buyer));

      assertThat(api().order(new OrderKey("CS1", "L")).orElseThrow().buyer()).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "yesterday", "20261301090000", "20260101"})
  void findOrder_withAnUnreadableTime_namesTheFieldOnly(String time) {
    answer(order("\"createTime\":\"" + time + "\",\"buyerInfo\":{\"email\":\"canary@x.example\"}"));

    assertThatThrownBy(() -> api().findOrder("CS1"))
        .isInstanceOf(ProtocolException.class)
        .hasMessageContaining("orderInfo.createTime")
        .hasMessageNotContaining("canary");
  }

  @Test
  void findOrder_answeredWithAnotherOrder_isNotBelieved() {
    answer(order("\"createTime\":\"20260101090000\""));

    assertThatThrownBy(() -> api().findOrder("CS2"))
        .isInstanceOf(ProtocolException.class)
        .hasMessageContaining("orderInfo.orderId");
  }

  @Test
  void findOrder_withAnIdThatCannotBe_isRefusedBeforeItIsSent() {
    for (String id : new String[] {"", " ", "x".repeat(65)}) {
      assertThatThrownBy(() -> api().findOrder(id)).isInstanceOf(InvalidInputException.class);
    }
    SERVER.verify(0, getRequestedFor(urlPathEqualTo(ORDER_PATH)));
  }

  private static String order(String fields) {
    return "{\"resultCode\":\"MKT.0000\",\"orderInfo\":{\"orderId\":\"CS1\"," + fields + "}}";
  }

  private static void answer(String json) {
    SERVER.stubFor(get(urlPathEqualTo(ORDER_PATH)).willReturn(okJson(json)));
  }

  private KooGalleryOpenApi api() {
    return fixture.connect(settings(SERVER.baseUrl()).build());
  }
}
