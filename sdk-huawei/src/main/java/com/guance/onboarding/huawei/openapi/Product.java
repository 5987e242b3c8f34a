package com.guance.onboarding.huawei.openapi;

import java.math.BigDecimal;
import java.util.Optional;
import org.immutables.value.Value;

/** What an {@link OrderLine} sells. Immutable. */
@Value.Immutable
public interface Product {

  /**
   * The product.
   *
   * @return its id, if KooGallery says
   */
  Optional<String> productId();

  /**
   * The specification.
   *
   * @return its code, if KooGallery says
   */
  Optional<String> skuCode();

  /**
   * The quantity of the linear attribute.
   *
   * @return the value, if the product has one
   */
  Optional<BigDecimal> linearValue();

  /**
   * The product's name.
   *
   * @return the name, if KooGallery says
   */
  Optional<String> name();

  /**
   * Starts an empty product.
   *
   * @return a new builder
   */
  static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link Product}. Not thread-safe. */
  final class Builder extends ImmutableProduct.Builder {
    Builder() {}
  }
}
