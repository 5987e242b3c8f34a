package com.guance.onboarding.billing.external;

import com.guance.onboarding.transport.RemoteAnswer;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;
import retrofit2.http.Body;
import retrofit2.http.GET;
import retrofit2.http.POST;
import retrofit2.http.Path;
import retrofit2.http.Query;

/** The endpoints of contracts/guance.md §4. */
interface ExternalApi {

  @GET("api/v1/account/list")
  Call<RemoteAnswer> accounts(
      @Query("search") @Nullable String search,
      @Query("pageIndex") int pageIndex,
      @Query("pageSize") int pageSize);

  @POST("api/v1/account/add")
  Call<RemoteAnswer> addAccount(@Body Map<String, Object> account);

  @POST("api/v1/account/{account}/modify")
  Call<RemoteAnswer> modifyAccount(
      @Path("account") String account, @Body Map<String, Object> changes);

  @POST("api/v1/account/delete")
  Call<RemoteAnswer> deleteAccounts(@Body Map<String, Object> accounts);

  @GET("api/v1/workspace/list")
  Call<RemoteAnswer> workspaces(
      @Query("search") @Nullable String search,
      @Query("pageIndex") int pageIndex,
      @Query("pageSize") int pageSize);

  @POST("api/v1/workspace/create")
  Call<RemoteAnswer> createWorkspace(@Body Map<String, Object> workspace);

  @POST("api/v1/workspace/{workspace}/modify")
  Call<RemoteAnswer> modifyWorkspace(
      @Path("workspace") String workspace, @Body Map<String, Object> changes);

  @POST("api/v1/workspace/{workspace}/owner/transfer")
  Call<RemoteAnswer> transferOwner(
      @Path("workspace") String workspace, @Body Map<String, Object> owner);

  @POST("api/v1/workspace/accesskey/add")
  Call<RemoteAnswer> addAccessKey(@Body Map<String, Object> key);

  @GET("api/v1/datakit/list")
  Call<RemoteAnswer> dataKits(
      @Query("workspaceUUID") String workspace,
      @Query("isOnline") @Nullable Boolean online,
      @Query("pageIndex") int pageIndex,
      @Query("pageSize") int pageSize);

  @POST("api/v1/df/{workspace}/query_data")
  Call<RemoteAnswer> query(@Path("workspace") String workspace, @Body Map<String, Object> queries);
}
