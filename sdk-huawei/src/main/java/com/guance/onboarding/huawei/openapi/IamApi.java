package com.guance.onboarding.huawei.openapi;

import java.util.List;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;
import retrofit2.http.GET;

/** The one path of IAM that is used (contracts/orgid-huawei.md B.2). */
interface IamApi {

  @GET("v3/auth/domains")
  Call<DomainsPayload> domains();

  record DomainsPayload(@Nullable List<@Nullable DomainPayload> domains) {}

  record DomainPayload(@Nullable String id, @Nullable String name) {}
}
