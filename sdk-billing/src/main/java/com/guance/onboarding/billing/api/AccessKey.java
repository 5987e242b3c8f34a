package com.guance.onboarding.billing.api;

import com.guance.onboarding.domain.Secret;
import java.util.Optional;

/**
 * An API key of a workspace.
 *
 * @param id the Key ID, which is what calls are authorized with; a secret therefore
 * @param name the name
 * @param secret the key's secret, if it was shown
 */
public record AccessKey(Secret id, Optional<String> name, Optional<Secret> secret) {

  /** Returns a mask. */
  @Override
  public String toString() {
    return "AccessKey[***]";
  }
}
