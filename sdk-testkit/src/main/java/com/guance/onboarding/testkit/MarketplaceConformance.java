package com.guance.onboarding.testkit;

import com.guance.onboarding.domain.Secret;

/** The checks of a Joint Operations gateway. */
final class MarketplaceConformance {

  private final GatewayConformanceSettings settings;
  private final GatewayChecks checks;
  private final GatewayProbe gateway;

  MarketplaceConformance(GatewayConformanceSettings settings, GatewayChecks checks) {
    this.settings = settings;
    this.checks = checks;
    this.gateway = GatewayProbe.of(settings.baseUrl(), MarketplaceRoutes.BASE, settings.bearer());
  }

  void run() {
    checks.check("wrong token is refused", this::authentication);
    checks.check("unknown order is not found", this::unknownOrder);
    OrganizationConformance organizations = new OrganizationConformance(settings, checks, gateway);
    organizations.run();
    new MemberConformance(settings, checks, gateway, organizations).run();
    new BindingConformance(settings, checks, gateway, organizations).run();
  }

  private void authentication() {
    if (settings.bearer().isEmpty()) {
      throw Unfit.skipped("needs a token");
    }
    gateway
        .with(Secret.of("wrong-" + settings.run()))
        .get("/organizations?shortName=none")
        .refused(401, "UNAUTHENTICATED");
  }

  private void unknownOrder() {
    gateway.get("/orders/CS404" + settings.run() + "/lines/1").refused(404, "ORDER_NOT_FOUND");
  }
}
