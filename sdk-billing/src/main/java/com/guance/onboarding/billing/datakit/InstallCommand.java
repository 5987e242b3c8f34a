package com.guance.onboarding.billing.datakit;

import com.guance.onboarding.domain.Secret;
import com.guance.onboarding.domain.Site;

/**
 * One line to be pasted into a shell. It carries the workspace's token, so every form of printing
 * it shows a mask; {@link #reveal()} is the only way to the real line.
 */
public final class InstallCommand {

  private final Platform platform;
  private final Site site;
  private final String masked;
  private final Secret line;

  InstallCommand(Platform platform, Site site, String masked, Secret line) {
    this.platform = platform;
    this.site = site;
    this.masked = masked;
    this.line = line;
  }

  /** {@return where the line is to be run} */
  public Platform platform() {
    return platform;
  }

  /** {@return the site that DataKit will report to} */
  public Site site() {
    return site;
  }

  /** {@return the line with a mask in the token's place, to be shown or logged} */
  public String masked() {
    return masked;
  }

  /**
   * The line that works. Whoever sees it can write into the workspace, and shells keep it in their
   * history.
   *
   * @return the line with the token
   */
  public String reveal() {
    return line.reveal();
  }

  /** Returns the masked line. */
  @Override
  public String toString() {
    return masked;
  }
}
