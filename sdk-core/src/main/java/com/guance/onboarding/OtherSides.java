package com.guance.onboarding;

import com.guance.onboarding.spi.BillingGateway;
import com.guance.onboarding.spi.MarketplaceGateway;
import com.guance.onboarding.spi.OrderSource;
import com.guance.onboarding.spi.SecretStore;
import com.guance.onboarding.spi.WorkspaceVerifier;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whom a flow asks: each may be missing, and then people do or say what is to be known. */
final class OtherSides {

  private final @Nullable OrderSource orders;
  private final @Nullable MarketplaceGateway marketplace;
  private final @Nullable BillingGateway billing;
  private final @Nullable WorkspaceVerifier verifier;
  private final @Nullable SecretStore keys;

  OtherSides(
      @Nullable OrderSource orders,
      @Nullable MarketplaceGateway marketplace,
      @Nullable BillingGateway billing,
      @Nullable WorkspaceVerifier verifier,
      @Nullable SecretStore keys) {
    this.orders = orders;
    this.marketplace = marketplace;
    this.billing = billing;
    this.verifier = verifier;
    this.keys = keys;
  }

  private @Nullable OrderSource source() {
    return orders == null ? marketplace : orders;
  }

  /** Decides by what they do and prove; people and callbacks must do for those that are missing. */
  Decider decider(boolean callbacks, Duration dataKept, Siblings siblings, Pointers pointers) {
    Capabilities capabilities =
        new Capabilities(
            source() != null,
            marketplace != null,
            callbacks,
            new Capabilities.AtGuance(billing != null, verifier != null, dataKept));
    Optional<VerificationPlan> verification =
        verifier == null || keys == null
            ? Optional.empty()
            : Optional.of(new VerificationPlan(verifier, keys, dataKept));
    return new Decider(
        capabilities,
        new MarketplacePlan(
            capabilities,
            Optional.ofNullable(source()),
            Optional.ofNullable(marketplace),
            siblings),
        Optional.ofNullable(billing).map(gateway -> new BillingPlan(gateway, verification)),
        verification,
        pointers);
  }

  /** Compares with those that can be looked at. */
  Comparer comparer(Siblings siblings) {
    List<Sights> sights = new ArrayList<>(4);
    OrderSource source = source();
    if (source != null) {
      sights.add(new OrderSights(source, siblings));
    }
    if (marketplace != null) {
      sights.add(new MarketplaceSights(marketplace));
    }
    if (billing != null) {
      sights.add(new BillingSights(billing));
    }
    if (verifier != null && keys != null) {
      sights.add(new VerifierSights(verifier, keys));
    }
    return new Comparer(sights);
  }

  /** Where API keys of workspaces are kept. */
  Optional<SecretStore> keys() {
    return Optional.ofNullable(keys);
  }

  /** What is closed with the flow, each once. */
  List<AutoCloseable> closeables() {
    Set<AutoCloseable> closeables = Collections.newSetFromMap(new IdentityHashMap<>(4));
    for (Object part : new @Nullable Object[] {marketplace, billing, orders, verifier}) {
      if (part instanceof AutoCloseable closeable) {
        closeables.add(closeable); // one object may serve as several
      }
    }
    return List.copyOf(closeables);
  }
}
