package com.guance.onboarding;

import com.guance.onboarding.domain.LookupKey;
import com.guance.onboarding.domain.Names;
import com.guance.onboarding.domain.OnboardingId;
import com.guance.onboarding.domain.OrderKey;
import java.util.List;

/** Customers and rehearsals are kept apart by their ids: neither ever finds the other. */
enum Lane {
  /** Orders of customers. */
  REAL {
    @Override
    OnboardingId of(OrderKey order) {
      return OrderIds.of(order);
    }

    @Override
    OnboardingId parked(Names names) {
      return new OnboardingId(Ledger.PARKED + digest(names));
    }

    @Override
    boolean holds(OnboardingId id) {
      return Ledger.real(id);
    }
  },
  /** Debugging and the daily dial test: stored and answered alike, and never advanced. */
  TEST {
    @Override
    OnboardingId of(OrderKey order) {
      return new OnboardingId(Ledger.TEST + OrderIds.of(order).value());
    }

    @Override
    OnboardingId parked(Names names) {
      return new OnboardingId(Ledger.TEST + Ledger.PARKED + digest(names));
    }

    @Override
    boolean holds(OnboardingId id) {
      return id.value().startsWith(Ledger.TEST)
          && !id.value().startsWith(Ledger.TEST + Ledger.PARKED);
    }
  };

  abstract OnboardingId of(OrderKey order);

  abstract OnboardingId parked(Names names);

  abstract boolean holds(OnboardingId id);

  private static String digest(Names names) {
    List<LookupKey> keys = names.keys();
    return OrderIds.digest(keys.isEmpty() ? "nobody" : keys.get(0).text());
  }
}
