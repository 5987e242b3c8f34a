package com.guance.onboarding.testkit;

import com.guance.onboarding.domain.OrderKey;

/**
 * What goes with an organization, a member or a binding that is taken away: everything that hung on
 * it.
 */
final class Withdrawals {

  private final World world;
  private final RowEdits rows;

  Withdrawals(World world, RowEdits rows) {
    this.world = world;
    this.rows = rows;
  }

  void dissolve(String organizationId) {
    world.act(
        Origin.PERSON,
        () -> {
          rows.remove(tables().organizations, organizationId);
          tables().members.values().removeIf(row -> row.organizationId().equals(organizationId));
          tables().bindings.values().stream()
              .filter(row -> row.organizationId().equals(organizationId))
              .map(BindingRow::order)
              .toList()
              .forEach(this::unbind);
          return organizationId;
        });
  }

  void dismiss(String organizationId, String account) {
    world.act(
        Origin.PERSON,
        () -> {
          boolean was =
              tables()
                  .members
                  .values()
                  .removeIf(
                      row ->
                          row.organizationId().equals(organizationId)
                              && row.account().equals(account));
          RowEdits.there(was, "member");
          tables().authorizations.removeIf(row -> row.account().equals(account));
          return was;
        });
  }

  void unbind(OrderKey order) {
    world.act(
        Origin.PERSON,
        () -> {
          String id = binding(order).bindingId();
          tables().bindings.remove(id);
          return tables().authorizations.removeIf(row -> row.bindingId().equals(id));
        });
  }

  void bindElsewhere(OrderKey order, String organizationId) {
    world.act(
        Origin.PERSON,
        () -> {
          BindingRow row = binding(order);
          tables().authorizations.removeIf(one -> one.bindingId().equals(row.bindingId()));
          return tables()
              .bindings
              .put(
                  row.bindingId(),
                  ImmutableBindingRow.builder().from(row).organizationId(organizationId).build());
        });
  }

  void cancelAuthorization(OrderKey order, String account) {
    world.act(
        Origin.PERSON,
        () -> {
          String id = binding(order).bindingId();
          boolean was =
              tables()
                  .authorizations
                  .removeIf(row -> row.bindingId().equals(id) && row.account().equals(account));
          RowEdits.there(was, "authorization");
          return was;
        });
  }

  private BindingRow binding(OrderKey order) {
    return tables().bindings.values().stream()
        .filter(row -> row.order().equals(order))
        .findFirst()
        .orElseThrow(() -> RowEdits.missing("binding"));
  }

  private Tables tables() {
    return world.tables();
  }
}
