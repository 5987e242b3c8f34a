package com.guance.onboarding.examples;

import com.guance.onboarding.billing.SiteHosts;
import com.guance.onboarding.billing.Sites;
import com.guance.onboarding.billing.datakit.InstallCommand;
import com.guance.onboarding.billing.datakit.InstallCommands;
import com.guance.onboarding.billing.datakit.InstallOptions;
import com.guance.onboarding.billing.datakit.Platform;
import com.guance.onboarding.domain.Secret;
import com.guance.onboarding.domain.Site;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Writes the install command of a workspace, or shows the whole way against an emulator. */
@Command(
    name = "datakit",
    description = {
      "Writes the command that installs DataKit; without token and site, the whole way with an emulator.",
      "The token comes from the environment's GUANCE_DATA_TOKEN and is masked without --reveal.",
      "Exit status: 0 done, 1 no host was seen, 2 wrong arguments."
    },
    mixinStandardHelpOptions = true)
final class DataKitCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Option(
      names = "--site",
      description = "The site of the workspace; cn4 is the one on Huawei Cloud.")
  private @Nullable String site;

  @Option(
      names = "--platform",
      description = "linux, macos, windows or kubernetes (default: ${DEFAULT-VALUE}).",
      defaultValue = "linux")
  private String platform;

  @Option(names = "--tag", description = "A tag for the host, NAME=VALUE; several times.")
  private Map<String, String> tags = new LinkedHashMap<>();

  @Option(names = "--reveal", description = "Prints the token too.")
  private boolean reveal;

  private final Map<String, String> environment;

  DataKitCommand() {
    this(System.getenv());
  }

  @SuppressWarnings("NullAway.Init") // picocli fills in specification and options
  DataKitCommand(Map<String, String> environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    String token = environment.getOrDefault("GUANCE_DATA_TOKEN", "");
    boolean done = true;
    if (token.isEmpty() && site == null) {
      done = HowDoIGetTheFirstDataKitExample.run(platform(), out::println);
    } else {
      out.println(line(token));
    }
    out.flush();
    return done ? OnboardingCli.DONE : OnboardingCli.NOT_DONE;
  }

  /** Masked, a command can be shown before anybody has a token. */
  private String line(String token) {
    if (site == null) {
      throw wrong("--site is missing: a workspace lives on one site for ever");
    }
    if (token.isEmpty() && reveal) {
      throw wrong("GUANCE_DATA_TOKEN is not set, so that there is nothing to reveal");
    }
    SiteHosts hosts = Sites.documented().hosts(new Site(site));
    InstallOptions options = InstallOptions.builder().hostTags(tags).build();
    if (token.isEmpty()) {
      return InstallCommands.masked(hosts, platform(), options);
    }
    InstallCommand command =
        HowDoIGetTheFirstDataKitExample.command(hosts, Secret.of(token), platform(), options);
    return reveal ? command.reveal() : command.masked();
  }

  private Platform platform() {
    return Arrays.stream(Platform.values())
        .filter(one -> name(one).equals(platform))
        .findFirst()
        .orElseThrow(
            () ->
                wrong(
                    "--platform must be one of "
                        + Arrays.stream(Platform.values())
                            .map(DataKitCommand::name)
                            .collect(Collectors.joining(", "))));
  }

  private static String name(Platform platform) {
    return platform.name().toLowerCase(Locale.ROOT);
  }

  private ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
