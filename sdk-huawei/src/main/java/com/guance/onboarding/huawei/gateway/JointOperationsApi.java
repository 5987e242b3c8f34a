package com.guance.onboarding.huawei.gateway;

import com.guance.onboarding.transport.CursorPage;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;
import retrofit2.http.Body;
import retrofit2.http.GET;
import retrofit2.http.POST;
import retrofit2.http.Path;
import retrofit2.http.Query;

/** The gateway's paths (docs/api/joint-operations.yaml). */
interface JointOperationsApi {

  String ROOT = "joint-operations/v1/";
  String PAGE = "?pageSize=100";

  @GET(ROOT + "orders/{orderId}/lines/{orderLineId}")
  Call<OrderPayload> order(
      @Path("orderId") String orderId, @Path("orderLineId") String orderLineId);

  @GET(ROOT + "organizations" + PAGE)
  Call<CursorPage<OrganizationPayload>> organizations(
      @Query("huaweiAccountId") String huaweiAccountId,
      @Query("shortName") @Nullable String shortName,
      @Query("cursor") @Nullable String cursor);

  @GET(ROOT + "organizations/{organizationId}")
  Call<OrganizationPayload> organization(@Path("organizationId") String organizationId);

  @POST(ROOT + "organizations")
  Call<OrganizationPayload> createOrganization(@Body NewOrganizationPayload organization);

  @GET(ROOT + "organizations/{organizationId}/members" + PAGE)
  Call<CursorPage<MemberPayload>> members(
      @Path("organizationId") String organizationId,
      @Query("account") String account,
      @Query("cursor") @Nullable String cursor);

  @POST(ROOT + "organizations/{organizationId}/members")
  Call<MemberPayload> addMember(
      @Path("organizationId") String organizationId, @Body NewMemberPayload member);

  @GET(ROOT + "app-bindings" + PAGE)
  Call<CursorPage<BindingPayload>> bindings(
      @Query("orderId") String orderId,
      @Query("orderLineId") String orderLineId,
      @Query("cursor") @Nullable String cursor);

  @POST(ROOT + "app-bindings")
  Call<BindingPayload> bind(@Body NewBindingPayload binding);

  @GET(ROOT + "app-bindings/{bindingId}/authorizations" + PAGE)
  Call<CursorPage<AuthorizationPayload>> authorizations(
      @Path("bindingId") String bindingId, @Query("cursor") @Nullable String cursor);

  @POST(ROOT + "app-bindings/{bindingId}/authorizations")
  Call<CursorPage<AuthorizationPayload>> authorize(
      @Path("bindingId") String bindingId, @Body NewAuthorizationsPayload members);

  @GET(ROOT + "app-bindings/{bindingId}/login-address")
  Call<LoginAddressPayload> loginAddress(@Path("bindingId") String bindingId);
}
