package com.guance.onboarding.testkit;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the seller enters in KooGallery's console when he applies for an application's credential:
 * the public key that client secrets are encrypted for (contracts/koogallery.md §3.1).
 */
final class SellerCredential {

  private volatile boolean awaited;
  private volatile @Nullable String publicKey;

  /** Takes the key; without one it is going to follow. */
  void enter(Optional<String> key) {
    key.ifPresent(SellerCredential::check);
    publicKey = key.orElse(publicKey);
    awaited = key.isEmpty();
  }

  private static void check(String key) {
    if (!ClientSecretCipher.fit(key)) {
      throw Refused.invalid("publicKey", "an RSA key of 3072 bits or more, in PEM or without it");
    }
  }

  /** Whether a key has been announced and is not there: nobody can use the application yet. */
  boolean awaited() {
    return awaited;
  }

  void forget() {
    awaited = false;
    publicKey = null;
  }

  /** The partner with the key that was entered, if there is one. */
  PartnerConnection of(PartnerConnection partner) {
    String key = publicKey;
    return key == null ? partner : PartnerConnection.builder().from(partner).publicKey(key).build();
  }
}
