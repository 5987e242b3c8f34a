package com.guance.onboarding.testkit;

import com.guance.onboarding.domain.Field;
import com.guance.onboarding.domain.OrderKey;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a buyer does in KooGallery's console in one sitting, from the order to the permission. */
final class ConsoleSitting {

  private static final Set<String> NEEDS_ANOTHER =
      Set.of("SHORT_NAME_TAKEN", "ORGANIZATION_EXISTS", "PRODUCT_ALREADY_BOUND");

  private final ConsoleActs acts;

  ConsoleSitting(ConsoleActs acts) {
    this.acts = acts;
  }

  /** Whether the console shows the order as delivered. */
  boolean ready(OrderKey order) {
    World world = acts.world();
    return world.act(
        Origin.PERSON,
        () ->
            Optional.ofNullable(world.tables().orders.get(order))
                .filter(OrderRow::instanceKnown)
                .filter(row -> !row.visibleFrom().isAfter(world.now()))
                .isPresent());
  }

  /** Does what has not been done yet; may be repeated. */
  void sit(OrderKey order, Map<Field, String> wanted) {
    String organization =
        acts.binding(order).map(BindingRow::organizationId).orElseGet(() -> bind(order, wanted));
    String account = value(wanted, Field.MEMBER_ACCOUNT, "Wendy");
    if (acts.members(organization).stream().noneMatch(row -> row.account().equals(account))) {
      acts.addMember(organization, account, value(wanted, Field.MEMBER_NAME, account));
    }
    acts.authorize(order, List.of(account));
  }

  private static String value(Map<Field, String> wanted, Field field, String otherwise) {
    return Optional.ofNullable(wanted.get(field)).filter(said -> !said.isEmpty()).orElse(otherwise);
  }

  private String bind(OrderKey order, Map<Field, String> wanted) {
    String shortName = value(wanted, Field.ORGANIZATION_SHORT_NAME, "gcy");
    String name = value(wanted, Field.ORGANIZATION_NAME, "GCY Ltd");
    try {
      return bind(order, name, shortName);
    } catch (Refused refused) {
      if (!NEEDS_ANOTHER.contains(refused.code())) {
        throw refused;
      }
      return bind(order, name, shortName + acts.world().ids().suffix());
    }
  }

  private String bind(OrderKey order, String name, String shortName) {
    String buyer =
        acts.world().act(Origin.PERSON, () -> acts.orders().find(order)).huaweiAccountId();
    String organization =
        acts.organization(buyer, shortName)
            .orElseGet(() -> acts.createOrganization(buyer, name, shortName))
            .organizationId();
    return acts.bind(order, organization).organizationId();
  }
}
