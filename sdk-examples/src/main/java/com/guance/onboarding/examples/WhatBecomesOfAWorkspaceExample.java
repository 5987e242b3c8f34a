package com.guance.onboarding.examples;

import com.guance.onboarding.billing.gateway.LifecycleRefusal;
import com.guance.onboarding.billing.gateway.WorkspaceLife.Settlement.Kind;
import com.guance.onboarding.billing.gateway.WorkspaceLifecycle.HuaweiPayer;
import com.guance.onboarding.error.ConflictException;
import com.guance.onboarding.examples.LifecycleWorld.Customer;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BiConsumer;

/** What becomes of a workspace after its onboarding? Tells each thing, and whether it held. */
final class WhatBecomesOfAWorkspaceExample {

  private WhatBecomesOfAWorkspaceExample() {}

  static void run(BiConsumer<String, Boolean> tell) {
    try (LifecycleWorld world = new LifecycleWorld()) {
      Customer gcy = world.onboard("gcy");
      tell.accept("completed: the Huawei account pays", world.pays(gcy) == Kind.HUAWEI_CLOUD);
      world.kooGallery().renew(gcy.order());
      Instant expires = world.subscription(gcy).expires().orElseThrow();
      tell.accept("renewed until " + expires, expires.isAfter(world.now().plus(days(364))));
      world.kooGallery().freeze(gcy.order());
      tell.accept("frozen: " + world.countdown(gcy), world.locked(gcy));
      world.kooGallery().unfreeze(gcy.order());
      tell.accept("unfrozen: " + world.countdown(gcy), !world.locked(gcy));

      changeSettlement(world, gcy, tell);

      world.kooGallery().close(gcy.order());
      tell.accept("closed: " + world.countdown(gcy), world.locked(gcy));
      world.pass(days(13));
      tell.accept("day 13: history can be read", world.historyReadable(gcy));
      world.lifecycle().unlock(gcy.workspace(), "unlock gcy");
      tell.accept("unlocked: the Billing Center pays", world.pays(gcy) == Kind.BILLING_CENTER);
      world.pass(days(2));
      tell.accept("day 15: everything is still there", world.historyReadable(gcy));

      Customer acme = world.onboard("acme");
      world.kooGallery().close(acme.order());
      world.pass(days(15));
      tell.accept("another, day 15: " + world.countdown(acme), !world.historyReadable(acme));
      try {
        world.lifecycle().unlock(acme.workspace(), "unlock acme");
        tell.accept("unlocking came too late, and worked", false);
      } catch (ConflictException late) {
        boolean over = LifecycleRefusal.of(late) == LifecycleRefusal.COUNTDOWN_OVER;
        tell.accept("unlocking came too late", over);
      }
    }
  }

  private static void changeSettlement(
      LifecycleWorld world, Customer gcy, BiConsumer<String, Boolean> tell) {
    var lifecycle = world.lifecycle();
    lifecycle.settleThroughBillingCenter(gcy.workspace(), gcy.account(), "gcy, first");
    tell.accept("changed: the Billing Center pays", world.pays(gcy) == Kind.BILLING_CENTER);
    HuaweiPayer huawei = new HuaweiPayer(gcy.huaweiAccount(), world.subscription(gcy).instance());
    try {
      lifecycle.settleThroughHuaweiCloud(gcy.workspace(), gcy.account(), huawei, "too soon");
      tell.accept("a second change in one month, and it worked", false);
    } catch (ConflictException refused) {
      Instant from = refused.allowedFrom().orElseThrow();
      boolean second = LifecycleRefusal.of(refused) == LifecycleRefusal.SECOND_CHANGE_IN_A_MONTH;
      tell.accept("a second change is refused until " + from, second);
      world.pass(Duration.between(world.now(), from));
    }
    lifecycle.settleThroughHuaweiCloud(gcy.workspace(), gcy.account(), huawei, "gcy, second");
    tell.accept("then the Huawei account pays again", world.pays(gcy) == Kind.HUAWEI_CLOUD);
  }

  private static Duration days(int days) {
    return Duration.ofDays(days);
  }
}
