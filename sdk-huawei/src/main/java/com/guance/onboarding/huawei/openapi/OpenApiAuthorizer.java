package com.guance.onboarding.huawei.openapi;

import com.guance.onboarding.domain.Secret;
import com.guance.onboarding.transport.Authorizer;
import com.guance.onboarding.transport.OutgoingRequest;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

/** Signs every attempt anew, with the keys and the time of that moment. */
final class OpenApiAuthorizer implements Authorizer {

  private final Supplier<AccessKeys> keys;
  private final Optional<Supplier<Secret>> usageKey;
  private final Clock clock;
  private final Supplier<String> nonces;
  private final RequestSigner signer = new RequestSigner();
  private final SdkDates dates = new SdkDates();

  OpenApiAuthorizer(OpenApiSettings settings, Clock clock, Supplier<String> nonces) {
    this.keys = settings.keys();
    this.usageKey = settings.usageKey();
    this.clock = clock;
    this.nonces = nonces;
  }

  @Override
  public void authorize(OutgoingRequest request) {
    AccessKeys now = Objects.requireNonNull(keys.get(), "keys() gave no keys");
    byte[] body = request.body();
    Headers headers = new Headers(request);
    request.header("Content-Type").ifPresent(type -> headers.signed("content-type", type));
    headers.signed("host", request.host());
    headers.add("X-Sdk-Date", "x-sdk-date", dates.at(clock.instant()));
    now.securityToken()
        .ifPresent(token -> headers.add("X-Security-Token", "x-security-token", token.reveal()));
    if (request.rawPath().endsWith(KooGalleryApi.USAGE)) {
      usageKey.ifPresent(key -> signUsage(headers, key.get(), body));
    }
    request.header(
        "Authorization",
        signer.authorization(
            now,
            new SignableRequest(
                request.method(),
                request.rawPath(),
                request.rawQuery().orElse(""),
                headers.toArray(),
                body)));
  }

  private void signUsage(Headers headers, Secret key, byte[] body) {
    String ts = Long.toString(clock.millis());
    String nonce = nonces.get();
    headers.add("ts", "ts", ts);
    headers.add("nonce", "nonce", nonce);
    headers.add("signature", "signature", UsageSignature.of(key, ts, nonce, body));
  }

  /** The headers that are signed, those that we add among them. */
  private static final class Headers {

    private final OutgoingRequest request;
    private final List<String> signed = new ArrayList<>(14);

    Headers(OutgoingRequest request) {
      this.request = request;
    }

    void add(String name, String lowerCaseName, String value) {
      request.header(name, value);
      signed(lowerCaseName, value);
    }

    void signed(String lowerCaseName, String value) {
      signed.add(lowerCaseName);
      signed.add(value);
    }

    String[] toArray() {
      return signed.toArray(new String[0]);
    }
  }
}
