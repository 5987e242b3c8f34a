package com.guance.onboarding.examples;

import com.guance.onboarding.billing.openapi.GuanceOpenApi;
import com.guance.onboarding.billing.openapi.OpenApiSettings;
import com.guance.onboarding.billing.openapi.Workspace;
import com.guance.onboarding.billing.openapi.WorkspaceExpectation;
import com.guance.onboarding.billing.openapi.WorkspaceVerification;
import com.guance.onboarding.domain.BillingAccountId;
import com.guance.onboarding.domain.HuaweiAccountId;
import com.guance.onboarding.domain.Secret;
import com.guance.onboarding.domain.WorkspaceId;
import com.guance.onboarding.spi.WorkspaceFinding;
import com.guance.onboarding.spi.WorkspaceFinding.Result;
import com.guance.onboarding.testkit.Emulator;
import com.guance.onboarding.testkit.GuancePages;
import com.guance.onboarding.transport.HttpSettings;
import java.net.URI;
import java.util.List;
import java.util.function.Consumer;

/**
 * How do I check a workspace? Whether it is what the buyer says, Guance's OpenAPI tells whoever has
 * a key of it.
 */
final class HowDoICheckAWorkspaceExample {

  private HowDoICheckAWorkspaceExample() {}

  /** The same against an emulator, whose buyer has made a workspace and a key. */
  static boolean run(Consumer<String> out) {
    try (Emulator emulator = Emulator.start()) {
      WorkspaceId workspace = commercialWorkspace(emulator);
      Secret key = emulator.buyer().guance().createApiKey(workspace);
      return look(emulator.openApiUri(), key, out);
    }
  }

  /** Tells what Guance says; whether nothing is wrong. */
  static boolean look(URI openApi, Secret keyId, Consumer<String> out) {
    OpenApiSettings settings =
        OpenApiSettings.builder()
            .http(HttpSettings.builder().baseUrl(openApi).build())
            .key(() -> keyId)
            .build();
    try (GuanceOpenApi api = GuanceOpenApi.connect(settings)) {
      List<WorkspaceFinding> findings =
          WorkspaceVerification.of(api).verify(WorkspaceExpectation.builder().build());
      for (WorkspaceFinding finding : findings) {
        out.accept(
            String.format("  %-12s %s", finding.aspect(), finding.result())
                + finding.problem().map(one -> ": " + one.rule() + ". " + one.remedy()).orElse(""));
      }
      if (findings.stream().anyMatch(finding -> finding.result() == Result.WRONG)) {
        return false;
      }
      Workspace seen = api.workspace();
      out.accept("Workspace " + seen.id() + ", " + seen.name().orElse("without a name"));
      out.accept("  members: " + api.members().count() + ", keys: " + api.accessKeys().count());
      api.balance().cash().ifPresent(cash -> out.accept("  cash balance: " + cash));
      return true;
    }
  }

  static WorkspaceId commercialWorkspace(Emulator emulator) {
    GuancePages guance = emulator.buyer().guance();
    HuaweiAccountId buyer = emulator.buyer().account();
    BillingAccountId account = guance.register(buyer, "gcy-ops", "wendy@example.com");
    WorkspaceId workspace = guance.createWorkspace(account, "gcy-prod", "zh", "cn4");
    guance.bindWorkspace(workspace, emulator.buyer().purchase());
    return workspace;
  }
}
