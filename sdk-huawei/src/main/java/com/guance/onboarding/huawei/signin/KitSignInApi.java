package com.guance.onboarding.huawei.signin;

import java.util.Map;
import retrofit2.Call;
import retrofit2.http.FieldMap;
import retrofit2.http.FormUrlEncoded;
import retrofit2.http.GET;
import retrofit2.http.Header;
import retrofit2.http.POST;

/** The paths of an organization's sign-in domain (contracts/koogallery.md §5). */
interface KitSignInApi {

  @FormUrlEncoded
  @POST("api/v1/oauth2/token")
  Call<TokenPayload> token(@FieldMap Map<String, String> form);

  @GET("api/v1/oauth2/userinfo")
  Call<MemberPayload> member(@Header("Authorization") String bearer);
}
