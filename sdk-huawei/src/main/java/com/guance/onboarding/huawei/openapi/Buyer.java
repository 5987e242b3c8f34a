package com.guance.onboarding.huawei.openapi;

import java.util.Optional;
import org.immutables.value.Value;

/** Who placed an {@link Order}: personal data, every part of which may be missing. Immutable. */
@Value.Immutable
public abstract class Buyer {

  Buyer() {}

  /**
   * The buyer's id on KooGallery.
   *
   * @return the id, by all signs the Huawei Cloud account ID
   */
  public abstract Optional<String> customerId();

  /**
   * The account's name.
   *
   * @return the name
   */
  public abstract Optional<String> customerName();

  /**
   * The verified name of the person or company.
   *
   * @return the name
   */
  public abstract Optional<String> customerRealName();

  /**
   * What kind of customer it is.
   *
   * @return the number, whose meaning Huawei does not state
   */
  public abstract Optional<Integer> customerType();

  /**
   * The IAM user who ordered.
   *
   * @return the user's id
   */
  public abstract Optional<String> userId();

  /**
   * The IAM user's name.
   *
   * @return the name
   */
  public abstract Optional<String> userName();

  /**
   * The buyer's phone.
   *
   * @return the number
   */
  public abstract Optional<String> mobilePhone();

  /**
   * The buyer's e-mail.
   *
   * @return the address
   */
  public abstract Optional<String> email();

  /**
   * Starts a buyer of whom nothing is known.
   *
   * @return a new builder
   */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns the ids only. */
  @Override
  public String toString() {
    return "Buyer[" + customerId().orElse("unknown") + "]";
  }

  /** Builds a {@link Buyer}. Not thread-safe. */
  public static final class Builder extends ImmutableBuyer.Builder {
    Builder() {}
  }
}
