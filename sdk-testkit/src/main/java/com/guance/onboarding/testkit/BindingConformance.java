package com.guance.onboarding.testkit;

import com.guance.onboarding.domain.OrderKey;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The checks of a Joint Operations gateway about an order of the buyer. */
final class BindingConformance {

  private static final String BINDINGS = "/app-bindings";

  private final GatewayConformanceSettings settings;
  private final GatewayChecks checks;
  private final GatewayProbe gateway;
  private final OrganizationConformance organizations;
  private Optional<String> binding = Optional.empty();

  BindingConformance(
      GatewayConformanceSettings settings,
      GatewayChecks checks,
      GatewayProbe gateway,
      OrganizationConformance organizations) {
    this.settings = settings;
    this.checks = checks;
    this.gateway = gateway;
    this.organizations = organizations;
  }

  void run() {
    checks.check("order names its buyer", this::knownOrder);
    checks.check("order is bound", this::bind);
    checks.check("bound order is a conflict with its id", this::boundAlready);
    checks.check("binding is found by order", this::findBinding);
    checks.check("members are authorized, again without harm", this::authorize);
    checks.check("stranger is not authorized", this::strangers);
    checks.check("login address is a web address", this::loginAddress);
  }

  private void knownOrder() {
    OrderKey order = order();
    gateway
        .get(
            "/orders/"
                + GatewayProbe.in(order.orderId())
                + "/lines/"
                + GatewayProbe.in(order.orderLineId()))
        .ok(200)
        .saying("orderId", order.orderId())
        .saying("orderLineId", order.orderLineId())
        .saying("huaweiAccountId", settings.buyer().value())
        .text("productId");
  }

  private Fields newBinding() {
    return Fields.of("orderId", order().orderId())
        .and("orderLineId", order().orderLineId())
        .and("organizationId", organizations.organization());
  }

  private void bind() {
    GatewayReply bound =
        gateway
            .post(BINDINGS, "binding-" + settings.run(), newBinding())
            .ok(201)
            .saying("orderId", order().orderId())
            .saying("orderLineId", order().orderLineId())
            .saying("organizationId", organizations.organization());
    binding = Optional.of(bound.text("bindingId"));
  }

  private void boundAlready() {
    gateway
        .post(BINDINGS, "binding-again-" + settings.run(), newBinding())
        .refused(409, "ORDER_ALREADY_BOUND")
        .existing(binding());
  }

  private void findBinding() {
    OrderKey order = order();
    String path =
        BINDINGS
            + "?orderId="
            + GatewayProbe.in(order.orderId())
            + "&orderLineId="
            + GatewayProbe.in(order.orderLineId());
    if (!ConformancePages.ids(gateway, path, "bindingId").equals(List.of(binding()))) {
      throw Unfit.failed("the list for the order is not this binding alone");
    }
  }

  private String authorizations() {
    return BINDINGS + "/" + GatewayProbe.in(binding()) + "/authorizations";
  }

  private void authorize() {
    Fields wanted = Fields.of("accounts", List.of("member-a", "member-b"));
    for (String key : List.of("authorize-", "authorize-again-")) {
      Set<String> enabled = new HashSet<>();
      gateway
          .post(authorizations(), key + settings.run(), wanted)
          .items()
          .forEach(item -> enabled.add(item.path("account").asText()));
      if (!enabled.equals(Set.of("member-a", "member-b"))) {
        throw Unfit.failed("items are not the members that were authorized");
      }
    }
    ConformancePages.walk(gateway, authorizations(), "account", Set.of("member-a", "member-b"));
  }

  private void strangers() {
    gateway
        .post(
            authorizations(),
            "stranger-" + settings.run(),
            Fields.of("accounts", List.of("nobody")))
        .refused(422, "MEMBER_NOT_IN_ORGANIZATION")
        .naming("accounts");
  }

  private void loginAddress() {
    String url =
        gateway
            .get(BINDINGS + "/" + GatewayProbe.in(binding()) + "/login-address")
            .ok(200)
            .text("url");
    if (!url.startsWith("https://")) {
      throw Unfit.failed("url is no https address");
    }
  }

  private OrderKey order() {
    return settings.order().orElseThrow(() -> Unfit.skipped("needs an order of the buyer"));
  }

  private String binding() {
    return binding.orElseThrow(() -> Unfit.skipped("needs the binding"));
  }
}
