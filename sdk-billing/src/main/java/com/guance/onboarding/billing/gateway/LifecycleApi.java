package com.guance.onboarding.billing.gateway;

import java.util.Map;
import retrofit2.Call;
import retrofit2.http.Body;
import retrofit2.http.GET;
import retrofit2.http.POST;
import retrofit2.http.Path;

/** The gateway's paths of a workspace's life (docs/api/billing-center.yaml, tag lifecycle). */
interface LifecycleApi {

  String WORKSPACE = BillingCenterApi.ROOT + "workspaces/{workspaceId}/";

  @GET(WORKSPACE + "lifecycle")
  Call<LifecyclePayload> read(@Path("workspaceId") String workspaceId);

  @POST(WORKSPACE + "settlement")
  Call<LifecyclePayload> changeSettlement(
      @Path("workspaceId") String workspaceId, @Body SettlementChangePayload settlement);

  @POST(WORKSPACE + "unlock")
  Call<LifecyclePayload> unlock(
      @Path("workspaceId") String workspaceId, @Body Map<String, String> nothing);

  @POST(WORKSPACE + "upgrade")
  Call<LifecyclePayload> upgrade(
      @Path("workspaceId") String workspaceId, @Body UpgradePayload upgrade);
}
