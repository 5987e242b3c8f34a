package com.guance.onboarding.testkit;

import com.guance.onboarding.domain.ChargingMode;
import com.guance.onboarding.domain.HuaweiAccountId;
import com.guance.onboarding.domain.InvalidInputException;
import com.guance.onboarding.domain.OrderKey;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The robot over HTTP: what is not said is the newest thing of its kind, or a value of the guide's.
 */
final class BuyerRoutes {

  private static final String BASE = ControlRoutes.BASE + "/buyer";
  private static final String WENDY = "Wendy";
  private static final String ORDER_ID = "orderId";
  private static final String ORDER_LINE_ID = "orderLineId";
  private static final String ACCOUNT_ID = "huaweiAccountId";
  private static final String ORGANIZATION_ID = "organizationId";
  private static final String ACCOUNT = "account";

  private final ConsoleActs acts;
  private final Buyer buyer;

  BuyerRoutes(ConsoleActs acts, Buyer buyer) {
    this.acts = acts;
    this.buyer = buyer;
  }

  List<Route> all() {
    return List.of(
        act("purchase", this::purchase)
            .only(
                ORDER_ID, ORDER_LINE_ID, ACCOUNT_ID, "productId", "chargingMode", "multiInstance"),
        act("create-organization", this::createOrganization).only(ACCOUNT_ID, "name", "shortName"),
        act("add-member", this::addMember).only(ORGANIZATION_ID, ACCOUNT, "name"),
        act("bind", this::bind).only(ORDER_ID, ORDER_LINE_ID, ORGANIZATION_ID),
        act("authorize", this::authorize).only(ORDER_ID, ORDER_LINE_ID, "accounts"),
        act("sign-in", this::signIn).only(ORDER_ID, ORDER_LINE_ID, ACCOUNT),
        act("create-api-key", this::createApiKey).only("workspaceId"),
        change("renew", acts.orders()::renew),
        change("upgrade", acts.orders()::upgrade),
        change("freeze", acts.orders()::freeze),
        change("unfreeze", acts.orders()::unfreeze),
        change("close", acts.orders()::close));
  }

  private Route change(String name, Function<OrderKey, OrderRow> change) {
    return act(name, body -> changed(body, change)).only(ORDER_ID, ORDER_LINE_ID);
  }

  private static Route act(String name, Function<Body, Fields> act) {
    String operation = "buyer" + camel(name);
    return Route.post(operation, BASE + "/" + name, call -> Answer.ok(act.apply(call.body())));
  }

  private static String camel(String name) {
    StringBuilder camel = new StringBuilder();
    for (String word : name.split("-", -1)) {
      camel.append(Character.toUpperCase(word.charAt(0))).append(word, 1, word.length());
    }
    return camel.toString();
  }

  private Fields purchase(Body body) {
    NewOrder.Builder wanted =
        NewOrder.builder()
            .buyer(body.optional(ACCOUNT_ID).map(HuaweiAccountId::new).orElseGet(buyer::account))
            .multiInstance(body.flag("multiInstance"));
    body.optional(ORDER_ID).ifPresent(id -> wanted.order(key(body, id)));
    body.optional("productId").ifPresent(wanted::productId);
    body.optional("chargingMode").map(BuyerRoutes::charging).ifPresent(wanted::chargingMode);
    return show(now(acts.purchase(wanted.build())));
  }

  private static ChargingMode charging(String name) {
    return Arrays.stream(ChargingMode.values())
        .filter(mode -> mode != ChargingMode.UNKNOWN && mode.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                Refused.malformed(
                    "chargingMode", "must be ON_DEMAND, ONE_TIME, PERIOD or ON_DEMAND_PKG"));
  }

  private static OrderKey key(Body body, String orderId) {
    try {
      return new OrderKey(orderId, body.optional(ORDER_LINE_ID).orElse(orderId + "-000001"));
    } catch (InvalidInputException e) {
      throw Refused.malformed(e.field().replace("order.", ""), e.rule());
    }
  }

  /** As a partner's answer has left it. */
  private OrderRow now(OrderRow row) {
    return acts.world()
        .act(Origin.PERSON, () -> acts.world().tables().orders.getOrDefault(row.key(), row));
  }

