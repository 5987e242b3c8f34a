package com.guance.onboarding.testkit;

import java.util.Optional;

/** Runs an emulator as a process of its own, until it is ended: {@code --port P}. */
public final class EmulatorMain {

  private static final int WRONG_ARGUMENTS = 2;
  private static final String LOGGING_ADVICE = "slf4j.internal.verbosity";

  private EmulatorMain() {}

  /**
   * Starts an emulator and prints its address.
   *
   * @param arguments {@code --port} and a number; without them, a free port
   * @throws InterruptedException if the main thread was interrupted
   */
  public static void main(String[] arguments) throws InterruptedException {
    withoutLoggingAdvice();
    Optional<Integer> port = port(arguments);
    if (port.isEmpty()) {
      System.err.println("usage: [--port 0..65535]");
      System.exit(WRONG_ARGUMENTS);
      return;
    }
    EmulatorSettings settings =
        EmulatorSettings.builder().port(port.get()).clock(SettableClock.running()).build();
    Emulator emulator = Emulator.start(settings);
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

  private static Optional<Integer> port(String[] arguments) {
    if (arguments.length == 0) {
      return Optional.of(0);
    }
    if (arguments.length != 2 || !arguments[0].equals("--port")) {
      return Optional.empty();
    }
    try {
      int port = Integer.parseInt(arguments[1]);
      return port >= 0 && port <= 0xffff ? Optional.of(port) : Optional.empty();
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }
}
