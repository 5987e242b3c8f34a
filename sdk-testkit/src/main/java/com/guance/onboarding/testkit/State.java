package com.guance.onboarding.testkit;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Shows everything that exists. */
final class State {

  private final World world;
  private final Organizations organizations;

  State(World world, Organizations organizations) {
    this.world = world;
    this.organizations = organizations;
  }

  Map<String, @Nullable Object> all() {
    return world.act(Origin.PERSON, () -> KooGalleryRows.add(show(), world.tables())).asMap();
  }

  List<Map<String, @Nullable Object>> rows(String list) {
    if (!(all().get(list) instanceof List<?> rows)) {
      throw new IllegalArgumentException("there is no list " + list);
    }
    List<Map<String, @Nullable Object>> typed = new ArrayList<>();
    for (Object row : rows) {
      Map<String, @Nullable Object> values = new LinkedHashMap<>();
      ((Map<?, ?>) row).forEach((name, value) -> values.put((String) name, value));
      typed.add(values);
    }
    return typed;
  }

  private Fields show() {
    Tables tables = world.tables();
    return Fields.of("now", world.now())
        .and("orders", list(tables.orders.values(), this::order))
        .and("organizations", list(tables.organizations.values(), this::organization))
        .and(
            "members",
            list(
                tables.members.values(),
                row -> MarketplaceWire.member(row).and("organizationId", row.organizationId())))
        .and("bindings", list(tables.bindings.values(), MarketplaceWire::binding))
        .and(
            "authorizations",
            list(
                tables.authorizations,
                row -> MarketplaceWire.authorization(row).and("bindingId", row.bindingId())))
        .and(
            "billingAccounts",
            list(
                tables.billingAccounts.values(),
                row -> BillingWire.account(row).and("email", row.email())))
        .and("guanceAccounts", list(tables.guanceAccounts.values(), State::guanceAccount))
        .and("workspaces", list(tables.workspaces.values(), this::workspace))
        .and(
            "dataKits",
            list(
                tables.dataKits,
                row -> BillingWire.dataKit(row).and("workspaceId", row.workspaceId())))
        .and("apiKeys", list(tables.apiKeys.values(), State::apiKey))
        .and("invitations", list(tables.invitations, State::invitation))
        .and("deployedAccounts", list(tables.deployedAccounts.values(), State::deployedAccount))
        .and("mail", list(tables.mail, State::mail))
        .and("sms", list(tables.sms, State::sms));
  }

  private static <T> List<Fields> list(Collection<T> rows, Function<T, Fields> show) {
    return rows.stream().map(show).toList();
  }

  private Fields workspace(WorkspaceRow row) {
    return BillingWire.lived(BillingWire.workspace(row), row)
        .and("dataGone", new Locks(world).gone(row));
  }

  private Fields order(OrderRow row) {
    return MarketplaceWire.order(row).and("state", row.state()).and("expiresAt", row.expiresAt());
  }

  private Fields organization(OrganizationRow row) {
    return MarketplaceWire.organization(row, organizations.active(row));
  }

  private static Fields guanceAccount(GuanceAccountRow row) {
    return Fields.of("guanceAccountId", row.guanceAccountId())
        .and("userName", row.userName())
        .and("email", row.email());
  }

  private static Fields apiKey(ApiKeyRow row) {
    return Fields.of("keyId", row.keyId())
        .and("name", row.name())
        .and("workspaceId", row.workspaceId())
        .and("createdAt", row.createdAt());
  }

  private static Fields invitation(InvitationRow row) {
    return Fields.of("workspaceId", row.workspaceId())
        .and("email", row.email())
        .and("role", row.role());
  }

  private static Fields deployedAccount(DeployedAccountRow row) {
    return Fields.of("accountId", row.accountId())
        .and("userName", row.userName())
        .and("email", row.email())
        .and("externalId", row.externalId());
  }

  private static Fields mail(Mail mail) {
    return Fields.of("to", mail.to())
        .and("purpose", mail.purpose())
        .and("verificationId", mail.verification())
        .and("code", mail.code().reveal())
        .and("sentAt", mail.sentAt());
  }

  private static Fields sms(Sms sms) {
    return Fields.of("to", sms.to())
        .and("loginAddress", sms.loginAddress())
        .and("sentAt", sms.sentAt());
  }
}
