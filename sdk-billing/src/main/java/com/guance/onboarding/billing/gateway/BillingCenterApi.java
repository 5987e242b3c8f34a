package com.guance.onboarding.billing.gateway;

import com.guance.onboarding.transport.CursorPage;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;
import retrofit2.http.Body;
import retrofit2.http.GET;
import retrofit2.http.POST;
import retrofit2.http.PUT;
import retrofit2.http.Path;
import retrofit2.http.Query;

/** The gateway's paths (docs/api/billing-center.yaml). */
interface BillingCenterApi {

  String ROOT = "billing/v1/";
  String PAGE = "?pageSize=100";

  @GET(ROOT + "huawei-accounts/{huaweiAccountId}/billing-account")
  Call<BillingAccountPayload> findAccount(@Path("huaweiAccountId") String huaweiAccountId);

  @GET(ROOT + "verification-codes" + PAGE)
  Call<CursorPage<SentCodePayload>> codes(
      @Query("externalReference") String reference, @Query("cursor") @Nullable String cursor);

  @POST(ROOT + "verification-codes")
  Call<SentCodePayload> sendCode(@Body NewCodePayload code);

  @POST(ROOT + "billing-accounts")
  Call<BillingAccountPayload> register(@Body NewAccountPayload account);

  @POST(ROOT + "billing-accounts/bind")
  Call<BillingAccountPayload> bind(@Body NewAccountPayload account);

  @PUT(ROOT + "billing-accounts/{billingAccountId}/enterprise")
  Call<BillingAccountPayload> confirmEnterprise(
      @Path("billingAccountId") String billingAccountId, @Body EnterprisePayload enterprise);

  @GET(ROOT + "billing-accounts/{billingAccountId}/workspaces" + PAGE)
  Call<CursorPage<WorkspacePayload>> workspaces(
      @Path("billingAccountId") String billingAccountId,
      @Query("state") String state,
      @Query("cursor") @Nullable String cursor);

  @GET(ROOT + "workspaces" + PAGE)
  Call<CursorPage<WorkspacePayload>> workspacesByReference(
      @Query("externalReference") String reference, @Query("cursor") @Nullable String cursor);

  @GET(ROOT + "workspaces/{workspaceId}")
  Call<WorkspacePayload> workspace(@Path("workspaceId") String workspaceId);

  @POST(ROOT + "workspaces")
  Call<WorkspacePayload> createWorkspace(@Body NewWorkspacePayload workspace);

  @POST(ROOT + "guance-accounts")
  Call<GuanceAccountPayload> registerAccount(@Body NewGuanceAccountPayload account);

  @POST(ROOT + "workspaces/{workspaceId}/binding")
  Call<WorkspacePayload> bindWorkspace(
      @Path("workspaceId") String workspaceId, @Body SettlementPayload settlement);

  @GET(ROOT + "workspaces/{workspaceId}/install-token")
  Call<InstallTokenPayload> installToken(@Path("workspaceId") String workspaceId);

  @GET(ROOT + "workspaces/{workspaceId}/datakits?pageSize=1")
  Call<CursorPage<DataKitPayload>> dataKits(
      @Path("workspaceId") String workspaceId, @Query("cursor") @Nullable String cursor);
}
