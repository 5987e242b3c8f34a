package com.guance.onboarding.transport;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;
import retrofit2.http.Body;
import retrofit2.http.GET;
import retrofit2.http.Header;
import retrofit2.http.POST;
import retrofit2.http.Path;
import retrofit2.http.Query;
import retrofit2.http.Url;

/** A remote side like those of our adapters. */
interface OrderApi {

  @GET("orders/{id}")
  Call<Order> order(@Path("id") String id);

  @GET("orders/{id}?verbose=true")
  Call<Order> order(
      @Path("id") String id, @Query("token") String token, @Header("X-Key") String key);

  @POST("orders")
  Call<Order> create(@Body Order order);

  @GET("orders/{id}")
  Call<Void> touch(@Path("id") String id);

  @GET("orders/{id}")
  Call<RemoteAnswer> answer(@Path("id") String id);

  @GET("orders/{id}")
  Call<byte[]> bytes(@Path("id") String id);

  @GET
  Call<Order> anywhere(@Url String url);

  record Order(
      @Nullable String id,
      int amount,
      @Nullable Long seconds,
      @Nullable State state,
      @Nullable List<String> tags,
      @Nullable Buyer buyer,
      @Nullable Map<String, Buyer> members,
      Optional<Instant> since) {

    static Order of(String id) {
      return new Order(id, 0, null, null, null, null, null, Optional.empty());
    }
  }

  record Buyer(@Nullable String name, boolean vip) {}

  enum State {
    ACTIVE,
    FROZEN,
    UNKNOWN
  }
}
