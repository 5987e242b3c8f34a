package com.guance.onboarding.testkit;

import com.guance.onboarding.domain.InvalidInputException;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** The ways in which a call can go wrong. */
enum FaultProfile {
  /** The request is carried out twice, as by a proxy that repeats it. */
  DUPLICATE,
  /** It is carried out, and the answer comes late. */
  DELAY,
  /** The connection breaks before anything has happened. */
  CUT_BEFORE,
  /** It is carried out, and the connection breaks. */
  CUT_AFTER,
  /** 429 with Retry-After; nothing has happened. */
  THROTTLE,
  /** 500; nothing has happened. */
  ERROR_500,
  /** It is carried out, and the answer is no JSON. */
  MALFORMED,
  /** It is carried out, and the answer says more than the contract. */
  UNKNOWN_FIELDS,
  /** The callback is sent again at once, as a call of its own. */
  CALLBACK_DUPLICATE,
  /** The callback goes out after the next one of its order. */
  CALLBACK_REORDER,
  /** The callback is kept back for half an hour on the clock. */
  CALLBACK_DELAY,
  /** The callback is signed with another key. */
  CALLBACK_BAD_SIGNATURE,
  /** The callback is signed with a time that is five minutes back. */
  CALLBACK_CLOCK_SKEW,
  /** The callback is sent again byte for byte. */
  CALLBACK_REPLAY;

  private static final String CALLBACK = "CALLBACK_";

  /** Whether it hits what KooGallery sends, and not what the gateways receive. */
  boolean ofCallbacks() {
    return name().startsWith(CALLBACK);
  }

  String text() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static FaultProfile from(String text) {
    return Arrays.stream(values())
        .filter(profile -> profile.text().equals(text))
        .findFirst()
        .orElseThrow(
            () ->
                new InvalidInputException(
                    "profile",
                    "must be one of "
                        + Arrays.stream(values())
                            .map(FaultProfile::text)
                            .collect(Collectors.joining(", "))));
  }
}
