package com.guance.onboarding.billing;

import com.guance.onboarding.domain.InvalidInputException;
import com.guance.onboarding.domain.Site;
import com.guance.onboarding.transport.HttpSettings;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.immutables.value.Value;

/**
 * Where one site answers. An address that no public document names is empty, never guessed; set it
 * yourself with {@link #builder()} and {@link Sites#with(SiteHosts)}.
 */
@Value.Immutable
public abstract class SiteHosts {

  SiteHosts() {}

  /** {@return the site} */
  public abstract Site site();

  /** {@return the brand whose site it is; Guance unless set} */
  @Value.Default
  public Brand brand() {
    return Brand.GUANCE;
  }

  /** {@return where it is and who operates it, for people; empty unless set} */
  @Value.Default
  public String place() {
    return "";
  }

  /** {@return the console, where people work} */
  public abstract Optional<URI> console();

  /** {@return the OpenAPI, without the path {@code /api/v1}} */
  public abstract Optional<URI> openApi();

  /** {@return the dataway that takes DataKit's data} */
  public abstract URI openway();

  /** {@return the sign-in service} */
  public abstract Optional<URI> auth();

  /** {@return the sign-in page of the Billing Center that settles this site} */
  public abstract Optional<URI> billingCenter();

  /** The origins outside this machine that may be plain HTTP. */
  abstract Set<URI> plainHttpOrigins();

  /**
   * The OpenAPI's address, which must be known.
   *
   * @return the address
   * @throws InvalidInputException if no document names it and nobody has set it
   */
  public URI requireOpenApi() {
    return openApi()
        .orElseThrow(
            () ->
                new InvalidInputException(
                    "sites." + site().key() + ".openApi",
                    "is published by no document; set it with Sites.with(SiteHosts)"));
  }

  /**
   * How one of the site's addresses is called: over plain HTTP only where this site takes that.
   *
   * @param address one of the site's addresses
   * @param more what else to set
   * @return the settings
   */
  public HttpSettings http(URI address, Consumer<HttpSettings.Builder> more) {
    HttpSettings.Builder http = HttpSettings.builder();
    more.accept(http);
    if (Addresses.isAmong(plainHttpOrigins(), address)) {
      http.DANGEROUS_allowPlainHttp(address);
    }
    return http.baseUrl(address).build();
  }

  @Value.Check
  void check() {
    console().ifPresent(value -> checkAddress("console", value));
    openApi().ifPresent(value -> checkAddress("openApi", value));
    checkAddress("openway", openway());
    auth().ifPresent(value -> checkAddress("auth", value));
  }

  private void checkAddress(String name, URI address) {
    Addresses.check("sites." + site().key() + "." + name, address, plainHttpOrigins());
  }

  /** {@return a builder} */
  public static Builder builder() {
    return new Builder();
  }

  /** Collects the addresses of a site. */
  public static final class Builder extends ImmutableSiteHosts.Builder {
    Builder() {}

    /**
     * Takes plain HTTP for the addresses of one origin outside this machine. Tokens and keys then
     * cross the network to it in the clear. {@link SiteHosts#http} takes it over; settings of your
     * own need the same of {@link HttpSettings}.
     *
     * @param origin scheme, host and port, such as {@code http://dataway.internal:9528}; call again
     *     for another one
     * @return this builder
     */
    public Builder DANGEROUS_allowPlainHttp(URI origin) {
      return addPlainHttpOrigins(origin);
    }
  }
}
