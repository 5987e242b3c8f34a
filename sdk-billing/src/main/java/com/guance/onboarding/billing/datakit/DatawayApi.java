package com.guance.onboarding.billing.datakit;

import com.guance.onboarding.transport.RemoteAnswer;
import retrofit2.Call;
import retrofit2.http.GET;
import retrofit2.http.Path;

/** What DataKit itself asks a dataway first, contracts/guance.md §6. */
interface DatawayApi {

  @GET("v1/check/token/{token}")
  Call<RemoteAnswer> check(@Path("token") String token);
}
