package com.guance.onboarding.transport;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import com.guance.onboarding.error.ConflictException;
import com.guance.onboarding.error.InvalidRequestException;
import com.guance.onboarding.error.OnboardingException;
import com.guance.onboarding.error.ProtocolException;
import com.guance.onboarding.error.RemoteException;
import com.guance.onboarding.error.UnavailableException;
import com.guance.onboarding.transport.OrderApi.Order;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import retrofit2.Call;

class DecodingTest {

  @RegisterExtension
  static final WireMockExtension SERVER =
      WireMockExtension.newInstance().options(wireMockConfig().dynamicPort()).build();

  private final FakeTime time = new FakeTime();
  private final Transport transport =
      Transport.connect("guance", settings().maxAttempts(1).build(), time.runtime());
  private final OrderApi api = transport.api(OrderApi.class);

  @AfterEach
  void close() {
    transport.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "'' | body is empty",
        "null | body is empty",
        "<html>hush</html> | body is a web page, not JSON",
        "<!DOCTYPE html> | body is a web page, not JSON",
        "hush | body is not JSON",
        "{'id':'hush | body is cut short",
        "{'id':'hush', | body is not JSON",
        "[1,2] | body is not of the agreed form",
        "17 | body is not of the agreed form",
        "{'amount':'hush'} | field amount is not of the agreed form",
        "{'amount':3.5} | field amount is not of the agreed form",
        "{'amount':99999999999} | field amount is not of the agreed form",
        "{'buyer':{'name':{'first':'hush'}}} | field buyer.name is not of the agreed form",
        "{'tags':['a',{'b':1}]} | field tags.[] is not of the agreed form",
        "{'members':{'13800138000':{'vip':'hush'}}} | field members.*.vip is not of the agreed form",
        "{'since':'hush'} | field since is not of the agreed form",
      })
  void call_answeredWithSomethingElse_namesWhatIsWrongAndQuotesNothing(String body, String words) {
    answer(okJson(unquote(body)));

    assertThatThrownBy(() -> read(api.order("1")))
        .isInstanceOf(ProtocolException.class)
        .hasMessage("guance find order unreadable: " + words + " (request req-1)")
        .hasNoCause();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'id':'A','future':{'x':[1,2]},'state':'ACTIVE'}",
        "{'id':'A','state':'ACTIVE','state':'ACTIVE'}",
        "{'id':'wrong','state':'ACTIVE','id':'A'}",
        "{'id':'A','state':'ACTIVE','amount':null}",
        "{'id':'A','state':'ACTIVE','amount':''}",
        "{'id':'A','state':'ACTIVE','amount':0.0}",
        "{'id':'A','state':'ACTIVE','amount':'0.0'}",
        "{'id':'A','state':'ACTIVE','tags':[],'buyer':[],'members':''}",
      })
  void call_answeredALittleDifferently_isUnderstood(String body) {
    answer(okJson(unquote(body)));

    Order order = read(api.order("1"));

    assertThat(order.id()).isEqualTo("A");
    assertThat(order.state()).isEqualTo(OrderApi.State.ACTIVE);
    assertThat(order.amount()).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'THAWED'",
        "''",
        "7",
        "true",
        "{'a':1}",
        "['a','b']",
        "[['a'],2]",
        "[{}]",
        "[]",
        "1.5"
      })
  void call_answeredWithAnEnumValueNobodyKnows_readsUnknown(String state) {
    answer(okJson(unquote("{'id':'A','state':" + state + ",'amount':4}")));

    Order order = read(api.order("1"));

    assertThat(order.state()).isIn(OrderApi.State.UNKNOWN, null);
    assertThat(order.amount()).isEqualTo(4);
  }

  @Test
  void call_answeredWithNumbersAsTextAndSingleValues_losesNothing() {
    answer(okJson(unquote("{'id':17,'amount':'12','seconds':1.7E9,'tags':'only'}")));

    Order order = read(api.order("1"));

    assertThat(order.id()).isEqualTo("17");
    assertThat(order.amount()).isEqualTo(12);
    assertThat(order.seconds()).isEqualTo(1_700_000_000L);
    assertThat(order.tags()).containsExactly("only");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\r\n\t "})
  void call_answeredWithNothing_saysSo(String body) {
    answer(okJson(body));

    assertThatThrownBy(() -> read(api.order("1")))
        .isInstanceOf(ProtocolException.class)
        .hasMessageContaining("body is empty");
  }

  @Test
  void call_answeredWithMoreThanTheLimit_isRefusedWhateverItIs() {
    answer(okJson("{\"id\":\"" + "x".repeat(1 << 20) + "\"}"));

    assertThatThrownBy(() -> read(api.order("1")))
        .isInstanceOf(ProtocolException.class)
        .hasMessageContaining("body is larger than 1048576 bytes");
    assertThat(read(api.touch("1"))).isNull();
  }

  @Test
  void call_answeredWithADeepTree_isRefused() {
    answer(okJson("{\"future\":" + "[".repeat(100_000)));

    assertThatThrownBy(() -> read(api.order("1"))).isInstanceOf(ProtocolException.class);
  }

  @Test
  void call_refusedWithMoreThanTheLimit_isDecodedByItsStatus() {
    answer(aResponse().withStatus(503).withBody("x".repeat(3 << 20)));

    assertThatThrownBy(() -> read(api.order("1"))).isInstanceOf(UnavailableException.class);
  }

  @Test
  void call_withAnEmptyAnswer_isFineForVoidOnly() {
    answer(aResponse().withStatus(204));

    assertThat(read(api.touch("1"))).isNull();
    assertThat(read(api.bytes("1"))).isEmpty();
    assertThat(read(api.answer("1")).json().isMissingNode()).isTrue();
    assertThatThrownBy(() -> read(api.order("1"))).isInstanceOf(ProtocolException.class);
  }

  @Test
  void call_forTheAnswerItself_showsStatusHeadersAndBody() {
    answer(okJson("{\"a\":{\"b\":7}}").withHeader("X-Request-Id", "r-1"));

    RemoteAnswer answer = read(api.answer("1"));

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("x-request-id")).contains("r-1");
    assertThat(answer.requestId()).contains("r-1");
    assertThat(answer.text("a", "b")).contains("7");
    assertThat(answer.text("a")).isEmpty();
    assertThat(answer.text("a", "c")).isEmpty();
    assertThat(new String(answer.bytes(), StandardCharsets.UTF_8)).isEqualTo("{\"a\":{\"b\":7}}");
    assertThat(answer).hasToString("guance find order: HTTP 200");
  }

  @Test
  void call_whoseTableTripsOverTheBody_fallsBackToTheStatus() {
    answer(aResponse().withStatus(409).withBody("<html>"));
    ErrorDecoder fragile =
        answer -> {
          throw new IllegalStateException(answer.json().required("code").asText());
        };
    try (Transport own = Transport.connect("guance", settings().build(), time.runtime(), fragile)) {
      Call<Order> call = own.api(OrderApi.class).order("1");

      assertThatThrownBy(() -> own.call("find", Retryable.READ, CallOptions.none(), call))
          .isInstanceOf(ConflictException.class)
          .hasMessage("guance find refused (HTTP 409, request req-1)");
    }
  }

  @Test
  void call_whoseCheckTripsOverTheBody_isAProtocolException() {
    answer(okJson("{}"));

    assertThatThrownBy(
            () ->
                transport.call(
                    "find order",
                    Retryable.READ,
                    CallOptions.none(),
                    api.order("1"),
                    order -> {
                      throw new IllegalStateException(order.toString());
                    }))
        .isInstanceOf(ProtocolException.class)
        .hasMessageContaining("body is not of the agreed form");
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 422})
  void call_refusedAsInvalid_isTheCustomersToMend(int status) {
    answer(aResponse().withStatus(status));

    assertThatThrownBy(() -> read(api.order("1"))).isInstanceOf(InvalidRequestException.class);
  }

  @Test
  void call_redirected_doesNotFollow() {
    answer(aResponse().withStatus(302).withHeader("Location", "/elsewhere"));

    assertThatThrownBy(() -> read(api.order("1")))
        .isInstanceOfSatisfying(RemoteException.class, e -> assertThat(e.status()).isEqualTo(302));
    assertThat(requests()).hasSize(1);
  }

  @Test
  void call_toAnotherOrigin_isRefusedBeforeAnythingIsSent() {
    assertThatThrownBy(() -> read(api.anywhere("https://evil.example/x")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("find order would leave the base address");
  }

  @Test
  void at_anotherAddress_callsThatOneByTheSameRules() {
    answer(okJson("{\"id\":\"A\"}"));
    Transport other = transport.at(URI.create("http://localhost:" + SERVER.getPort() + "/v2"));

    Call<Order> call = other.api(OrderApi.class).order("1");

    assertThat(other.call("find order", Retryable.READ, CallOptions.none(), call).id())
        .isEqualTo("A");
    assertThat(requests().get(0).getUrl()).isEqualTo("/v2/orders/1");
    assertThatThrownBy(() -> transport.at(URI.create("http://gateway.example")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void call_withAnAuthorizer_asksItForEachAttemptWithAllThatASignatureCovers() {
    answer(aResponse().withStatus(503));
    int[] asked = {0};
    Authorizer signer =
        request ->
            request.header(
                "Authorization",
                String.join(
                    " ",
                    "v" + ++asked[0],
                    request.method(),
                    request.host(),
                    request.rawPath(),
                    request.rawQuery().orElse("-"),
                    request.header("X-Key").orElse("-"),
                    "" + request.body().length));
    HttpSettings settings = settings().maxAttempts(2).authorizer(signer).build();
    try (Transport own = Transport.connect("guance", settings, time.runtime())) {
      Call<Order> call = own.api(OrderApi.class).order("a b", "t/1", "k");

      assertThatThrownBy(() -> own.call("find", Retryable.READ, CallOptions.none(), call))
          .isInstanceOf(OnboardingException.class);
    }
    String rest =
        " GET localhost:" + SERVER.getPort() + " /orders/a%20b verbose=true&token=t%2F1 k 0";
    assertThat(requests())
        .extracting(request -> request.getHeader("Authorization"))
        .containsExactly("v1" + rest, "v2" + rest);
  }

  private <T> T read(Call<T> call) {
    return transport.call("find order", Retryable.READ, CallOptions.none(), call);
  }

  private static HttpSettings.Builder settings() {
    return HttpSettings.builder().baseUrl(URI.create(SERVER.baseUrl()));
  }

  private static void answer(ResponseDefinitionBuilder answer) {
    SERVER.stubFor(any(anyUrl()).willReturn(answer));
  }

  private static List<LoggedRequest> requests() {
    return SERVER.findAll(anyRequestedFor(anyUrl()));
  }

  private static String unquote(String text) {
    return text.replace('\'', '"');
  }
}
