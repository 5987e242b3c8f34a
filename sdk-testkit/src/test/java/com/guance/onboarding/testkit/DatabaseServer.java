package com.guance.onboarding.testkit;

import java.nio.file.Path;

/** A real database server that a test can take away and bring back. */
public interface DatabaseServer {

  /** Where it answers, with the user. */
  String url();

  /** Where its files are. */
  Path folder();

  /** Ends it; its files stay. */
  void stop();

  /** Starts it on the same files and the same port, and returns when it answers. */
  void startAgain();
}
