package com.guance.onboarding.billing.external;

import com.guance.onboarding.domain.InvalidInputException;
import com.guance.onboarding.domain.Secret;
import com.guance.onboarding.transport.HttpSettings;
import org.immutables.value.Value;

/** Which private deployment to talk to, and as whom. */
@Value.Immutable
public abstract class ExternalSettings {

  ExternalSettings() {}

  /**
   * Where to: the endpoint without {@code /api/v1}, and everything else about HTTP. An authorizer
   * in it is replaced by ours. A deployment without TLS needs its origin to be named as {@link
   * HttpSettings#DANGEROUS_allowPlainHttp() the one that may be called over plain HTTP}.
   *
   * @return the HTTP settings
   */
  public abstract HttpSettings http();

  /** {@return the {@code external.accessKey} of the deployment} */
  public abstract Secret accessKey();

  /** {@return the {@code external.secretKey} of the deployment} */
  public abstract Secret secretKey();

  /** {@return how signatures are written; hexadecimal unless set} */
  @Value.Default
  public SignatureEncoding encoding() {
    return SignatureEncoding.HEX;
  }

  /** {@return the version of the signature, {@code X-Df-SVersion}; {@code v20240417} unless set} */
  @Value.Default
  public String signatureVersion() {
    return "v20240417";
  }

  @Value.Check
  void check() {
    if (!signatureVersion().matches("[A-Za-z0-9._-]{1,64}")) {
      throw new InvalidInputException("signatureVersion", "must be such as v20240417");
    }
  }

  /** {@return a builder} */
  public static Builder builder() {
    return new Builder();
  }

  /** Collects settings. */
  public static final class Builder extends ImmutableExternalSettings.Builder {
    Builder() {}
  }
}
