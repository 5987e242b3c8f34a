package com.guance.onboarding.testkit;

import com.guance.onboarding.domain.OrderKey;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Orders bound to organizations, and who may use them, by the rules of the buyer's console. */
final class Bindings {

  private static final String LOGIN =
      "https://macroverse.huaweicloud.com/unified-login/#/portal-login?ind=UNOP&appId=";

  private final World world;
  private final Orders orders;
  private final Organizations organizations;

  Bindings(World world, Orders orders, Organizations organizations) {
    this.world = world;
    this.orders = orders;
    this.organizations = organizations;
  }

  BindingRow bind(OrderKey key, String organizationId) {
    OrderRow order = orders.find(key);
    OrganizationRow organization = organizations.ready(organizationId);
    if (!order.huaweiAccountId().equals(organization.huaweiAccountId())) {
      throw Refused.invalid("organizationId", "an organization of the order's buyer");
    }
    of(key)
        .ifPresent(
            row -> {
              throw Refused.conflict("ORDER_ALREADY_BOUND", "one order, one organization")
                  .existing(row.bindingId());
            });
    refuseSecondOrder(order, organizationId);
    BindingRow row =
        ImmutableBindingRow.builder()
            .bindingId(world.ids().next("bind-"))
            .order(key)
            .organizationId(organizationId)
            .instanceId(order.instanceId())
            .appId(app(order.productId()))
            .productId(order.productId())
            .build();
    world.tables().bindings.put(row.bindingId(), row);
    happened(WorldEvent.Kind.ORGANIZATION_BOUND, row, List.of());
    return row;
  }

  private void refuseSecondOrder(OrderRow order, String organizationId) {
    boolean taken =
        all()
            .anyMatch(
                row ->
                    row.organizationId().equals(organizationId)
                        && row.productId().equals(order.productId()));
    if (taken && !order.multiInstance()) {
      throw Refused.conflict("PRODUCT_ALREADY_BOUND", "another order of this product is bound")
          .field("organizationId", "one order of a product unless it allows several instances");
    }
  }

  private String app(String productId) {
    return world.tables().apps.computeIfAbsent(productId, product -> world.ids().next("app-"));
  }

  Stream<BindingRow> all() {
    return world.tables().bindings.values().stream();
  }

  Optional<BindingRow> of(OrderKey key) {
    return all().filter(row -> row.order().equals(key)).findFirst();
  }

  BindingRow find(String bindingId) {
    BindingRow row = world.tables().bindings.get(bindingId);
    if (row == null) {
      throw Refused.missing("BINDING", "there is no such binding");
    }
    return row;
  }

  List<AuthorizationRow> authorize(String bindingId, List<String> accounts) {
    BindingRow binding = find(bindingId);
    List<MemberRow> members = accounts.stream().map(name -> member(binding, name)).toList();
    List<MemberRow> fresh =
        members.stream().filter(member -> !authorized(bindingId, member.account())).toList();
    for (MemberRow member : fresh) {
      world.tables().authorizations.add(new AuthorizationRow(bindingId, member.account(), true));
      world.tables().sms.add(new Sms(member.signInName(), loginAddress(binding), world.now()));
    }
    if (!fresh.isEmpty()) {
      happened(WorldEvent.Kind.MEMBERS_AUTHORIZED, binding, fresh);
    }
    return members.stream()
        .map(member -> new AuthorizationRow(bindingId, member.account(), true))
        .toList();
  }

  private MemberRow member(BindingRow binding, String account) {
    return organizations.members(binding.organizationId()).stream()
        .filter(row -> row.account().equals(account))
        .findFirst()
        .orElseThrow(
            () ->
                Refused.of(422, "MEMBER_NOT_IN_ORGANIZATION", "an account is no member")
                    .field("accounts", "members of the bound organization only"));
  }

  private boolean authorized(String bindingId, String account) {
    return authorizations(bindingId).stream().anyMatch(row -> row.account().equals(account));
  }

  List<AuthorizationRow> authorizations(String bindingId) {
    return world.tables().authorizations.stream()
        .filter(row -> row.bindingId().equals(bindingId))
        .toList();
  }

  URI loginAddress(BindingRow binding) {
    return URI.create(LOGIN + binding.appId());
  }

  /** A member signs in; the first time, they choose a new password. */
  MemberRow signIn(String bindingId, String account) {
    BindingRow binding = find(bindingId);
    MemberRow member = member(binding, account);
    if (!authorized(bindingId, account)) {
      throw Refused.of(403, "NOT_AUTHORIZED", "the member may not use the application");
    }
    MemberRow known = ImmutableMemberRow.builder().from(member).mustChangePassword(false).build();
    world.tables().members.put(known.memberId(), known);
    happened(WorldEvent.Kind.SIGNED_IN, binding, List.of(known));
    return known;
  }

  private void happened(WorldEvent.Kind kind, BindingRow binding, List<MemberRow> members) {
    OrganizationRow organization = organizations.find(binding.organizationId());
    world.happened(
        new WorldEvent(
            kind,
            orders.find(binding.order()),
            Optional.of(new WorldEvent.Bound(organization, binding, members)),
            Optional.empty(),
            world.eventTime()));
  }
}
