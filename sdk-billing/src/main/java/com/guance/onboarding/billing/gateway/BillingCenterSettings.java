package com.guance.onboarding.billing.gateway;

import com.guance.onboarding.billing.SiteHosts;
import com.guance.onboarding.billing.Sites;
import com.guance.onboarding.billing.datakit.TokenCheck;
import com.guance.onboarding.domain.Secret;
import com.guance.onboarding.transport.HttpSettings;
import java.net.URI;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.immutables.value.Value;

/**
 * Where the Billing Center gateway is and how it knows us. Immutable; checked when it is built: an
 * {@link com.guance.onboarding.error.InvalidSettingException} names field, rule and remedy.
 */
@Value.Immutable
public abstract class BillingCenterSettings {

  BillingCenterSettings() {}

  /**
   * The gateway's address, to which {@code /billing/v1/…} is appended: {@code https}, except on
   * loopback and for the origin of {@link HttpSettings#DANGEROUS_allowPlainHttp()}.
   *
   * @return the address
   */
  public abstract URI baseUrl();

  /**
   * The token that is sent as {@code Authorization: Bearer …}. Asked for every attempt of every
   * call, so that it can be renewed; should answer from memory.
   *
   * @return the source of the token; empty if the gateway asks for none
   */
  @Value.Redacted
  public abstract Optional<Supplier<Secret>> bearer();

  /**
   * The sites that a new account or workspace can be on; others are refused before anything is
   * sent.
   *
   * @return the documented sites of Guance unless set
   */
  @Value.Default
  public Sites sites() {
    return Sites.documented();
  }

  /**
   * Opens the check of a site's dataway, such as {@code TokenCheck::connect}. Then the flow reads
   * the install token from the gateway and asks the dataway of {@link #sites()} once whether it
   * takes it, before the first DataKit is waited for; it needs no API key for that.
   *
   * @return the check, closed after each use; empty unless set: no dataway is asked
   */
  @Value.Redacted
  public abstract Optional<Function<SiteHosts, TokenCheck>> tokenChecks();

  /**
   * Changes deadline, time-outs, attempts, proxy, mutual TLS, or allows plain HTTP for one origin.
   * Address and token are set afterwards.
   *
   * @return what to change; nothing unless set
   */
  @Value.Redacted
  @Value.Default
  public Consumer<HttpSettings.Builder> http() {
    return http -> {};
  }

  @Value.Redacted
  @Value.Derived
  HttpSettings httpSettings() {
    HttpSettings.Builder http = HttpSettings.builder();
    http().accept(http);
    bearer()
        .ifPresent(
            token ->
                http.authorizer(
                    request -> request.header("Authorization", "Bearer " + token.get().reveal())));
    return http.baseUrl(baseUrl()).build();
  }

  /**
   * Starts from the defaults; only {@link #baseUrl()} has none.
   *
   * @return a new builder
   */
  public static Builder builder() {
    return new Builder();
  }

  /** Builds {@link BillingCenterSettings}. Not thread-safe. */
  public static final class Builder extends ImmutableBillingCenterSettings.Builder {
    Builder() {}
  }
}
