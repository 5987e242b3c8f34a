package com.guance.onboarding;

import com.guance.onboarding.domain.Secret;
import java.util.Map;

/**
 * The codes and passwords for one run of a step.
 *
 * @param given what the answers gave, by task id and input name
 * @param complete whether that is all that the step needs
 */
record StepSecrets(Map<String, Map<String, Secret>> given, boolean complete) {

  static final StepSecrets NONE_NEEDED = new StepSecrets(Map.of(), true);

  /** Nobody has been asked: the step can look and no more. */
  static final StepSecrets NONE_ASKED = new StepSecrets(Map.of(), false);
}
