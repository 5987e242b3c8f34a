package com.guance.onboarding.testkit;

import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;

/** The rules of both sides; gateways and people go through the same ones. */
final class Console {

  private final Orders orders;
  private final Organizations organizations;
  private final Bindings bindings;
  private final Codes codes;
  private final BillingAccounts accounts;
  private final Workspaces workspaces;
  private final Settlements settlements;
  private final GuanceApis apis;

  Console(World world) {
    this.orders = new Orders(world);
    this.organizations = new Organizations(world);
    this.bindings = new Bindings(world, orders, organizations);
    this.codes = new Codes(world);
    this.accounts = new BillingAccounts(world, codes);
    this.workspaces = new Workspaces(world, accounts, codes, orders);
    this.settlements = new Settlements(world, orders, accounts, workspaces);
    this.apis = new GuanceApis(world, workspaces, Clock.systemUTC());
  }

  List<Route> gateways() {
    return Stream.of(
            new MarketplaceRoutes(orders, organizations, bindings).all(),
            new BillingRoutes(accounts, codes, workspaces).all(),
            new LifecycleRoutes(workspaces, settlements).all())
        .flatMap(List::stream)
        .toList();
  }

  Orders orders() {
    return orders;
  }

  Organizations organizations() {
    return organizations;
  }

  Bindings bindings() {
    return bindings;
  }

  Codes codes() {
    return codes;
  }

  BillingAccounts accounts() {
    return accounts;
  }

  Settlements settlements() {
    return settlements;
  }

  Workspaces workspaces() {
    return workspaces;
  }

  GuanceApis apis() {
    return apis;
  }
}
