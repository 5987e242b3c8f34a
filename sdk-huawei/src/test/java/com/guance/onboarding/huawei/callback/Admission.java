package com.guance.onboarding.huawei.callback;

import com.guance.onboarding.domain.Secret;
import com.guance.onboarding.huawei.callback.Gate.Admitted;
import java.net.URI;
import java.time.Clock;
import java.time.ZoneOffset;

/** A gate at a fixed time, and what it says of one signed body. */
final class Admission {

  static final String NONCE = "0123456789abcdef0123456789abcdef";

  private Admission() {}

  static CallbackSettings.Builder settings() {
    return CallbackSettings.builder()
        .addProductionKeys(Signing.PRODUCTION_KEY)
        .entryAddress(URI.create("https://app.example.com"))
        .addSyncKeys(Signing.SYNC_KEY)
        .clock(Clock.fixed(Signing.NOW, ZoneOffset.UTC));
  }

  static Gate gate(CallbackSettings settings) {
    KeyRing ring = new KeyRing(settings);
    return new Gate(settings, ring, new Replies(ring));
  }

  /** The event of a body on the production interface; fails if it is refused. */
  static <E extends CallbackEvent> E production(Class<E> type, String body) {
    return type.cast(
        ((Admitted) gate(settings().build()).admit(Signing.production(NONCE, body))).event());
  }

  /** The event of a body on the synchronization interface; fails if it is refused. */
  static <E extends CallbackEvent> E sync(Class<E> type, String activity, String body) {
    Secret key = Signing.SYNC_KEY;
    return type.cast(
        ((Admitted) gate(settings().build()).admit(Signing.sync(key, NONCE, activity, body)))
            .event());
  }

  static Gate.Passage admitProduction(String body) {
    return gate(settings().build()).admit(Signing.production(NONCE, body));
  }
}
