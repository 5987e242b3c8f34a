package com.guance.onboarding.testkit;

import com.guance.onboarding.domain.OrderKey;
import java.util.List;
import java.util.Optional;

/** The Joint Operations gateway, as docs/api/joint-operations.yaml describes it. */
final class MarketplaceRoutes {

  static final String BASE = "/joint-operations/v1";

  private final Orders orders;
  private final Organizations organizations;
  private final Bindings bindings;

  MarketplaceRoutes(Orders orders, Organizations organizations, Bindings bindings) {
    this.orders = orders;
    this.organizations = organizations;
    this.bindings = bindings;
  }

  List<Route> all() {
    String organization = BASE + "/organizations/{organizationId}";
    String binding = BASE + "/app-bindings/{bindingId}";
    return List.of(
        Route.get("getOrderLine", BASE + "/orders/{orderId}/lines/{orderLineId}", this::order),
        Route.get("listOrganizations", BASE + "/organizations", this::listOrganizations),
        Route.get("getOrganization", organization, this::organization),
        Route.post("createOrganization", BASE + "/organizations", this::createOrganization),
        Route.get("listMembers", organization + "/members", this::listMembers),
        Route.post("addMember", organization + "/members", this::addMember),
        Route.get("listAppBindings", BASE + "/app-bindings", this::listBindings),
        Route.post("bindApp", BASE + "/app-bindings", this::bind),
        Route.get("listAuthorizations", binding + "/authorizations", this::listAuthorizations),
        Route.post("authorizeMembers", binding + "/authorizations", this::authorize),
        Route.get("getLoginAddress", binding + "/login-address", this::loginAddress));
  }

  private Answer order(Call call) {
    OrderKey key = key("orderId", call.at("orderId"), "orderLineId", call.at("orderLineId"));
    return Answer.ok(MarketplaceWire.order(orders.find(key)));
  }

  private Answer listOrganizations(Call call) {
    return Pages.of(
        call,
        organizations
            .all()
            .filter(row -> matches(call, "huaweiAccountId", row.huaweiAccountId()))
            .filter(row -> matches(call, "shortName", row.shortName()))
            .filter(row -> matches(call, "externalReference", row.externalReference().orElse(""))),
        this::show);
  }

  private static boolean matches(Call call, String name, String value) {
    return call.asked(name).filter(asked -> !asked.equals(value)).isEmpty();
  }

  private Fields show(OrganizationRow row) {
    return MarketplaceWire.organization(row, organizations.active(row));
  }

  private Answer organization(Call call) {
    return Answer.ok(show(organizations.find(call.at("organizationId"))));
  }

  private Answer createOrganization(Call call) {
    Body body = call.body();
    OrganizationRow row =
        organizations.create(
            new Organizations.Wanted(
                body.text("huaweiAccountId"),
                body.text("name"),
                body.text("shortName"),
                Optional.of(Values.reference(body.text("externalReference")))));
    return Answer.of(201, show(row));
  }

  private Answer listMembers(Call call) {
    String organizationId = organizations.find(call.at("organizationId")).organizationId();
    return Pages.of(
        call,
        organizations.members(organizationId).stream()
            .filter(row -> matches(call, "account", row.account())),
        MarketplaceWire::member);
  }

  private Answer addMember(Call call) {
    Body body = call.body();
    MemberRow row =
        organizations.addMember(
            call.at("organizationId"),
            body.text("account"),
            body.text("name"),
            body.text("initialPassword"));
    return Answer.of(201, MarketplaceWire.member(row));
  }

  private Answer listBindings(Call call) {
    return Pages.of(
        call,
        bindings
            .all()
            .filter(row -> matches(call, "orderId", row.order().orderId()))
            .filter(row -> matches(call, "orderLineId", row.order().orderLineId())),
        MarketplaceWire::binding);
  }

  private Answer bind(Call call) {
    Body body = call.body();
    OrderKey key = key("orderId", body.text("orderId"), "orderLineId", body.text("orderLineId"));
    return Answer.of(201, MarketplaceWire.binding(bindings.bind(key, body.text("organizationId"))));
  }

  private static OrderKey key(String idField, String id, String lineField, String line) {
    return new OrderKey(Values.text(idField, id, 1, 64), Values.text(lineField, line, 1, 64));
  }

  private Answer listAuthorizations(Call call) {
    String bindingId = bindings.find(call.at("bindingId")).bindingId();
    return Pages.of(
        call, bindings.authorizations(bindingId).stream(), MarketplaceWire::authorization);
  }

  private Answer authorize(Call call) {
    List<Fields> items =
        bindings.authorize(call.at("bindingId"), call.body().texts("accounts")).stream()
            .map(MarketplaceWire::authorization)
            .toList();
    return Answer.ok(Fields.of("items", items));
  }

  private Answer loginAddress(Call call) {
    return Answer.ok(Fields.of("url", bindings.loginAddress(bindings.find(call.at("bindingId")))));
  }
}
