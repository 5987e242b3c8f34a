package com.guance.onboarding.spi;

import com.guance.onboarding.domain.Site;
import java.util.Map;

/**
 * The command that installs DataKit, as far as everybody may see it: the flow shows it with the
 * task to install. Whoever gives the command to the person who runs it fills in the token.
 *
 * <p>Pure and quick, because it is asked whenever the task is handed out; safe for several threads.
 */
@FunctionalInterface
public interface InstallGuide {

  /**
   * Writes the commands for a site.
   *
   * @param site the site of the workspace
   * @return one command for each platform, the usual one first, with a mask in the token's place;
   *     empty if the site is not known
   */
  Map<String, String> commands(Site site);
}
