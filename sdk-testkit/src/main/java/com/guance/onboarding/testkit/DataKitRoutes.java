package com.guance.onboarding.testkit;

import java.util.List;

/** A DataKit that reports when it is told to. */
final class DataKitRoutes {

  private final ConsoleActs acts;

  DataKitRoutes(ConsoleActs acts) {
    this.acts = acts;
  }

  List<Route> all() {
    return List.of(
        Route.post("reportDataKit", ControlRoutes.BASE + "/datakit/report", this::report)
            .only("token", "workspaceId", "host"));
  }

  /** By the token in its install command, or by the workspace whose token that would be. */
  private Answer report(Call call) {
    Body body = call.body();
    String token =
        body.optional("token")
            .orElseGet(() -> acts.workspaceOr(body.optional("workspaceId")).token());
    DataKitRow row = acts.reportDataKit(token, body.optional("host").orElse(Persona.HOST));
    return Answer.ok(BillingWire.dataKit(row).and("workspaceId", row.workspaceId()));
  }
}
