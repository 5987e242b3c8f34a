package com.guance.onboarding.huawei.openapi;

import com.huaweicloud.sdk.core.auth.AKSKSigner;
import com.huaweicloud.sdk.core.auth.BasicCredentials;
import com.huaweicloud.sdk.core.http.HttpMethod;
import com.huaweicloud.sdk.core.http.HttpRequest;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Huawei's own signer, asked what it would put into {@code Authorization}. */
final class OfficialSigner {

  private final BasicCredentials credentials;

  OfficialSigner(AccessKeys keys) {
    credentials = new BasicCredentials().withAk(keys.accessKey()).withSk(keys.secretKey().reveal());
  }

  /** Takes path and query as they are before any encoding. */
  static HttpRequest request(
      String method,
      String path,
      Map<String, List<String>> query,
      List<Map.Entry<String, String>> headers,
      String body) {
    HttpRequest.HttpRequestBuilder builder =
        HttpRequest.newBuilder()
            .withEndpoint("https://mkt.myhuaweicloud.com")
            .withMethod(HttpMethod.valueOf(method))
            .withPath(path)
            .withBodyAsString(body);
    query.forEach(builder::addQueryParam);
    headers.forEach(header -> builder.addHeader(header.getKey(), header.getValue()));
    return builder.build();
  }

  String authorization(HttpRequest request) {
    return Objects.requireNonNull(
        AKSKSigner.getInstance().sign(request, credentials).get("Authorization"));
  }
}
