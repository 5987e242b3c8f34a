package com.guance.onboarding.huawei.openapi;

import java.net.URI;
import java.util.Optional;

/** Huawei Cloud's sites: each has a marketplace of its own (contracts/koogallery.md §6.0). */
public enum KooGallerySite {
  /** China; its marketplace answers under a second host too. */
  CN(
      "https://mkt.myhuaweicloud.com",
      "https://mkt.myhuaweicloud.cn",
      "https://iam.myhuaweicloud.com"),
  /** International. */
  INTL("https://mkt-intl.myhuaweicloud.com", "", "https://iam.myhuaweicloud.com"),
  /** Europe. */
  EU("https://mkt.myhuaweicloud.eu", "", "https://iam.eu-west-101.myhuaweicloud.eu");

  private final URI marketplace;
  private final Optional<URI> secondMarketplace;
  private final URI iam;

  KooGallerySite(String marketplace, String secondMarketplace, String iam) {
    this.marketplace = URI.create(marketplace);
    this.secondMarketplace =
        secondMarketplace.isEmpty() ? Optional.empty() : Optional.of(URI.create(secondMarketplace));
    this.iam = URI.create(iam);
  }

  /**
   * Where orders are queried and usage is pushed.
   *
   * @return the address
   */
  public URI marketplace() {
    return marketplace;
  }

  /**
   * The other address of the same marketplace, for when the first cannot be reached.
   *
   * @return the address, if the site has one
   */
  public Optional<URI> secondMarketplace() {
    return secondMarketplace;
  }

  /**
   * Where keys are checked.
   *
   * @return the address
   */
  public URI iam() {
    return iam;
  }
}
