package com.guance.onboarding.testkit;

import com.guance.onboarding.domain.OrderKey;

/** What the buyer does with a subscription that runs, in KooGallery's console. */
public final class Subscriptions {

  private final ConsoleActs acts;

  Subscriptions(ConsoleActs acts) {
    this.acts = acts;
  }

  /**
   * Renews for a year.
   *
   * @param order the order
   */
  public void renew(OrderKey order) {
    Refusals.shown(() -> acts.change(row -> acts.orders().renew(row.key()), order));
  }

  /**
   * Upgrades.
   *
   * @param order the order
   */
  public void upgrade(OrderKey order) {
    Refusals.shown(() -> acts.change(row -> acts.orders().upgrade(row.key()), order));
  }

  /**
   * Has it frozen, as by arrears.
   *
   * @param order the order
   */
  public void freeze(OrderKey order) {
    Refusals.shown(() -> acts.change(row -> acts.orders().freeze(row.key()), order));
  }

  /**
   * Has it run again.
   *
   * @param order the order
   */
  public void unfreeze(OrderKey order) {
    Refusals.shown(() -> acts.change(row -> acts.orders().unfreeze(row.key()), order));
  }

  /**
   * Closes the resource for good.
   *
   * @param order the order
   */
  public void close(OrderKey order) {
    Refusals.shown(() -> acts.change(row -> acts.orders().close(row.key()), order));
  }
}
