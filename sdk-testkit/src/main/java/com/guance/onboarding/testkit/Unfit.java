package com.guance.onboarding.testkit;

/** Why a check has failed, or could not be tried; says nothing that the gateway has sent. */
final class Unfit extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final boolean tried;

  private Unfit(String why, boolean tried) {
    super(why, null, false, false);
    this.tried = tried;
  }

  static Unfit failed(String why) {
    return new Unfit(why, true);
  }

  static Unfit skipped(String why) {
    return new Unfit(why, false);
  }

  boolean tried() {
    return tried;
  }
}
