package com.guance.onboarding.billing.datakit;

import com.guance.onboarding.billing.SiteHosts;
import com.guance.onboarding.billing.Sites;
import com.guance.onboarding.domain.Secret;
import com.guance.onboarding.spi.InstallGuide;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Writes the commands that install DataKit for one workspace. Pure: nothing is called or run.
 *
 * <p>No option, host or token can make a command do anything else: each is checked against a form
 * and then quoted for the shell that reads it.
 */
public final class InstallCommands {

  private static final String MASK = "***";

  private final SiteHosts hosts;
  private final Secret token;

  private InstallCommands(SiteHosts hosts, Secret token) {
    this.hosts = hosts;
    this.token = token;
  }

  /**
   * Prepares the commands of a workspace.
   *
   * @param hosts the workspace's site
   * @param token the workspace's data token, {@code tkn_…}
   * @return the commands
   * @throws com.guance.onboarding.domain.InvalidInputException if the token cannot be one
   */
  public static InstallCommands of(SiteHosts hosts, Secret token) {
    OptionRules.checkToken(token.reveal());
    return new InstallCommands(hosts, token);
  }

  /**
   * Writes a command.
   *
   * @param platform where DataKit is to run
   * @param options what else to set
   * @return the command
   * @throws com.guance.onboarding.domain.InvalidInputException naming an option that the platform
   *     does not have
   */
  public InstallCommand command(Platform platform, InstallOptions options) {
    return new InstallCommand(
        platform,
        hosts.site(),
        masked(hosts, platform, options),
        Secret.of(line(hosts, platform, options, token.reveal())));
  }

  /**
   * Writes a command with a mask in the token's place, to be shown before there is a token.
   *
   * @param hosts the workspace's site
   * @param platform where DataKit is to run
   * @param options what else to set
   * @return the line as {@link InstallCommand#masked()} shows it
   * @throws com.guance.onboarding.domain.InvalidInputException naming an option that the platform
   *     does not have
   */
  public static String masked(SiteHosts hosts, Platform platform, InstallOptions options) {
    return line(hosts, platform, options, MASK);
  }

  /**
   * The commands of every platform that the task to install DataKit shows, with a mask in the
   * token's place. Whoever gives a command to a person makes it with {@link #of} and reveals it.
   *
   * @param sites where each site answers
   * @return the guide for the flow, by {@code linux}, {@code macos}, {@code windows} and {@code
   *     kubernetes}; it shows nothing for a site that is not in the table
   */
  public static InstallGuide guide(Sites sites) {
    return site ->
        sites.all().stream()
            .filter(hosts -> hosts.site().equals(site))
            .findFirst()
            .map(InstallCommands::masked)
            .orElse(Map.of());
  }

  private static Map<String, String> masked(SiteHosts hosts) {
    Map<String, String> lines = new LinkedHashMap<>();
    for (Platform platform : Platform.values()) {
      lines.put(
          platform.name().toLowerCase(Locale.ROOT), masked(hosts, platform, InstallOptions.none()));
    }
    return lines;
  }

  private static String line(
      SiteHosts hosts, Platform platform, InstallOptions options, String tokenText) {
    Dataway dataway = new Dataway(hosts, tokenText);
    return switch (platform) {
      case LINUX, MACOS -> HostCommand.posix(dataway, options);
      case WINDOWS -> HostCommand.powerShell(dataway, options);
      case KUBERNETES -> HelmCommand.line(dataway, options);
    };
  }

  /** Never shows the token. */
  @Override
  public String toString() {
    return "InstallCommands[" + hosts.site() + "]";
  }
}
