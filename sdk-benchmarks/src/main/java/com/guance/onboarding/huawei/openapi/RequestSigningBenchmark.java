package com.guance.onboarding.huawei.openapi;

import com.guance.onboarding.benchmarks.Measured;
import com.guance.onboarding.domain.Secret;
import com.huaweicloud.sdk.core.auth.AKSKSigner;
import com.huaweicloud.sdk.core.auth.BasicCredentials;
import com.huaweicloud.sdk.core.http.HttpMethod;
import com.huaweicloud.sdk.core.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Setup;

/**
 * What signing an order query costs, beside hashing and MAC alone and beside Huawei's own signer.
 * In the signer's package, because the signer is nobody else's business.
 */
public class RequestSigningBenchmark extends Measured {

  private static final String DATE = "20260102T030405Z";
  private static final String PATH = "/api/mkp-openapi-public/global/v1/order/query";
  private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");
  private static final byte[] EMPTY = new byte[0];

  private final AccessKeys keys =
      AccessKeys.permanent("EXAMPLEACCESSKEY0001", Secret.of("example-secret-key-not-a-real-one"));
  private final RequestSigner signer = new RequestSigner();
  private final SdkDates dates = new SdkDates();
  private final BasicCredentials credentials =
      new BasicCredentials().withAk(keys.accessKey()).withSk(keys.secretKey().reveal());
  private final HttpRequest official =
      HttpRequest.newBuilder()
          .withEndpoint("https://mkt.myhuaweicloud.com")
          .withMethod(HttpMethod.GET)
          .withPath(PATH)
          .addQueryParam("orderId", List.of("CS0000000000TEST1"))
          .addQueryParam("orderLineId", List.of("CS0000000000TEST1-000001"))
          .addHeader("X-Sdk-Date", DATE)
          .build();

  private MessageDigest digest;
  private Mac mac;
  private byte[] canonicalRequest;
  private byte[] stringToSign;

  /** Prepares what hashing and MAC alone work on: bytes of the very lengths that we sign. */
  @Setup
  public void prepare() throws GeneralSecurityException {
    digest = MessageDigest.getInstance("SHA-256");
    mac = Mac.getInstance("HmacSHA256");
    byte[] key = keys.secretKey().reveal().getBytes(StandardCharsets.UTF_8);
    mac.init(new SecretKeySpec(key, "HmacSHA256"));
    canonicalRequest =
        ("GET\n"
                + PATH
                + "/\norderId=CS0000000000TEST1&orderLineId=CS0000000000TEST1-000001\n"
                + "host:mkt.myhuaweicloud.com\nx-sdk-date:20260102T030405Z\n\nhost;x-sdk-date\n"
                + "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
            .getBytes(StandardCharsets.UTF_8);
    stringToSign =
        ("SDK-HMAC-SHA256\n" + DATE + "\n" + "0".repeat(64)).getBytes(StandardCharsets.UTF_8);
  }

  /** The floor: nothing can sign without these. */
  @Benchmark
  public int hashingAndMacAlone() {
    return digest.digest(canonicalRequest).length + mac.doFinal(stringToSign).length;
  }

  /** What the client runs for each call. */
  @Benchmark
  public String ours() {
    String[] headers = {"host", "mkt.myhuaweicloud.com", "x-sdk-date", dates.at(NOW)};
    return signer.authorization(
        keys,
        new SignableRequest(
            "GET",
            PATH,
            "orderId=CS0000000000TEST1&orderLineId=CS0000000000TEST1-000001",
            headers,
            EMPTY));
  }

  /** What the official SDK runs for each call. */
  @Benchmark
  public Map<String, String> official() {
    return AKSKSigner.getInstance().sign(official, credentials);
  }
}
