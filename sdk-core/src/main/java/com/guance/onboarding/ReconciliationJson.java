package com.guance.onboarding;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Writes a reconciliation for programs; the shape is a promise ({@code docs/reconcile.md}). */
final class ReconciliationJson {

  /** Raised when a member changes or goes; never for one that is added. */
  private static final int VERSION = 1;

  private ReconciliationJson() {}

  static String of(Reconciliation report) {
    ObjectNode json = ExplanationJson.object();
    json.put("version", VERSION);
    json.put("onboardingId", report.onboarding().value());
    json.put("at", report.at().toString());
    json.put("runningUntil", ExplanationJson.text(report.runningUntil()));
    json.set("problem", ExplanationJson.or(report.problem(), ExplanationJson::problem));
    ArrayNode stages = json.putArray("stages");
    for (Reconciliation.Comparison comparison : report.comparisons()) {
      stages
          .addObject()
          .put("stage", comparison.stage().name())
          .put("result", comparison.result().name())
          .set("problem", ExplanationJson.or(comparison.problem(), ExplanationJson::problem));
    }
    ArrayNode drifts = json.putArray("drifts");
    report.drifts().forEach(drift -> drift(drifts.addObject(), drift));
    ArrayNode repaired = json.putArray("repaired");
    report.repaired().forEach(drift -> drift(repaired.addObject(), drift));
    report.notFound().forEach(json.putArray("notFound")::add);
    return json.toString();
  }

  private static void drift(ObjectNode json, Drift drift) {
    json.put("id", drift.id());
    json.put("stage", drift.stage().name());
    json.put("kind", drift.kind().name());
    drift.local().forEach(json.putObject("local")::put);
    drift.remote().forEach(json.putObject("remote")::put);
    json.put("repair", drift.repair().map(Enum::name).orElse(null));
    json.put("remedy", drift.remedy());
  }
}
