package com.guance.onboarding.examples;

import com.guance.onboarding.domain.Secret;
import java.util.Arrays;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** The two access keys, as options or from the environment, which process lists do not show. */
final class KooGalleryKeys {

  @Option(
      names = "--production-key",
      description =
          "The access key of the production interface; several while keys change (default: the"
              + " environment's KOO_PRODUCTION_KEY, separated by commas).")
  private List<String> production = List.of();

  @Option(
      names = "--sync-key",
      description =
          "The access key of the synchronization interface; several while keys change (default: the"
              + " environment's KOO_SYNC_KEY, separated by commas).")
  private List<String> sync = List.of();

  List<Secret> production(CommandSpec spec) {
    return keys(spec, production, "KOO_PRODUCTION_KEY", "--production-key");
  }

  List<Secret> sync(CommandSpec spec) {
    return keys(spec, sync, "KOO_SYNC_KEY", "--sync-key");
  }

  private static List<Secret> keys(
      CommandSpec spec, List<String> given, String variable, String option) {
    String environment = System.getenv().getOrDefault(variable, "");
    List<String> keys =
        given.isEmpty()
            ? Arrays.stream(environment.split(",", -1)).map(String::strip).toList()
            : given;
    List<Secret> secrets = keys.stream().filter(key -> !key.isEmpty()).map(Secret::of).toList();
    if (secrets.isEmpty()) {
      throw new ParameterException(
          spec.commandLine(), option + " is missing, and " + variable + " is not set");
    }
    return secrets;
  }
}
