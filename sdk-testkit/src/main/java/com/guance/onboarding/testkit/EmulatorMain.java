package com.guance.onboarding.testkit;

import java.io.UncheckedIOException;

/**
 * Runs an emulator as a process of its own, until it is ended: {@code --port P}, and the partner to
 * call.
 */
public final class EmulatorMain {

  private static final int WRONG_ARGUMENTS = 2;
  private static final String LOGGING_ADVICE = "slf4j.internal.verbosity";

  private EmulatorMain() {}

  /**
   * Starts an emulator and prints its address.
   *
   * @param arguments {@code --port} and a number, without it a free port; {@code --partner-url,
   *     --production-key, --sync-key} and {@code --public-key} for a partner to call; {@code
   *     --countdown, --closing, --unlocking} and {@code --month} for {@link LifecycleRules}; {@code
   *     --gateway-token} for what calls of the gateways must carry
   * @throws InterruptedException if the main thread was interrupted
   */
  public static void main(String[] arguments) throws InterruptedException {
    withoutLoggingAdvice();
    EmulatorSettings settings;
    try {
      settings =
          EmulatorArguments.read(arguments, System.getenv()).clock(SettableClock.running()).build();
    } catch (IllegalArgumentException e) {
      System.err.println(EmulatorArguments.USAGE);
      System.exit(WRONG_ARGUMENTS);
      return;
    }
    Emulator emulator;
    try {
      emulator = Emulator.start(settings);
    } catch (UncheckedIOException e) {
      System.err.println("--port must be one that is free: " + e.getMessage());
      System.exit(WRONG_ARGUMENTS);
      return;
    }
    Runtime.getRuntime().addShutdownHook(new Thread(emulator::close, "onboarding-emulator-end"));
    System.out.println(emulator.baseUri());
    emulator.join();
  }

  /** A program of its own brings no logging; nobody needs to be told. */
  private static void withoutLoggingAdvice() {
    if (System.getProperty(LOGGING_ADVICE) == null) {
      System.setProperty(LOGGING_ADVICE, "ERROR");
    }
  }
}
