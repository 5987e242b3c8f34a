package com.guance.onboarding;

import com.guance.onboarding.domain.OnboardingId;

/**
 * One whom names mean.
 *
 * @param line the onboarding that has the names
 * @param subscription where what is said of it is kept: mostly itself
 * @param sure false when the surest of the names was not known before
 */
record Addressee(Ledger.Work line, Ledger.Work subscription, boolean sure) {

  OnboardingId id() {
    return line.id();
  }
}
