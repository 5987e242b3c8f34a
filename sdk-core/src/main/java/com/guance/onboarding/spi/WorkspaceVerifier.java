package com.guance.onboarding.spi;

import com.guance.onboarding.domain.Language;
import com.guance.onboarding.domain.Secret;
import com.guance.onboarding.domain.Site;
import com.guance.onboarding.domain.WorkspaceId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What Guance's public APIs say of a workspace, asked with an API key of that workspace: what
 * people did in consoles is believed once this has confirmed it.
 *
 * <p>Blocking, safe for several threads, reading only. Keeps within Guance's limits itself; a turn
 * that comes too late is a {@link com.guance.onboarding.error.RateLimitedException}.
 */
public interface WorkspaceVerifier {

  /**
   * The same verifier for one step of the flow: all that a look asks, pages and token included,
   * shares one deadline, which is shorter than the claim under which the step runs.
   *
   * @param time how long all calls of the returned verifier together may take from now on
   * @return a verifier that keeps to it; by default this one, whose looks are bounded one by one
   */
  default WorkspaceVerifier within(Duration time) {
    return this;
  }

  /**
   * Looks at the workspace that a key belongs to, and asks the dataway whether it takes the
   * workspace's token.
   *
   * @param expected what should be
   * @param key the Key ID
   * @return what was seen; a key that the site does not know, or that belongs to another workspace,
   *     is a finding and the only one
   * @throws com.guance.onboarding.error.OnboardingException if Guance cannot be asked
   */
  Seen verify(Expected expected, Secret key);

  /**
   * Looks for the first host that a DataKit has reported.
   *
   * @param expected which workspace, on which site
   * @param key the Key ID
   * @return the host, empty while none has reported
   * @throws com.guance.onboarding.error.OnboardingException if Guance cannot be asked
   */
  Optional<String> firstHost(Expected expected, Secret key);

  /**
   * What should be; what is empty is not looked at.
   *
   * @param site where the workspace lives
   * @param workspace which one it is
   * @param language its language
   * @param owner the id, user name or e-mail address of its owner
   */
  record Expected(
      Site site,
      Optional<WorkspaceId> workspace,
      Optional<Language> language,
      Optional<String> owner) {

    /** Returns nothing of the owner. */
    @Override
    public String toString() {
      return "Expected[" + site + " " + workspace.map(WorkspaceId::value).orElse("") + "]";
    }
  }

  /**
   * What was seen.
   *
   * @param workspace the workspace that the key belongs to; empty if the site does not know the key
   * @param name its name
   * @param findings one for each thing that was looked at
   */
  record Seen(
      Optional<WorkspaceId> workspace, Optional<String> name, List<WorkspaceFinding> findings) {

    /**
     * Copies the findings.
     *
     * @param workspace the workspace
     * @param name its name
     * @param findings one for each thing
     */
    public Seen {
      findings = List.copyOf(findings);
    }
  }
}
