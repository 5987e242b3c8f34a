package com.guance.onboarding.examples;

import com.guance.onboarding.billing.SiteHosts;
import com.guance.onboarding.billing.datakit.InstallCommand;
import com.guance.onboarding.billing.datakit.InstallCommands;
import com.guance.onboarding.billing.datakit.InstallOptions;
import com.guance.onboarding.billing.datakit.Platform;
import com.guance.onboarding.billing.datakit.TokenCheck;
import com.guance.onboarding.billing.openapi.GuanceOpenApi;
import com.guance.onboarding.billing.openapi.OpenApiSettings;
import com.guance.onboarding.domain.Secret;
import com.guance.onboarding.domain.Site;
import com.guance.onboarding.domain.WorkspaceId;
import com.guance.onboarding.testkit.Emulator;
import com.guance.onboarding.testkit.GuancePages;
import com.guance.onboarding.transport.TransportRuntime;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/** How do I get the first DataKit to a host, and see that it reports? */
final class HowDoIGetTheFirstDataKitExample {

  private HowDoIGetTheFirstDataKitExample() {}

  /**
   * Writes the command, has an emulated DataKit report, and finds its host; whether it was seen.
   */
  static boolean run(Platform platform, Consumer<String> out) {
    try (Emulator emulator = Emulator.start()) {
      WorkspaceId workspace = HowDoICheckAWorkspaceExample.commercialWorkspace(emulator);
      SiteHosts cn4 = DemoWorld.sites(emulator).hosts(new Site("cn4"));
      GuancePages guance = emulator.buyer().guance();
      Secret token = guance.dataToken(workspace);

      try (TokenCheck check = TokenCheck.connect(cn4)) {
        out.accept("The dataway says of the token: " + check.check(token));
      }
      out.accept("Run this on a host:");
      out.accept("  " + command(cn4, token, platform, InstallOptions.none()).masked());

      Secret key = guance.createApiKey(workspace);
      TransportRuntime runtime = TransportRuntime.builder().clock(emulator.clock()).build();
      try (GuanceOpenApi api = GuanceOpenApi.connect(OpenApiSettings.of(cn4, key), runtime)) {
        out.accept("Hosts before: " + api.firstHost(Duration.ofHours(1)).orElse("none"));
        guance.reportDataKit(token, "web-1"); // in production: somebody runs the command
        emulator.clock().advance(Duration.ofMinutes(1));
        Optional<String> host = api.firstHost(Duration.ofHours(1));
        out.accept("Hosts after:  " + host.orElse("none"));
        return host.isPresent();
      }
    }
  }

  /** The command of a workspace; whoever sees it revealed can write into the workspace. */
  static InstallCommand command(
      SiteHosts site, Secret token, Platform platform, InstallOptions options) {
    return InstallCommands.of(site, token).command(platform, options);
  }
}
