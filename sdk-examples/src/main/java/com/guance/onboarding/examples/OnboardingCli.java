package com.guance.onboarding.examples;

/** The command line of the examples. */
public final class OnboardingCli {

  private OnboardingCli() {}

  /**
   * Prints how the program is used.
   *
   * @param args what to do
   */
  public static void main(String[] args) {
    System.out.println("Usage: java -jar onboarding.jar COMMAND");
  }
}
