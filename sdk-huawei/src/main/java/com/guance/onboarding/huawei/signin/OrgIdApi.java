package com.guance.onboarding.huawei.signin;

import java.util.Map;
import okhttp3.RequestBody;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;
import retrofit2.http.FieldMap;
import retrofit2.http.FormUrlEncoded;
import retrofit2.http.GET;
import retrofit2.http.Header;
import retrofit2.http.Multipart;
import retrofit2.http.POST;
import retrofit2.http.PartMap;

/** OrgID's paths (contracts/orgid-huawei.md A.2). */
interface OrgIdApi {

  String TOKEN = "orgid/openapi/v1/oauth2/token";

  @Multipart
  @POST(TOKEN)
  Call<TokenPayload> multipartToken(@PartMap Map<String, RequestBody> form);

  @FormUrlEncoded
  @POST(TOKEN)
  Call<TokenPayload> token(@FieldMap Map<String, String> form);

  @GET("orgid/openapi/v1/oauth2/userinfo")
  Call<MemberPayload> member(
      @Header("X-OrgID-Authorization") String bearer,
      @Header("Authorization") @Nullable String plainBearer);
}
