package com.guance.onboarding.examples;

/** The packages of the project, as patterns for architecture tests. */
final class Layout {

  /** The root package alone, without those below it. */
  static final String ROOT = "com.guance.onboarding";

  static final String DOMAIN = ROOT + ".domain..";
  static final String ERROR = ROOT + ".error..";
  static final String SPI = ROOT + ".spi..";
  static final String TRANSPORT = ROOT + ".transport..";
  static final String STORE = ROOT + ".store..";

  static final String HUAWEI = ROOT + ".huawei..";
  static final String CALLBACK = ROOT + ".huawei.callback";
  static final String BILLING = ROOT + ".billing..";
  static final String TESTKIT = ROOT + ".testkit..";
  static final String SCHEDULER = ROOT + ".scheduler..";
  static final String EXAMPLES = ROOT + ".examples..";

  private Layout() {}

  /**
   * Everything in the module sdk-core.
   *
   * @return the patterns
   */
  static String[] core() {
    return new String[] {ROOT, DOMAIN, ERROR, SPI, TRANSPORT, STORE};
  }
}
