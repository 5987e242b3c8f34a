package com.guance.onboarding.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The accounts of a private deployment (contracts/guance.md §4). */
final class DeployedAccounts {

  private static final int LENGTH = 256;
  private static final int HOLD_LEAST = 1800;
  private static final int HOLD_MOST = 604_800;
  private static final int VALID_LEAST = 60;
  private static final int VALID_MOST = 2_592_000;

  private final World world;

  DeployedAccounts(World world) {
    this.world = world;
  }

  DeployedAccountRow add(Body body) {
    String externalId = body.optional("exterId").orElse("");
    String userName = body.optional("username").orElse("");
    body.text("password");
    String email = body.text("email");
    if (!email.isEmpty()) {
      Values.email("email", email);
    }
    if (!externalId.isEmpty() && all().anyMatch(row -> row.externalId().equals(externalId))) {
      throw Refused.conflict("EXTERNAL_ID_TAKEN", "the external id is in use");
    }
    if (externalId.isEmpty() && !userName.isEmpty() && named(userName).isPresent()) {
      throw Refused.conflict("USER_NAME_TAKEN", "the user name is in use");
    }
    return put(
        ImmutableDeployedAccountRow.builder()
            .accountId(world.ids().next("acnt_"))
            .userName(userName)
            .email(email)
            .name(Values.text("name", body.text("name"), 1, LENGTH))
            .mobile(body.optional("mobile").orElse(""))
            .externalId(externalId)
            .language(body.optional("language").map(value -> Values.language("language", value)))
            .attributes(attributes(body).orElseGet(JsonNodeFactory.instance::objectNode))
            .createdAt(world.now())
            .build());
  }

  DeployedAccountRow modify(String accountId, Body body) {
    DeployedAccountRow row = find(accountId);
    between(body, "tokenHoldTime", HOLD_LEAST, HOLD_MOST);
    between(body, "tokenMaxValidDuration", VALID_LEAST, VALID_MOST);
    body.optional("email")
        .filter(email -> !email.isEmpty())
        .ifPresent(email -> Values.email("email", email));
    return put(
        ImmutableDeployedAccountRow.builder()
            .from(row)
            .name(body.optional("name").orElse(row.name()))
            .mobile(body.optional("mobile").orElse(row.mobile()))
            .userName(body.optional("username").orElse(row.userName()))
            .email(body.optional("email").orElse(row.email()))
            .attributes(attributes(body).orElse(row.attributes()))
            .build());
  }

  private static void between(Body body, String field, int least, int most) {
    int value = body.number(field, least);
    if (value < least || value > most) {
      throw Refused.invalid(field, least + " to " + most);
    }
  }

  private static Optional<JsonNode> attributes(Body body) {
    JsonNode value = body.node().path("attributes");
    if (value.isMissingNode() || value.isNull()) {
      return Optional.empty();
    }
    if (!value.isObject()) {
      throw Refused.malformed("attributes", "must be an object");
    }
    return Optional.of(value.deepCopy());
  }

  void delete(List<String> accountIds) {
    accountIds.forEach(this::find);
    accountIds.forEach(world.tables().deployedAccounts::remove);
  }

  Stream<DeployedAccountRow> all() {
    return world.tables().deployedAccounts.values().stream();
  }

  /** By user name and e-mail address; anything else is not searched. */
  Stream<DeployedAccountRow> search(String text) {
    return all().filter(row -> row.userName().contains(text) || row.email().contains(text));
  }

  private Optional<DeployedAccountRow> named(String userName) {
    return all().filter(row -> row.userName().equals(userName)).findFirst();
  }

  DeployedAccountRow find(String accountId) {
    DeployedAccountRow row = world.tables().deployedAccounts.get(accountId);
    if (row == null) {
      throw Refused.missing("ACCOUNT", "there is no such account");
    }
    return row;
  }

  DeployedAccountRow put(DeployedAccountRow row) {
    world.tables().deployedAccounts.put(row.accountId(), row);
    return row;
  }
}
