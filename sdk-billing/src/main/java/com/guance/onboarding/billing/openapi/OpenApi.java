package com.guance.onboarding.billing.openapi;

import com.guance.onboarding.transport.RemoteAnswer;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;
import retrofit2.http.Body;
import retrofit2.http.GET;
import retrofit2.http.POST;
import retrofit2.http.Query;

/** The endpoints of contracts/guance.md §3.2. */
interface OpenApi {

  @GET("api/v1/workspace/get")
  Call<RemoteAnswer> workspace();

  @POST("api/v1/workspace/create")
  Call<RemoteAnswer> createWorkspace(@Body Map<String, Object> workspace);

  @POST("api/v1/workspace/modify")
  Call<RemoteAnswer> modifyWorkspace(@Body Map<String, Object> changes);

  @GET("api/v1/workspace/members/list")
  Call<RemoteAnswer> members(
      @Query("search") @Nullable String search,
      @Query("pageIndex") int pageIndex,
      @Query("pageSize") int pageSize);

  @POST("api/v1/workspace/member/batch_invitation")
  Call<RemoteAnswer> invite(@Body Map<String, Object> invitation);

  @POST("api/v1/workspace/accesskey/add")
  Call<RemoteAnswer> addAccessKey(@Body Map<String, Object> key);

  @GET("api/v1/workspace/accesskey/list")
  Call<RemoteAnswer> accessKeys(@Query("pageIndex") @Nullable Integer pageIndex);

  @GET("api/v1/billing/balance/get")
  Call<RemoteAnswer> balance();

  @GET("api/v1/billing/detail/list")
  Call<RemoteAnswer> billDetails(
      @Query("startDate") String startDate,
      @Query("endDate") String endDate,
      @Query("pageIndex") @Nullable Integer pageIndex);

  @GET("api/v1/billing/project/summary")
  Call<RemoteAnswer> billSummary();

  @GET("api/v1/df/query_data")
  Call<RemoteAnswer> query(@Query("queries_body") String queries);
}
