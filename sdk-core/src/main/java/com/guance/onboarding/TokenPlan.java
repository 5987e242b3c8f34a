package com.guance.onboarding;

import com.guance.onboarding.domain.Detail;
import com.guance.onboarding.domain.Observed;
import com.guance.onboarding.spi.BillingGateway;
import com.guance.onboarding.spi.WorkspaceFinding.Result;
import java.time.Duration;
import java.util.Optional;

/**
 * Whether the dataway takes the workspace's token, where a gateway can ask and no key of the
 * workspace is there. A token that is refused hides no DataKit that reports all the same.
 *
 * @param check asks
 */
record TokenPlan(CheckTokenStep check) {

  static Optional<TokenPlan> of(BillingGateway gateway) {
    return gateway.checksTokens()
        ? Optional.of(new TokenPlan(new CheckTokenStep(gateway)))
        : Optional.empty();
  }

  void next(AgendaDraft draft) {
    FlowState state = draft.state();
    Optional<Observed> token = Verification.token(state);
    if (token.isEmpty() && Verification.site(state).isPresent()) {
      draft.step(check);
    } else if (Verification.tokenNotAsked(state)) {
      VerificationPlan.look(draft, check);
    }
    token
        .filter(finding -> Result.WRONG.name().equals(finding.values().get(Detail.STATE)))
        .ifPresent(
            finding -> {
              VerificationPlan.mend(draft, finding, Duration.ZERO);
              VerificationPlan.look(draft, check);
            });
  }
}
