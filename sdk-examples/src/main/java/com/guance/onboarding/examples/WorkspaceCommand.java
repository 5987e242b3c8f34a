package com.guance.onboarding.examples;

import com.guance.onboarding.billing.Sites;
import com.guance.onboarding.domain.Secret;
import com.guance.onboarding.domain.Site;
import java.io.PrintWriter;
import java.net.URI;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Says what Guance says of a workspace. */
@Command(
    name = "workspace",
    description = {
      "Asks Guance's OpenAPI for plan, bills and lock of a workspace; without a key, an"
          + " emulator's.",
      "The Key ID comes from the environment's GUANCE_KEY_ID, because arguments show in ps.",
      "Exit status: 0 nothing is wrong, 1 something is, 2 wrong arguments."
    },
    mixinStandardHelpOptions = true)
final class WorkspaceCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Option(
      names = "--site",
      description = "The site of the workspace; cn4 is the one on Huawei Cloud.")
  private @Nullable String site;

  @Option(names = "--openapi", description = "The OpenAPI's address, in place of the site's own.")
  private @Nullable URI openApi;

  @SuppressWarnings("NullAway.Init") // picocli fills in the specification
  WorkspaceCommand() {}

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    String keyId = System.getenv().getOrDefault("GUANCE_KEY_ID", "");
    boolean offline = keyId.isEmpty() && site == null && openApi == null;
    boolean good =
        offline
            ? HowDoICheckAWorkspaceExample.run(out::println)
            : HowDoICheckAWorkspaceExample.look(address(), key(keyId), out::println);
    out.flush();
    return good ? OnboardingCli.DONE : OnboardingCli.NOT_DONE;
  }

  private Secret key(String keyId) {
    if (keyId.isEmpty()) {
      throw wrong("GUANCE_KEY_ID is not set");
    }
    return Secret.of(keyId);
  }

  private URI address() {
    if (openApi != null) {
      return openApi;
    }
    if (site == null) {
      throw wrong("--site is missing: a workspace lives on one site for ever");
    }
    return Sites.documented().hosts(new Site(site)).requireOpenApi();
  }

  private ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
