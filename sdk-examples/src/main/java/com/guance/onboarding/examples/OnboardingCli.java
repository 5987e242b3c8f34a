package com.guance.onboarding.examples;

import com.guance.onboarding.domain.InvalidInputException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command line of the examples: one subcommand for each thing to try. */
@Command(
    name = "onboarding",
    description = "Takes customers from a KooGallery order to the first DataKit, offline.",
    mixinStandardHelpOptions = true)
public final class OnboardingCli implements Runnable {

  /** Everything went well. */
  static final int DONE = 0;

  /** It ran and did not complete. */
  static final int NOT_DONE = 1;

  /** The arguments or the request are wrong. */
  static final int WRONG = 2;

  private static final List<Class<?>> COMMANDS =
      List.of(
          DemoCommand.class,
          EmulatorCommand.class,
          BackendCommand.class,
          ConformanceCommand.class,
          LifecycleCommand.class,
          WorkspaceCommand.class,
          DataKitCommand.class);

  @Spec private CommandSpec spec;

  @SuppressWarnings("NullAway.Init") // picocli fills in the specification
  private OnboardingCli() {}

  /**
   * Runs a subcommand and exits with its status: 0 done, 1 not completed, 2 wrong arguments.
   *
   * @param args what to do
   */
  public static void main(String[] args) {
    System.exit(run(utf8(System.out), utf8(System.err), args));
  }

  /** Chinese text must survive a console whose locale nobody has set. */
  private static PrintWriter utf8(OutputStream stream) {
    return new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), true);
  }

  static int run(PrintWriter out, PrintWriter err, String... args) {
    CommandLine line = new CommandLine(new OnboardingCli());
    commands(args).forEach(line::addSubcommand);
    line.setOut(out).setErr(err);
    line.setExecutionExceptionHandler(
        (failure, command, parsed) -> {
          if (failure instanceof InvalidInputException wrong) {
            command.getErr().println(wrong.getMessage());
            for (Throwable other : wrong.getSuppressed()) {
              command.getErr().println(other.getMessage());
            }
            return WRONG;
          }
          throw failure;
        });
    return line.execute(args);
  }

  /** The one that is named, or all: reading options that nobody typed would delay every start. */
  private static List<Class<?>> commands(String... args) {
    return COMMANDS.stream()
        .filter(command -> args.length > 0 && name(command).equals(args[0]))
        .findFirst()
        .<List<Class<?>>>map(List::of)
        .orElse(COMMANDS);
  }

  private static String name(Class<?> command) {
    return command.getAnnotation(Command.class).name();
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Say what to do.");
  }
}
