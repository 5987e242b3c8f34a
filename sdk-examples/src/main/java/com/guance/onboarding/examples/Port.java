package com.guance.onboarding.examples;

import java.io.UncheckedIOException;
import java.net.UnknownHostException;
import java.util.Objects;
import java.util.function.Supplier;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** The port of a program that stays up. */
final class Port {

  private static final int HIGHEST = 0xffff;

  private Port() {}

  static int checked(CommandSpec spec, int port) {
    if (port < 0 || port > HIGHEST) {
      throw new ParameterException(
          spec.commandLine(), "--port must be 0, for a free one, or 1 to " + HIGHEST);
    }
    return port;
  }

  /** Starts what listens on it; one that is in use is a wrong argument. */
  static <T> T listening(CommandSpec spec, Supplier<T> start) {
    try {
      return start.get();
    } catch (UncheckedIOException e) {
      Throwable cause = Objects.requireNonNullElse(e.getCause(), e);
      String rule =
          cause instanceof UnknownHostException
              ? "--host must be an address of this machine: "
              : "--port must be one that is free: ";
      throw new ParameterException(
          spec.commandLine(), rule + e.getMessage() + ", " + cause.getMessage());
    }
  }
}
