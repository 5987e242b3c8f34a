package com.guance.onboarding.testkit;

import com.guance.onboarding.domain.OrderKey;
import java.time.Instant;
import java.util.Optional;
import org.immutables.value.Value;

/** An order line and what runs because of it. */
@Value.Immutable
interface OrderRow {

  OrderKey key();

  String productId();

  String chargingMode();

  String orderType();

  String huaweiAccountId();

  String instanceId();

  /** Whether KooGallery knows the instance; a connected partner has to name it first. */
  @Value.Default
  default boolean instanceKnown() {
    return true;
  }

  boolean multiInstance();

  String state();

  Instant visibleFrom();

  Optional<Instant> expiresAt();
}
