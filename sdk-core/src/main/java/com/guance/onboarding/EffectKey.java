package com.guance.onboarding;

import com.guance.onboarding.domain.Detail;
import com.guance.onboarding.domain.FactKind;
import com.guance.onboarding.domain.Observed;
import com.guance.onboarding.domain.Stage;
import java.time.Instant;
import java.util.Optional;

/**
 * Idempotency keys: the same on every try, and another one once what was made is known to be gone.
 * A remote side would answer the old key with the thing that is not there any more.
 */
final class EffectKey {

  private EffectKey() {}

  /** The key of an effect in KooGallery's console. */
  static String of(String key, FlowState state, Stage stage) {
    return after(key, state.organizations().takenBack(stage));
  }

  /** The key of an effect that a reading of one subject tells about. */
  static String of(String key, FlowState state, FactKind kind, String subject) {
    Optional<Observed> gone =
        state
            .of(kind, subject)
            .filter(Organizations::off)
            .filter(fact -> fact.value(Detail.STATE).filter(Billing.GONE::equals).isPresent());
    return after(key, gone.map(Observed::at).orElse(Instant.MIN));
  }

  private static String after(String key, Instant takenBack) {
    return takenBack.equals(Instant.MIN) ? key : key + ":" + takenBack.toEpochMilli();
  }
}
