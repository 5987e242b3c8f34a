package com.guance.onboarding.huawei.openapi;

import com.guance.onboarding.domain.Secret;
import com.guance.onboarding.transport.HttpSettings;
import java.net.URI;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.immutables.value.Value;

/** Which KooGallery is called, with whose keys. Immutable. */
@Value.Immutable
public interface OpenApiSettings {

  /**
   * The site that the product is sold on.
   *
   * @return the site
   */
  KooGallerySite site();

  /**
   * The seller's AK/SK. Asked for every attempt of every call, so that keys can be rotated and
   * temporary keys renewed; should answer from memory.
   *
   * @return the source of the keys
   */
  @Value.Redacted
  Supplier<AccessKeys> keys();

  /**
   * The key that the seller has bound to the production interface; the usage push is signed with it
   * besides. Asked for every attempt.
   *
   * @return the source of the key; empty if no usage is pushed
   */
  @Value.Redacted
  Optional<Supplier<Secret>> usageKey();

  /**
   * Another address in place of the site's marketplace, for a proxy or a test.
   *
   * @return the address; empty for the site's own
   */
  Optional<URI> marketplace();

  /**
   * Another address in place of the site's second one.
   *
   * @return the address; empty for the site's own, and for none if {@link #marketplace()} is set
   */
  Optional<URI> secondMarketplace();

  /**
   * Another address in place of the site's IAM, for other regions.
   *
   * @return the address; empty for the site's own
   */
  Optional<URI> iam();

  /**
   * Whether {@code buyerInfo.customerId} is the buyer's Huawei Cloud account ID. Huawei's documents
   * suggest it and never say it (contracts/orgid-huawei.md, C).
   *
   * @return true unless set
   */
  @Value.Default
  default boolean customerIdIsAccountId() {
    return true;
  }

  /**
   * Whether the usage push sends values as numbers: the Chinese pages say text, the international
   * ones number (contracts/koogallery.md §6.2).
   *
   * @return false for {@link KooGallerySite#CN}, true for the others, unless set
   */
  @Value.Default
  default boolean usageValuesAsNumbers() {
    return site() != KooGallerySite.CN;
  }

  /**
   * Changes time-outs, proxy or TLS. Address and authorizer are set afterwards.
   *
   * @return what to change; nothing unless set
   */
  @Value.Redacted
  @Value.Default
  default Consumer<HttpSettings.Builder> http() {
    return http -> {};
  }

  /**
   * Starts from the defaults; {@link #site()} and {@link #keys()} have none.
   *
   * @return a new builder
   */
  static Builder builder() {
    return new Builder();
  }

  /** Builds {@link OpenApiSettings}. Not thread-safe. */
  final class Builder extends ImmutableOpenApiSettings.Builder {
    Builder() {}
  }
}
