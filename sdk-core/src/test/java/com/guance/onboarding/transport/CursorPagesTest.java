package com.guance.onboarding.transport;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.serviceUnavailable;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import com.github.tomakehurst.wiremock.extension.responsetemplating.ResponseTemplateTransformer;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import com.guance.onboarding.error.ProtocolException;
import com.guance.onboarding.error.UnavailableException;
import com.guance.onboarding.transport.OrderApi.Order;
import java.net.URI;
import java.time.Duration;
import java.util.Iterator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import retrofit2.Call;
import retrofit2.http.GET;
import retrofit2.http.Query;

class CursorPagesTest {

  @RegisterExtension
  static final WireMockExtension SERVER =
      WireMockExtension.newInstance()
          .options(
              wireMockConfig().dynamicPort().extensions(new ResponseTemplateTransformer(false)))
          .build();

  private static final String LIST = "list orders";

  private final FakeTime time = new FakeTime();
  private final HttpSettings settings =
      HttpSettings.builder()
          .baseUrl(URI.create(SERVER.baseUrl()))
          .deadline(Duration.ofSeconds(30))
          .build();
  private final Transport transport = Transport.connect("gateway", settings, time.runtime());
  private final ListApi api = transport.api(ListApi.class);
  private final CursorPages pages = new CursorPages("gateway", transport, settings, time.runtime());

  @AfterEach
  void close() {
    transport.close();
  }

  @Test
  void stream_overSeveralPages_asksForEachWhenItIsWanted() {
    page(null, "{\"items\":[{\"id\":\"1\"},{\"id\":\"2\"}],\"nextCursor\":\"a&b\"}");
    page("a&b", "{\"items\":[],\"nextCursor\":\"c\"}");
    page("c", "{\"items\":[{\"id\":\"3\"}]}");

    Iterator<Order> orders = pages.stream(LIST, api::orders).iterator();

    assertThat(orders.next().id()).isEqualTo("1");
    assertThat(orders.next().id()).isEqualTo("2");
    SERVER.verify(1, getRequestedFor(anyUrl()));
    assertThat(orders.next().id()).isEqualTo("3");
    assertThat(orders).isExhausted();
    SERVER.verify(3, getRequestedFor(anyUrl()));
  }

  @Test
  void find_onTheFirstPage_asksForNoOther() {
    page(null, "{\"items\":[{\"id\":\"1\"},{\"id\":\"2\"}],\"nextCursor\":\"a\"}");

    Optional<Order> found = pages.find(LIST, api::orders, order -> "2".equals(order.id()));

    assertThat(found).isPresent();
    SERVER.verify(1, getRequestedFor(anyUrl()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"items\":[]}", "{\"items\":[],\"nextCursor\":\"\"}"})
  void find_inAnEmptyList_findsNothing(String only) {
    page(null, only);

    assertThat(pages.find(LIST, api::orders, order -> true)).isEmpty();
  }

  @Test
  void stream_whoseCursorComesBack_isUnreadable() {
    page(null, "{\"items\":[],\"nextCursor\":\"a\"}");
    page("a", "{\"items\":[],\"nextCursor\":\"b\"}");
    page("b", "{\"items\":[],\"nextCursor\":\"a\"}");

    assertUnreadable("nextCursor", "leads back to a page that was read");
  }

  @Test
  void stream_withoutEnd_isUnreadable() {
    SERVER.stubFor(
        get(anyUrl())
            .willReturn(
                okJson("{\"items\":[],\"nextCursor\":\"{{randomValue length=16}}\"}")
                    .withTransformers("response-template")));

    assertUnreadable("nextCursor", "leads on and on, past 1000 pages");
  }

  @Test
  void stream_withoutItems_isUnreadable() {
    page(null, "{\"nextCursor\":\"a\"}");

    assertUnreadable("items", "is missing");
  }

  @Test
  void stream_withNothingForAnItem_isUnreadable() {
    page(null, "{\"items\":[null]}");

    assertUnreadable("items", "holds nothing where an item should be");
  }

  @Test
  void find_overSeveralPages_hasOneDeadline() {
    SERVER.stubFor(
        get(urlPathEqualTo("/orders"))
            .withQueryParam("cursor", absent())
            .inScenario("slow")
            .willReturn(aResponse().withStatus(503).withHeader("Retry-After", "20"))
            .willSetStateTo("ready"));
    SERVER.stubFor(
        get(urlPathEqualTo("/orders"))
            .withQueryParam("cursor", absent())
            .inScenario("slow")
            .whenScenarioStateIs("ready")
            .willReturn(okJson("{\"items\":[],\"nextCursor\":\"a\"}")));
    SERVER.stubFor(
        get(urlPathEqualTo("/orders"))
            .withQueryParam("cursor", equalTo("a"))
            .willReturn(serviceUnavailable().withHeader("Retry-After", "20")));

    assertThatThrownBy(() -> pages.find(LIST, api::orders, order -> true))
        .isInstanceOf(UnavailableException.class);
    // The second wait of 20 s would have been beyond the 30 s of one look-up.
    assertThat(time.sleeps()).containsExactly(Duration.ofSeconds(20));
  }

  private static void page(@Nullable String cursor, String json) {
    SERVER.stubFor(
        get(urlPathEqualTo("/orders"))
            .withQueryParam("cursor", cursor == null ? absent() : equalTo(cursor))
            .willReturn(okJson(json)));
  }

  private void assertUnreadable(String field, String problem) {
    assertThatThrownBy(() -> pages.stream(LIST, api::orders).count())
        .asInstanceOf(type(ProtocolException.class))
        .satisfies(failure -> assertThat(failure.field()).isEqualTo(field))
        .satisfies(
            failure ->
                assertThat(failure)
                    .hasMessage("gateway list orders unreadable: field " + field + " " + problem));
  }

  interface ListApi {
    @GET("orders")
    Call<CursorPage<Order>> orders(@Query("cursor") @Nullable String cursor);
  }
}
