package com.guance.onboarding.domain;

/** Who brought a stage about. */
public enum Actor {
  /** The SDK, through an API. */
  SDK,
  /** KooGallery, which reported it with a signed callback. */
  CALLBACK,
  /** A person, in a console. */
  PERSON
}
