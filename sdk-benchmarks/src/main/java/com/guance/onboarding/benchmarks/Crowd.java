package com.guance.onboarding.benchmarks;

import com.guance.onboarding.OnboardingFlow;
import com.guance.onboarding.OnboardingFlowBuilder;
import com.guance.onboarding.domain.OnboardingId;
import com.guance.onboarding.domain.Secret;
import com.guance.onboarding.spi.OnboardingStore;
import com.guance.onboarding.store.AesGcmSealer;
import com.guance.onboarding.store.JdbcSettings;
import com.guance.onboarding.store.JdbcStore;
import com.guance.onboarding.store.KeyRing;
import java.sql.SQLException;
import java.util.List;

/**
 * Parked onboardings in a store of their own: ten that a flow has made, and copies of the first of
 * them in bulk, each with its snapshot, a fact and a name, due some day.
 */
enum Crowd {
  FEW("few_"),
  MANY("many_");

  /** How many of them are real, and fall due. */
  static final int DUE = 10;

  /** A key ring for sealing, as a setting. */
  static final String KEY = "k1:MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=";

  private static final String COPY = "copy-";
  private static final int PORTION = 50_000;
  private static final KeyRing KEYS = KeyRing.parse(Secret.of(KEY));

  private final String prefix;

  Crowd(String prefix) {
    this.prefix = prefix;
  }

  /** How many they are. */
  int size(boolean quick) {
    if (this == FEW) {
      return 1_000;
    }
    return quick ? 50_000 : 1_000_000;
  }

  /** Stands before the names of its tables. */
  String prefix() {
    return prefix;
  }

  /** A flow over a store on disk, whose steps are all people's. */
  static OnboardingFlow flow(OnboardingStore store) {
    return kept(OnboardingFlow.builder(), store).build();
  }

  /** A flow that keeps its onboardings on disk. */
  static OnboardingFlowBuilder kept(OnboardingFlowBuilder flow, OnboardingStore store) {
    return flow.store(store).sealer(AesGcmSealer.of(KEYS));
  }

  /** The ids of those that a flow has made. */
  List<String> due(Sql sql) throws SQLException {
    return sql.texts("SELECT id FROM " + prefix + "onboarding WHERE id NOT LIKE '" + COPY + "%'");
  }

  /** Makes the tables and fills them. */
  void load(String url, int size) throws SQLException {
    try (Sql sql = Sql.open(url)) {
      JdbcStore store =
          JdbcStore.create(sql.source(), JdbcSettings.defaults().withTablePrefix(prefix));
      OnboardingId first = null;
      try (OnboardingFlow flow = flow(store)) {
        for (int i = 0; i < DUE; i++) {
          OnboardingId id = ParkedHeap.park(flow, i);
          first = first == null ? id : first;
        }
      }
      copy(sql, String.valueOf(first), size, url.startsWith("jdbc:h2"));
    }
  }

  /** In portions, in the order of the keys: a database likes both. */
  private void copy(Sql sql, String first, int size, boolean h2) throws SQLException {
    String name = "'" + COPY + "' || LPAD(CAST(n.x AS VARCHAR), 7, '0')";
    String fact = sql.text("SELECT MIN(seq) FROM " + prefix + "onboarding_fact");
    for (int from = DUE + 1; from <= size; from += PORTION) {
      int to = Math.min(size, from + PORTION - 1);
      String numbers = (h2 ? "SYSTEM_RANGE(" : "generate_series(") + from + ", " + to + ") AS n(x)";
      sql.update(
          "INSERT INTO "
              + prefix
              + "onboarding (id, version, stage, outcome, due_at, changed_at, body) SELECT "
              + name
              + ", version, stage, outcome, 4000000000000 + n.x, changed_at, body FROM "
              + prefix
              + "onboarding o, "
              + numbers
              + " WHERE o.id = ?",
          first);
      sql.update(
          "INSERT INTO "
              + prefix
              + "onboarding_fact (belongs_to, fact_key, body) SELECT "
              + name
              + ", fact_key, body FROM "
              + prefix
              + "onboarding_fact o, "
              + numbers
              + " WHERE o.seq = "
              + fact);
      sql.update(
          "INSERT INTO "
              + prefix
              + "onboarding_key (lookup_key, belongs_to) SELECT 'order:' || "
              + name
              + ", "
              + name
              + " FROM "
              + numbers);
    }
    sql.update(h2 ? "ANALYZE" : "VACUUM ANALYZE");
  }
}
