package com.guance.onboarding.store;

import java.util.List;

/** The statements, for one dialect and one prefix. */
final class Sql {

  /** The column of an event's body, which may be longer than any other. */
  static final String EVENT = "event";

  private static final String ONBOARDING_COLUMNS =
      "version, stage, outcome, due_at, changed_at, body";

  final String format;
  final String load;
  final String version;
  final String lock;
  final String touch;
  final String first;
  final String next;
  final String removeOnboarding;
  final String pruneOnboarding;
  final String ended;
  final String due;
  final String facts;
  final String addFact;
  final String removeFacts;
  final String findSome;
  private final String named;
  private final String oldestFirst;
  final String addKey;
  final String removeKeys;
  final String claim;
  final String addClaim;
  final String takeOverClaim;
  final String removeClaim;
  final String pruneClaims;
  final String nonce;
  final String addNonce;
  final String renewNonce;
  final String manyNonces;
  final String pruneNonces;
  final String events;
  final String eventsAfter;
  final String addEvent;
  final String removeEvent;
  final String secret;
  final String secrets;
  final String addSecret;
  final String replaceSecret;
  final String resealSecret;
  final String removeSecret;

  Sql(Dialect dialect, String prefix) {
    String onboarding = prefix + "onboarding";
    String fact = onboarding + "_fact";
    String key = onboarding + "_key";
    String claims = onboarding + "_claim";
    String nonces = onboarding + "_nonce";
    String outbox = onboarding + "_outbox";
    String secretTable = onboarding + "_secret";
    String whose = " WHERE belongs_to = ?";

    format = "SELECT MAX(format) FROM " + onboarding + "_schema";
    load = "SELECT " + ONBOARDING_COLUMNS + " FROM " + onboarding + " WHERE id = ? AND version > 0";
    version = "SELECT version FROM " + onboarding + " WHERE id = ?";
    lock = version + " FOR UPDATE";
    touch = "UPDATE " + onboarding + " SET changed_at = ?, ended_at = ? WHERE id = ?";
    first =
        dialect.insertIfAbsent(
            onboarding,
            List.of("id"),
            List.of(
                "version", "stage", "outcome", "due_at", "changed_at", "body", "ended_at", "id"));
    next =
        "UPDATE "
            + onboarding
            + " SET version = ?, stage = ?, outcome = ?, due_at = ?,"
            + " changed_at = ?, body = ?, ended_at = ? WHERE id = ? AND version = ?";
    removeOnboarding = "DELETE FROM " + onboarding + " WHERE id = ?";
    pruneOnboarding = removeOnboarding + " AND ended_at < ?";
    ended =
        "SELECT id FROM "
            + onboarding
            + " WHERE outcome = ? AND ended_at < ? ORDER BY ended_at LIMIT ?";
    due = "SELECT id FROM " + onboarding + " WHERE due_at <= ? ORDER BY due_at, seq LIMIT ?";

    facts = "SELECT fact_key, body FROM " + fact + whose + " ORDER BY seq";
    addFact =
        dialect.insertFact(
            fact, List.of("belongs_to", "fact_key"), List.of("belongs_to", "fact_key", "body"));
    removeFacts = "DELETE FROM " + fact + whose;

    named = "SELECT belongs_to FROM " + key + " WHERE lookup_key = ?";
    oldestFirst = " ORDER BY (SELECT o.seq FROM " + onboarding + " o WHERE o.id = k.belongs_to)";
    findSome = named + " LIMIT ?";
    List<String> keyColumns = List.of("lookup_key", "belongs_to");
    addKey = dialect.insertIfAbsent(key, keyColumns, keyColumns);
    removeKeys = "DELETE FROM " + key + whose;

    claim = "SELECT claim_key, owner, ends_at FROM " + claims + " WHERE claim_key = ?";
    addClaim =
        dialect.insertOrMeet(
            claims, List.of("claim_key"), List.of("owner", "ends_at", "claim_key"));
    takeOverClaim =
        "UPDATE "
            + claims
            + " SET owner = ?, ends_at = ?"
            + " WHERE claim_key = ? AND (ends_at <= ? OR owner = ?)";
    removeClaim = "DELETE FROM " + claims + " WHERE claim_key = ? AND owner = ?";
    pruneClaims = "DELETE FROM " + claims + " WHERE ends_at < ?";

    nonce = "SELECT nonce_key, ends_at, remembered FROM " + nonces + " WHERE nonce_key = ?";
    addNonce =
        dialect.insertOrMeet(
            nonces, List.of("nonce_key"), List.of("ends_at", "remembered", "nonce_key"));
    renewNonce =
        "UPDATE "
            + nonces
            + " SET ends_at = ?, remembered = ? WHERE nonce_key = ? AND ends_at <= ?";
    manyNonces =
        "SELECT ends_at FROM " + nonces + " WHERE ends_at < ? ORDER BY ends_at LIMIT 1 OFFSET ?";
    pruneNonces = "DELETE FROM " + nonces + " WHERE ends_at < ?";

    String event = "SELECT event_id, belongs_to, event FROM " + outbox;
    String inTurn = " ORDER BY seq LIMIT ?";
    events = event + inTurn;
    eventsAfter =
        event
            + " WHERE seq > COALESCE((SELECT seq FROM "
            + outbox
            + " WHERE event_id = ?), 0)"
            + inTurn;
    addEvent =
        dialect.insertIfAbsent(
            outbox, List.of("event_id"), List.of("event_id", "belongs_to", EVENT));
    removeEvent = "DELETE FROM " + outbox + " WHERE event_id = ?";

    secret = "SELECT sealed FROM " + secretTable + " WHERE name = ?";
    secrets = "SELECT name, sealed FROM " + secretTable + " ORDER BY name";
    addSecret = dialect.insertIfAbsent(secretTable, List.of("name"), List.of("sealed", "name"));
    replaceSecret = "UPDATE " + secretTable + " SET sealed = ? WHERE name = ?";
    resealSecret = replaceSecret + " AND sealed = ?";
    removeSecret = "DELETE FROM " + secretTable + " WHERE name = ?";
  }

  /**
   * Whose any of so many names is. One equality for each, and no join: a database that does not
   * know yet how long its tables are plans these by index and others by reading everything.
   */
  String findAny(int keys) {
    return "SELECT belongs_to FROM ("
        + named
        + (" UNION " + named).repeat(keys - 1)
        + ") k"
        + oldestFirst;
  }
}
