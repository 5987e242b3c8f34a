package com.guance.onboarding.huawei.gateway;

import static com.guance.onboarding.huawei.gateway.GatewayServer.BINDING;
import static com.guance.onboarding.huawei.gateway.GatewayServer.BUYER;
import static com.guance.onboarding.huawei.gateway.GatewayServer.GCY;
import static com.guance.onboarding.huawei.gateway.GatewayServer.ORDER;
import static com.guance.onboarding.huawei.gateway.GatewayServer.TENANT;
import static com.guance.onboarding.huawei.gateway.GatewayServer.message;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import com.guance.onboarding.domain.ChargingMode;
import com.guance.onboarding.error.ProtocolException;
import com.guance.onboarding.spi.OrderDetails;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers of another form than agreed: what is read all the same, and what is refused. */
class JointOperationsAnswersTest {

  @RegisterExtension static final WireMockExtension SERVER = GatewayServer.start();

  private final JointOperationsGateway gateway = GatewayServer.connect(SERVER.baseUrl());

  @AfterEach
  void close() {
    gateway.close();
  }

  static Stream<String> operations() {
    return GatewayServer.operations().keySet().stream();
  }

  @ParameterizedTest
  @MethodSource("operations")
  void call_answeredWithoutABody_isUnreadable(String operation) {
    GatewayServer.answerAll(SERVER, 200, "");

    assertThat(failure(operation).field()).isEqualTo("body");
  }

  @ParameterizedTest
  @MethodSource("operations")
  void call_answeredWithAWebPage_isUnreadable(String operation) {
    GatewayServer.answerAll(SERVER, 200, "<html>Sign in to the network</html>");

    assertThat(failure(operation))
        .hasMessageContaining("joint-operations " + operation + " unreadable: body is a web page");
  }

  @ParameterizedTest
  @MethodSource("operations")
  void call_answeredWithNothingAgreed_namesAField(String operation) {
    GatewayServer.answerAll(SERVER, 200, "{\"hello\":\"world\"}");

    assertThat(failure(operation)).hasMessageContaining("is missing");
  }

  @ParameterizedTest
  @CsvSource({
    "find order,          order,          orderId",
    "find order,          order,          orderLineId",
    "find order,          order,          productId",
    "find order,          order,          huaweiAccountId",
    "read organization,   organization,   organizationId",
    "read organization,   organization,   name",
    "read organization,   organization,   shortName",
    "read organization,   organization,   status",
    "create organization, organization,   organizationId",
    "create organization, organization,   huaweiAccountId",
    "add member,          member,         memberId",
    "add member,          member,         account",
    "bind order,          binding,        bindingId",
    "bind order,          binding,        orderId",
    "bind order,          binding,        orderLineId",
    "bind order,          binding,        organizationId",
    "find organization,   organizations,  items",
    "find member,         members,        items",
    "find binding,        bindings,       items",
    "find authorization,  authorizations, items",
    "authorize member,    authorizations, items",
    "read login address,  login-address,  url",
  })
  void call_answeredWithoutAMandatoryField_namesIt(String operation, String name, String field) {
    GatewayServer.answerAll(SERVER, 200, message(name).replace("\"" + field + "\"", "\"other\""));

    assertThat(failure(operation).field()).isEqualTo(field);
    assertThat(failure(operation).isRetryable()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "find order,         order,         orderId",
    "find order,         order,         multiInstance",
    "read organization,  organization,  name",
    "add member,         member,        account",
    "bind order,         binding,       appId",
    "read login address, login-address, url",
  })
  void call_answeredWithAnotherType_namesTheField(String operation, String name, String field) {
    GatewayServer.answerAll(
        SERVER,
        200,
        message(name).replaceFirst("(\"" + field + "\": *)[^,\\n]*", "$1{\"canary\":[1]}"));

    assertThat(failure(operation).field()).isEqualTo(field);
    assertThat(failure(operation)).hasMessageNotContaining("canary");
  }

