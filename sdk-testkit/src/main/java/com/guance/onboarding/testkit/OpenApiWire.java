package com.guance.onboarding.testkit;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * How the OpenAPI spells what it knows, oddities included: numbers as texts by turns, flags as
 * numbers, a time with a fraction (contracts/guance.md §3.2).
 */
final class OpenApiWire {

  private final AtomicInteger counts = new AtomicInteger();

  /** The workspace object of reading and modifying, with the token. */
  Fields workspace(WorkspaceRow row, int members) {
    return common(row)
        .and("token", row.token())
        .and("cliToken", row.token().replace("tkn_", "wkcli_"))
        .and("bossStation", "CN")
        .and("language", row.language())
        .and("memberCount", counted(members))
        .and("inviteAudit", 0)
        .and("enableMFA", false)
        .and("declaration", Fields.of("organization", ""))
        .and("timezone", "Asia/Shanghai")
        .and("tenantId", "");
  }

  /** The workspace object of creating: newer pages show no token there. */
  Fields common(WorkspaceRow row) {
    boolean commercial = row.bound();
    return Fields.of("uuid", row.workspaceId())
        .and("name", row.name())
        .and("desc", row.description().orElse(""))
        .and("billingState", commercial ? "normal" : "free")
        .and("versionType", commercial ? "pay" : "free")
        .and("isLocked", row.lock().isPresent() ? 1 : 0)
        .and("lockAt", row.lock().map(lock -> lock.lockedAt().getEpochSecond()).orElse(-1L))
        .and("status", 0)
        .and("deleteAt", -1)
        .and("createAt", row.createdAt().getEpochSecond())
        .and("updateAt", fraction(row.createdAt()))
        .and("exterId", "")
        .and("id", null)
        .and("rpName", "rp1")
        .and("enablePublicDataway", 1)
        .and("esIndexMerged", 1)
        .and("isOpenLogMultipleIndex", false)
        .and("loggingCutSize", 10_240)
        .and("supportJsonMessage", 1)
        .and("durationSet", Fields.of("apm", "7d").and("logging", "7d").and("rp", "7d"))
        .and("datastore", Fields.of("logging", "es").and("metric", "influxdb"));
  }

  /** A number by one call, the same as a text by the next. */
  private Object counted(int number) {
    return counts.getAndIncrement() % 2 == 0 ? Integer.toString(number) : (Object) number;
  }

  private static double fraction(Instant time) {
    return time.getEpochSecond() + 0.5;
  }

  static Fields member(WorkspaceOwners.Owner owner, Instant since) {
    return Fields.of("uuid", owner.accountId())
        .and("email", owner.email())
        .and("name", owner.name())
        .and("username", owner.userName())
        .and("mobile", "")
        .and("role", "owner")
        .and("roles", List.of(Fields.of("uuid", "owner").and("name", "Owner")))
        .and("status", 0)
        .and("waitAudit", 0)
        .and("createAt", since.getEpochSecond());
  }

  static Fields key(ApiKeyRow row, Optional<WorkspaceOwners.Owner> creator) {
    return Fields.of("uuid", row.keyId())
        .and("name", row.name())
        .and("sk", row.secret())
        .and("workspaceUUID", row.workspaceId())
        .and("status", 0)
        .and("createAt", row.createdAt().getEpochSecond())
        .and("creator", creator.map(WorkspaceOwners.Owner::accountId).orElse("SYS"))
        .and("creatorInfo", creator.map(one -> Fields.of("name", one.name())));
  }
}
