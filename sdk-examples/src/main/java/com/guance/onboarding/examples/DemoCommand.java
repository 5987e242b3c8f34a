package com.guance.onboarding.examples;

import com.guance.onboarding.domain.Branch;
import com.guance.onboarding.examples.backend.Hands;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Runs one customer through, with an emulator in the same process. */
@Command(
    name = "demo",
    description = "Takes one customer from the order to the first DataKit, with an emulator.",
    mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {

  /** What can go wrong with a call. */
  static final List<String> FAULTS =
      List.of(
          "duplicate",
          "delay",
          "cut-before",
          "cut-after",
          "throttle",
          "error-500",
          "malformed",
          "unknown-fields");

  @Spec private CommandSpec spec;

  @Option(
      names = "--branch",
      description =
          "already-bound, existing-workspace, new-workspace, new-account or register: takes the"
              + " place of the request's choices (default: what the request says).")
  private @Nullable String branch;

  @Option(
      names = "--request",
      description =
          "A request in YAML: order, organization, member, billing, terms, enterprise, workspace"
              + " (default: sdk-examples/requests/gcy.yaml, which explains every field).")
  private @Nullable Path request;

  @Option(
      names = "--people",
      arity = "0..1",
      defaultValue = "none",
      fallbackValue = "all",
      description =
          "Leaves console steps to people: all (without a value), marketplace, billing or none"
              + " (default).")
  private String people;

  @Option(
      names = "--fault",
      description =
          "duplicate, delay, cut-before, cut-after, throttle, error-500, malformed or"
              + " unknown-fields: hits each kind of call once.")
  private @Nullable String fault;

  @Option(names = "--json", description = "Ends with one line of JSON.")
  private boolean json;

  @SuppressWarnings("NullAway.Init") // picocli fills in the specification
  DemoCommand() {}

  @Override
  public Integer call() {
    if (fault != null && !FAULTS.contains(fault)) {
      throw wrong("--fault must be one of " + String.join(", ", FAULTS));
    }
    RequestFile file = request == null ? RequestFile.sample() : RequestFile.read(request);
    Branch chosen = branch == null ? file.branch() : branch(branch);
    file.check(chosen);
    Demo.Plan plan = new Demo.Plan(file, chosen, hands(), Optional.ofNullable(fault));
    PrintWriter out = spec.commandLine().getOut();
    Demo.Result result = Demo.run(plan, out::println);
    if (json) {
      out.println(DemoReport.json(plan, result));
    }
    out.flush();
    return result.completed() ? OnboardingCli.DONE : OnboardingCli.NOT_DONE;
  }

  private Hands hands() {
    return Hands.from(people)
        .orElseThrow(() -> wrong("--people must be none, marketplace, billing or all"));
  }

  private Branch branch(String name) {
    return Arrays.stream(Branch.values())
        .filter(one -> one.code().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                wrong(
                    "--branch must be already-bound, existing-workspace, new-workspace, new-account"
                        + " or register"));
  }

  private ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