  @ParameterizedTest
  @CsvSource({
    "find order,          order,        CS-1-000001,                      CS-1-000002",
    "create organization, organization, 688055390f3049f283fe9f1aa90f7858, somebody-else",
    "create organization, organization, gcy,                              other",
    "read organization,   organization, tenant-1,                         tenant-2",
    "add member,          member,       Wendy,                            wendy",
    "bind order,          binding,      CS-1-000001,                      CS-1-000002",
  })
  void call_answeredWithSomebodyElsesThing_isRefused(
      String operation, String name, String asked, String said) {
    GatewayServer.answerAll(SERVER, 200, message(name).replace(asked, said));

    assertThat(failure(operation)).hasMessageContaining("is not the one that was asked for");
  }

  @Test
  void find_whereTheGatewayIgnoresTheFilter_findsNothingOfOthers() {
    GatewayServer.answerAll(
        SERVER, 200, "{\"items\":[{\"shortName\":\"gcy\",\"account\":\"Ben\",\"enabled\":true}]}");

    assertThat(gateway.findOrganization(BUYER, GCY)).isEmpty();
    assertThat(gateway.hasMember(TENANT, "Wendy")).isFalse();
    assertThat(gateway.findBinding(ORDER)).isEmpty();
    assertThat(gateway.isAuthorized(BINDING, "Wendy")).isFalse();
  }

  @Test
  void authorize_answeredWithoutTheMember_isNotTakenForDone() {
    GatewayServer.answerAll(SERVER, 200, "{\"items\":[{\"account\":\"Wendy\",\"enabled\":false}]}");

    assertThat(failure("authorize member"))
        .hasMessageContaining("items does not say that the member is authorized");
  }

  @Test
  void order_withFieldsAndValuesOfALaterVersion_isRead() {
    String later =
        message("order")
            .replace("ON_DEMAND", "BY_MOONLIGHT")
            .replace("\"productId\": \"OFFI-1\"", "\"productId\": 7, \"moon\": {\"full\": [true]}")
            .replace("false", "\"true\"");
    GatewayServer.answerAll(SERVER, 200, later);

    assertThat(gateway.order(ORDER))
        .contains(
            OrderDetails.builder()
                .order(ORDER)
                .productId("7")
                .chargingMode(ChargingMode.UNKNOWN)
                .buyer(BUYER)
                .multiInstance(true)
                .build());
  }

  @Test
  void organization_inAStateOfALaterVersion_isNotWaitedFor() {
    GatewayServer.answerAll(SERVER, 200, message("organization").replace("ACTIVE", "ADORED"));

    assertThat(gateway.organization(TENANT).pending()).isFalse();
  }

  @Test
  void binding_withEmptyNames_hasNone() {
    GatewayServer.answerAll(
        SERVER, 200, message("binding").replace("\"inst-1\"", "\"\"").replace("\"app-1\"", "null"));

    assertThat(gateway.bind(ORDER, TENANT, "k").names().instance()).isEqualTo(Optional.empty());
    assertThat(gateway.bind(ORDER, TENANT, "k").names().app()).isEqualTo(Optional.empty());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "javascript:alert(1)",
        "/login",
        "https:///login",
        "https://wendy:canary@auth.example.com",
        "ftp://auth.example.com",
        "not a url canary",
      })
  void loginAddress_thatIsNoWebAddress_isRefused(String url) {
    GatewayServer.answerAll(SERVER, 200, "{\"url\":\"" + url + "\"}");

    assertThat(failure("read login address"))
        .hasMessageContaining("field url is no web address")
        .hasMessageNotContaining("canary");
  }

  private ProtocolException failure(String operation) {
    return catchThrowableOfType(
        ProtocolException.class,
        () -> Objects.requireNonNull(GatewayServer.operations().get(operation)).accept(gateway));
  }
}
