package com.guance.onboarding.huawei.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;
import retrofit2.http.Body;
import retrofit2.http.GET;
import retrofit2.http.POST;
import retrofit2.http.Query;

/** The marketplace's paths (contracts/koogallery.md §6). */
interface KooGalleryApi {

  String USAGE = "api/mkp-openapi-public/global/v1/isv/usage-data";

  @GET("api/mkp-openapi-public/global/v1/order/query")
  Call<OrderAnswerPayload> findOrder(
      @Query("orderId") String orderId, @Query("orderLineId") @Nullable String orderLineId);

  @POST(USAGE)
  Call<JsonNode> pushUsage(@Body UsagePayload usage);
}
