package com.guance.onboarding.testkit;

/** Hears what happened in the world, once the change is in force; called outside its lock. */
@FunctionalInterface
interface WorldListener {

  void on(WorldEvent event, Origin origin);
}
