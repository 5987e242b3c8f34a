package com.guance.onboarding.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.guance.onboarding.transport.OrderApi.Order;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.WithNull;
import okhttp3.HttpUrl;
import okhttp3.Request;
import okhttp3.RequestBody;
import okio.Buffer;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;
import retrofit2.Retrofit;
import retrofit2.converter.jackson.JacksonConverterFactory;
import retrofit2.http.Body;
import retrofit2.http.DELETE;
import retrofit2.http.FieldMap;
import retrofit2.http.FormUrlEncoded;
import retrofit2.http.GET;
import retrofit2.http.HTTP;
import retrofit2.http.Header;
import retrofit2.http.Headers;
import retrofit2.http.POST;
import retrofit2.http.PUT;
import retrofit2.http.Path;
import retrofit2.http.Query;
import retrofit2.http.QueryMap;
import retrofit2.http.Url;

/** Templates make the requests that Retrofit would make, or leave a method to it. */
class RequestTemplateProperties {

  private static final HttpUrl BASE = HttpUrl.get("https://gateway.example:8443/a%20b/c/");

  private final CommonApi retrofit = retrofit(CommonApi.class);
  private final CommonApi ours =
      CommonApi.class.cast(
          Proxy.newProxyInstance(
              CommonApi.class.getClassLoader(),
              new Class<?>[] {CommonApi.class},
              (proxy, method, arguments) -> prepared(method, arguments)));

  @Property
  void fill_anyTexts_isTheRequestOfRetrofit(
      @ForAll("segments") String id,
      @ForAll("segments") String other,
      @ForAll("values") String value,
      @ForAll int number) {
    same(api -> api.read(id));
    same(api -> api.readLine(id, other));
    same(api -> api.page(id, value, number, null));
    same(api -> api.page(id, value, number, value));
    same(api -> api.find(value, null));
    same(api -> api.find(null, number));
    same(api -> api.remove(id));
    same(api -> api.create(Order.of(value)));
    same(api -> api.change(id, Map.of(value, number)));
    same(api -> api.touch(id));
  }

  @Property
  void fill_anyHeader_isTheRequestOfRetrofit(@ForAll("headers") @Nullable String value) {
    same(api -> api.secret(value));
  }

  @Property
  void fill_anyYesNoOrNumber_isTheRequestOfRetrofit(
      @ForAll boolean yes, @ForAll @WithNull Boolean perhaps, @ForAll long number) {
    same(api -> api.some(yes, perhaps, number, number));
    same(api -> api.some(yes, perhaps, number, null));
  }

  @Example
  void fill_withoutArguments_isTheRequestOfRetrofit() {
    same(CommonApi::all);
  }

  @Example
  void fill_stepThroughThePath_isRefusedAsByRetrofit() {
    for (String step : new String[] {".", ".."}) {
      assertThatThrownBy(() -> retrofit.readLine(step, "1").request())
          .isInstanceOf(IllegalArgumentException.class);
      assertThatThrownBy(() -> ours.readLine(step, "1").request())
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("id is no segment of a path");
    }
  }

  @Example
  void fill_emptySegment_isRefused() {
    assertThatThrownBy(() -> ours.readLine("1", "").request())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("line is no segment of a path");
  }

  @Example
  @SuppressWarnings("NullAway") // what a caller without null checks may do
  void fill_nothingWhereSomethingMustBe_isRefused() {
    assertThatThrownBy(() -> ours.read(null).request())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("id is no segment of a path");
    assertThatThrownBy(() -> ours.create(null).request())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the body is missing");
  }

  @Example
  void fill_bodyThatCannotBeWritten_isRefusedWithoutAWordOfIt() {
    assertThatThrownBy(() -> ours.change("1", Map.of("k", new Object())).request())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the body cannot be written as JSON")
        .hasNoCause();
  }

  @Example
  void read_methodsThatAreNotAsMostAre_leavesThemToRetrofit() {
    assertThat(RareApi.class.getDeclaredMethods())
        .isNotEmpty()
        .allSatisfy(method -> assertThat(TemplateReader.read(method, BASE)).isEmpty());
  }

  @Provide
  Arbitrary<String> segments() {
    return values().filter(text -> !text.isEmpty() && !text.equals(".") && !text.equals(".."));
  }

  @Provide
  Arbitrary<String> values() {
    return Arbitraries.oneOf(
        Arbitraries.strings().ofMaxLength(12).filter(RequestTemplateProperties::isWhole),
        Arbitraries.strings().withChars("./\\%2eE?#&=+ ;:@!$'()*,[]{}|^`~\"<>-_").ofMaxLength(8),
        Arbitraries.of("{id}", "{line}", "%2e%2e", "a/../b", "\u4e2d\u6587", "\ud83d\ude00"));
  }

