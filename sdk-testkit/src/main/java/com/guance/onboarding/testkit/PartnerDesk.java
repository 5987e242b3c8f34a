package com.guance.onboarding.testkit;

import com.guance.onboarding.domain.OrderKey;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

/** What follows from a partner's answers: instances get names, orders fail. */
final class PartnerDesk {

  private final World world;
  private final Console console;
  private final InstanceNotices instances;
  private final FailedOrders failed;
  private final Consumer<Notice> next;

  /**
   * Sits behind the calls.
   *
   * @param next sends out what an answer leads to
   */
  PartnerDesk(World world, Console console, InstanceNotices instances, Consumer<Notice> next) {
    this.world = world;
    this.console = console;
    this.instances = instances;
    this.failed = new FailedOrders(world);
    this.next = next;
  }

  boolean instanceKnown(OrderKey order) {
    return world.act(
        Origin.GATEWAY,
        () ->
            Optional.ofNullable(world.tables().orders.get(order))
                .filter(OrderRow::instanceKnown)
                .isPresent());
  }

  private void named(OrderKey order, String instanceId) {
    world.act(
        Origin.GATEWAY,
        () -> {
          console.orders().nameInstance(order, instanceId);
          return true;
        });
  }

  /** Every call says another business id; the first one is remembered. */
  private String businessId(OrderKey order) {
    String id = world.ids().next("biz-");
    world.act(Origin.GATEWAY, () -> world.tables().firstBusinessIds.putIfAbsent(order, id) == null);
    return id;
  }

  private void unsubscribed(OrderKey order, PartnerCallback callback, Instant at) {
    failed.add(order, callback, at);
    world.act(Origin.PERSON, () -> console.orders().unsubscribe(order));
  }

  Notice newInstance(OrderKey order) {
    return new NewInstance(order);
  }

  /** An order was placed; without an answer it is taken back. */
  private final class NewInstance implements Notice {

    private final OrderKey order;

    NewInstance(OrderKey order) {
      this.order = order;
    }

    @Override
    public PartnerCallback callback() {
      return PartnerCallback.NEW_INSTANCE;
    }

    @Override
    public Optional<OrderKey> order() {
      return Optional.of(order);
    }

    @Override
    public boolean needsInstance() {
      return false;
    }

    @Override
    public Fields body(Instant at) {
      return InstanceNotices.newInstance(order, businessId(order));
    }

    @Override
    public boolean settledBy(CallResult result) {
      return result.succeeded() || result.processing();
    }

    @Override
    public void delivered(CallResult result, Instant at) {
      named(order, result.body().path("instanceId").asText());
      next.accept(new Query(order, result.processing()));
    }

    @Override
    public void givenUp(Instant at) {
      unsubscribed(order, callback(), at);
    }
  }

  /** What the buyer is to see; asked until there is something. */
  private final class Query implements Notice {

    private final OrderKey order;
    private final boolean asynchronous;

    Query(OrderKey order, boolean asynchronous) {
      this.order = order;
      this.asynchronous = asynchronous;
    }

    @Override
    public PartnerCallback callback() {
      return PartnerCallback.QUERY_INSTANCE;
    }

    @Override
    public Optional<OrderKey> order() {
      return Optional.of(order);
    }

    @Override
    public Fields body(Instant at) {
      return InstanceNotices.query(instances.instance(order));
    }

    @Override
    public boolean settledBy(CallResult result) {
      return tellsAccess(result, instances.instance(order));
    }

    /** An instance that is still being created after three hours never will be. */
    @Override
    public void givenUp(Instant at) {
      if (asynchronous) {
        unsubscribed(order, PartnerCallback.NEW_INSTANCE, at);
      }
    }
  }

  /** Whether an answer says how to enter the instance. */
  static boolean tellsAccess(CallResult result, String instanceId) {
    if (!result.succeeded()) {
      return false;
    }
    for (com.fasterxml.jackson.databind.JsonNode info : result.body().path("info")) {
      boolean meant = info.path("instanceId").asText("").equals(instanceId);
      if (meant && !info.path("appInfo").path("frontEndUrl").asText("").isBlank()) {
        return true;
      }
    }
    return false;
  }

  Notice upgradeCheck(OrderKey order, OrderKey change, Fields product) {
    return new UpgradeCheck(order, change, product);
  }

  Notice upgrade(OrderKey order, OrderKey change) {
    return new Upgrade(order, change);
  }

  /** May the specification change? Without a yes, it does not. */
  private final class UpgradeCheck implements Notice {

    private final OrderKey order;
    private final OrderKey change;
    private final Fields product;

    UpgradeCheck(OrderKey order, OrderKey change, Fields product) {
      this.order = order;
      this.change = change;
      this.product = product;
    }

    @Override
    public PartnerCallback callback() {
      return PartnerCallback.CHANGE_INSTANCE_CHECK;
    }

    @Override
    public Optional<OrderKey> order() {
      return Optional.of(order);
    }

    @Override
    public Fields body(Instant at) {
      return InstanceNotices.check(instances.instance(order), product);
    }

    @Override
    public void delivered(CallResult result, Instant at) {
      next.accept(upgrade(order, change));
    }
  }

  /** Another specification was bought; without an answer that order fails, the instance stays. */
  private final class Upgrade implements Notice {

    private final OrderKey order;
    private final OrderKey change;

    Upgrade(OrderKey order, OrderKey change) {
      this.order = order;
      this.change = change;
    }

    @Override
    public PartnerCallback callback() {
      return PartnerCallback.UPGRADE_INSTANCE;
    }

    @Override
    public Optional<OrderKey> order() {
      return Optional.of(order);
    }

    @Override
    public Fields body(Instant at) {
      return InstanceNotices.upgrade(instances.instance(order), change);
    }

    @Override
    public void givenUp(Instant at) {
      failed.add(change, callback(), at);
    }
  }
}
