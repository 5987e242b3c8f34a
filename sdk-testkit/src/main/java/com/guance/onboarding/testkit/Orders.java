package com.guance.onboarding.testkit;

import com.guance.onboarding.domain.OrderKey;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** The orders of KooGallery, from the purchase to the release. */
final class Orders {

  static final String ACTIVE = "ACTIVE";
  static final String FROZEN = "FROZEN";
  static final String RELEASED = "RELEASED";

  private static final String PERIOD = "PERIOD";

  private final World world;
  private final Locks locks;

  Orders(World world) {
    this.world = world;
    this.locks = new Locks(world);
  }

  /** Buys; an order line that exists already stays as it is. */
  OrderRow purchase(NewOrder wanted) {
    OrderKey key = wanted.order().orElseGet(this::newKey);
    OrderRow existing = world.tables().orders.get(key);
    if (existing != null) {
      return existing;
    }
    String charging = wanted.chargingMode().name();
    OrderRow row =
        ImmutableOrderRow.builder()
            .key(key)
            .productId(wanted.productId())
            .chargingMode(charging)
            .orderType("NEW")
            .huaweiAccountId(Values.huaweiAccount("huaweiAccountId", wanted.buyer().value()))
            .instanceId(world.ids().next("inst-"))
            .instanceKnown(!world.partnerConnected())
            .multiInstance(wanted.multiInstance())
            .state(ACTIVE)
            .visibleFrom(world.now().plus(world.settings().activationTime()))
            .expiresAt(
                charging.equals(PERIOD) ? Optional.of(yearAfter(world.now())) : Optional.empty())
            .build();
    world.tables().orders.put(key, row);
    happened(WorldEvent.Kind.PURCHASED, row);
    return row;
  }

  private OrderKey newKey() {
    String orderId = world.ids().orderId();
    return new OrderKey(orderId, orderId + "-000001");
  }

  private static Instant yearAfter(Instant time) {
    return time.atOffset(ZoneOffset.UTC).plusYears(1).toInstant();
  }

  /** The order line, once activation has made it visible. */
  OrderRow find(OrderKey key) {
    OrderRow row = world.tables().orders.get(key);
    if (row == null || row.visibleFrom().isAfter(world.now())) {
      throw Refused.missing("ORDER", "there is no such order line, or not yet");
    }
    return row;
  }

  OrderRow renew(OrderKey key) {
    OrderRow row = live(key);
    Instant from = row.expiresAt().filter(world.now()::isBefore).orElse(world.now());
    return put(with(row).expiresAt(yearAfter(from)).build(), WorldEvent.Kind.RENEWED);
  }

  OrderRow upgrade(OrderKey key) {
    return put(live(key), WorldEvent.Kind.UPGRADED);
  }

  OrderRow freeze(OrderKey key) {
    OrderRow row = put(with(live(key)).state(FROZEN).build(), WorldEvent.Kind.FROZEN);
    locks.frozen(row.huaweiAccountId());
    return row;
  }

  OrderRow unfreeze(OrderKey key) {
    OrderRow row = put(with(live(key)).state(ACTIVE).build(), WorldEvent.Kind.UNFROZEN);
    locks.unfrozen(row.huaweiAccountId());
    return row;
  }

  OrderRow close(OrderKey key) {
    OrderRow row = put(with(live(key)).state(RELEASED).build(), WorldEvent.Kind.RELEASED);
    locks.closed(row.huaweiAccountId());
    return row;
  }

  /** KooGallery takes an order back that the partner has not delivered. */
  Optional<OrderRow> unsubscribe(OrderKey key) {
    OrderRow row = world.tables().orders.get(key);
    if (row == null || row.state().equals(RELEASED)) {
      return Optional.empty();
    }
    OrderRow released = with(row).state(RELEASED).build();
    world.tables().orders.put(key, released);
    happened(WorldEvent.Kind.RELEASED, released, Optional.of(newKey()));
    return Optional.of(released);
  }

  /** The partner has named the instance; from now on everything about it carries that name. */
  void nameInstance(OrderKey key, String instanceId) {
    Optional.ofNullable(world.tables().orders.get(key))
        .ifPresent(row -> renameInSettlements(row.instanceId(), instanceId));
    world
        .tables()
        .orders
        .computeIfPresent(
            key, (k, row) -> with(row).instanceId(instanceId).instanceKnown(true).build());
    world
        .tables()
        .bindings
        .replaceAll(
            (id, row) ->
                row.order().equals(key)
                    ? ImmutableBindingRow.builder().from(row).instanceId(instanceId).build()
                    : row);
  }

  /** Whether the account has an order that is not released. */
  boolean subscribed(String huaweiAccount) {
    return world.tables().orders.values().stream()
        .filter(row -> row.huaweiAccountId().equals(huaweiAccount))
        .anyMatch(row -> !row.state().equals(RELEASED));
  }

  private void renameInSettlements(String before, String after) {
    world
        .tables()
        .workspaces
        .replaceAll(
            (id, row) ->
                ImmutableWorkspaceRow.builder()
                    .from(row)
                    .settlement(row.settlement().map(now -> now.renamed(before, after)))
                    .build());
  }

  /** The instance that an order has opened, if KooGallery knows the order. */
  Optional<String> instanceOf(String orderId) {
    return world.tables().orders.values().stream()
        .filter(row -> row.key().orderId().equals(orderId))
        .map(OrderRow::instanceId)
        .findFirst();
  }

  private static String orderType(WorldEvent.Kind kind) {
    return switch (kind) {
      case RENEWED -> "RENEW";
      case UPGRADED -> "CHANGE";
      default -> "UNSUBSCRIBE";
    };
  }

  private OrderRow live(OrderKey key) {
    OrderRow row = find(key);
    if (row.state().equals(RELEASED)) {
      throw Refused.conflict("ORDER_RELEASED", "the resource is closed");
    }
    return row;
  }

  private static ImmutableOrderRow.Builder with(OrderRow row) {
    return ImmutableOrderRow.builder().from(row);
  }

  private OrderRow put(OrderRow row, WorldEvent.Kind kind) {
    world.tables().orders.put(row.key(), row);
    happened(kind, row);
    return row;
  }

  private void happened(WorldEvent.Kind kind, OrderRow row) {
    boolean changes = kind == WorldEvent.Kind.RENEWED || kind == WorldEvent.Kind.UPGRADED;
    Optional<OrderKey> change = changes ? Optional.of(newKey()) : Optional.empty();
    happened(kind, row, change);
  }

  private void happened(WorldEvent.Kind kind, OrderRow row, Optional<OrderKey> change) {
    change.ifPresent(
        key ->
            world
                .tables()
                .changes
                .put(key, new ChangeOrderRow(key, row.key(), orderType(kind), world.now())));
    world.happened(new WorldEvent(kind, row, bound(row), change, world.eventTime()));
  }

  private Optional<WorldEvent.Bound> bound(OrderRow row) {
    return world.tables().bindings.values().stream()
        .filter(binding -> binding.order().equals(row.key()))
        .findFirst()
        .flatMap(
            binding ->
                Optional.ofNullable(world.tables().organizations.get(binding.organizationId()))
                    .map(found -> new WorldEvent.Bound(found, binding, List.of())));
  }
}