  @Provide
  Arbitrary<String> headers() {
    return Arbitraries.strings().withCharRange(' ', '~').ofMaxLength(20).injectNull(0.1);
  }

  private static boolean isWhole(String text) {
    return text.codePoints().noneMatch(c -> c >= Character.MIN_SURROGATE && c <= 0xdfff);
  }

  private void same(Function<CommonApi, Call<?>> call) {
    Request wanted = call.apply(retrofit).request();
    Request made = call.apply(ours).request();
    assertThat(made.method()).isEqualTo(wanted.method());
    assertThat(made.url()).isEqualTo(wanted.url());
    assertThat(made.headers()).isEqualTo(wanted.headers());
    assertThat(body(made)).isEqualTo(body(wanted));
  }

  private static String body(Request request) {
    RequestBody body = request.body();
    if (body == null) {
      return "none";
    }
    Buffer written = new Buffer();
    try {
      body.writeTo(written);
      return body.contentType() + " " + body.contentLength() + " " + written.readUtf8();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static Call<?> prepared(Method method, Object @Nullable [] arguments) {
    RequestTemplate template = TemplateReader.read(method, BASE).orElseThrow();
    Object[] all = arguments == null ? new Object[0] : Arrays.copyOf(arguments, arguments.length);
    Optional<Endpoint> endpoint =
        PreparedCall.Factory.endpoint(method.getGenericReturnType(), method.getAnnotations());
    return new PreparedCall<>(() -> template.fill(all), endpoint.orElseThrow());
  }

  private static <A> A retrofit(Class<A> api) {
    return new Retrofit.Builder()
        .baseUrl(BASE)
        .addConverterFactory(JacksonConverterFactory.create(LenientJson.mapper()))
        .build()
        .create(api);
  }

  /** Methods as most are. */
  interface CommonApi {

    @GET("v1/orders")
    Call<Order> all();

    @GET("v1/orders/{id}")
    Call<Order> read(@Path("id") String id);

    @GET("v1/orders/{id}/lines/{line}")
    Call<Order> readLine(@Path("id") String id, @Path("line") String line);

    @GET("v1/orders/{id}/lines?pageSize=100")
    Call<Order> page(
        @Path("id") String id,
        @Query("search") String search,
        @Query("number") int number,
        @Query("cursor") @Nullable String cursor);

    @GET("v1/orders")
    Call<Order> find(
        @Query("search") @Nullable String search, @Query("number") @Nullable Integer number);

    @GET("v1/orders")
    Call<Order> some(
        @Query("paid") boolean paid,
        @Query("open") @Nullable Boolean open,
        @Query("from") long from,
        @Query("to") @Nullable Long to);

    @GET("v1/secret")
    Call<Order> secret(@Header("X-Key") @Nullable String key);

    @DELETE("v1/orders/{id}")
    Call<Void> remove(@Path("id") String id);

    @POST("v1/orders")
    Call<Order> create(@Body Order order);

    @PUT("v1/orders/{id}/tags")
    Call<Order> change(@Path("id") String id, @Body Map<String, Object> tags);

    @POST("v1/orders/{id}/touch")
    Call<Void> touch(@Path("id") String id);
  }

  /** Methods that each have something of their own. */
  interface RareApi {

    @GET("/v1/orders")
    Call<Order> fromTheRoot();

    @GET("v1//orders")
    Call<Order> withNothingBetween();

    @GET("v1/../orders")
    Call<Order> oneStepUp();

    @GET("v1/{id}.json")
    Call<Order> partOfASegment(@Path("id") String id);

    @GET("v1/orders/{id}")
    Call<Order> nothingToFillIn();

    @GET("v1/orders?search=%20")
    Call<Order> encodedQuery();

    @GET("v1/orders/{id}")
    Call<Order> encodedSegment(@Path(value = "id", encoded = true) String id);

    @GET("v1/orders")
    Call<Order> encodedValue(@Query(value = "search", encoded = true) String search);

    @GET("v1/orders")
    Call<Order> manyQueries(@QueryMap Map<String, String> queries);

    @GET("v1/orders")
    Call<Order> manyValues(@Query("id") String... ids);

    @GET
    Call<Order> anywhere(@Url String url);

    @HTTP(method = "LOCK", path = "v1/orders")
    Call<Order> verbOfItsOwn();

    @Headers("X-Fixed: 1")
    @GET("v1/orders")
    Call<Order> fixedHeader();

    @POST("v1/orders")
    Call<Order> typeOfItsOwn(@Header("content-type") String type, @Body Order order);

    @FormUrlEncoded
    @POST("v1/orders")
    Call<Order> form(@FieldMap Map<String, String> form);

    @POST("v1/orders")
    Call<Order> bodyAsItIs(@Body RequestBody body);
  }
}