  private static Fields show(OrderRow row) {
    return Fields.of("orderId", row.key().orderId())
        .and("orderLineId", row.key().orderLineId())
        .and("instanceId", row.instanceKnown() ? row.instanceId() : null)
        .and("huaweiAccountId", row.huaweiAccountId())
        .and("state", row.state());
  }

  /** The order that is meant: by its number, or the newest. */
  private OrderKey order(Body body) {
    return body.optional(ORDER_ID)
        .map(id -> key(body, id))
        .or(() -> newest(acts.world().tables().orders.values()).map(OrderRow::key))
        .orElseThrow(() -> Refused.missing("ORDER", "nothing was bought yet"));
  }

  private <T> Optional<T> newest(Collection<T> rows) {
    return acts.world().act(Origin.PERSON, () -> rows.stream().reduce((first, last) -> last));
  }

  private Fields createOrganization(Body body) {
    String account = body.optional(ACCOUNT_ID).orElseGet(this::newestBuyer);
    OrganizationRow row =
        acts.createOrganization(
            account,
            body.optional("name").orElse("GCY Ltd"),
            body.optional("shortName").orElseGet(this::freeShortName));
    return Fields.of("organizationId", row.organizationId())
        .and("shortName", row.shortName())
        .and("huaweiAccountId", row.huaweiAccountId());
  }

  private String newestBuyer() {
    return newest(acts.world().tables().orders.values())
        .map(OrderRow::huaweiAccountId)
        .orElseGet(() -> buyer.account().value());
  }

  private String freeShortName() {
    boolean taken =
        acts.world()
            .act(
                Origin.PERSON,
                () ->
                    acts.world().tables().organizations.values().stream()
                        .anyMatch(row -> row.shortName().equals("gcy")));
    return taken ? "gcy" + acts.world().ids().suffix() : "gcy";
  }

  private String organization(Body body) {
    return body.optional(ORGANIZATION_ID)
        .or(
            () ->
                newest(acts.world().tables().organizations.values())
                    .map(OrganizationRow::organizationId))
        .orElseThrow(() -> Refused.missing("ORGANIZATION", "none was created yet"));
  }

  private Fields addMember(Body body) {
    String account = body.optional(ACCOUNT).orElse(WENDY);
    MemberRow row =
        acts.addMember(organization(body), account, body.optional("name").orElse(account));
    return Fields.of("memberId", row.memberId())
        .and("organizationId", row.organizationId())
        .and("account", row.account())
        .and("signInName", row.signInName());
  }

  private Fields bind(Body body) {
    return MarketplaceWire.binding(acts.bind(order(body), organization(body)));
  }

  private Fields authorize(Body body) {
    OrderKey order = order(body);
    List<String> accounts =
        body.node().hasNonNull("accounts")
            ? body.texts("accounts")
            : acts.members(acts.bindingOf(order).organizationId()).stream()
                .map(MemberRow::account)
                .toList();
    return MarketplaceWire.binding(acts.authorize(order, accounts)).and("accounts", accounts);
  }

  private Fields signIn(Body body) {
    OrderKey order = order(body);
    MemberBrowser.Visit visit = buyer.enter(order, body.optional(ACCOUNT).orElse(WENDY));
    return Fields.of("memberId", visit.member().memberId())
        .and("signInName", visit.member().signInName())
        .and("bindingId", acts.bindingOf(order).bindingId())
        .and("landing", visit.landed().map(MemberBrowser.Landed::fields).orElse(null));
  }

  private Fields createApiKey(Body body) {
    ApiKeyRow row = acts.createApiKey(acts.workspaceOr(body.optional("workspaceId")).workspaceId());
    return Fields.of("keyId", row.keyId())
        .and("keySecret", row.secret())
        .and("workspaceId", row.workspaceId());
  }

  private Fields changed(Body body, Function<OrderKey, OrderRow> change) {
    OrderKey order = order(body);
    OrderRow row = acts.change(current -> change.apply(current.key()), order);
    return show(row).and("expiresAt", row.expiresAt());
  }
}
