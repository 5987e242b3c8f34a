package com.guance.onboarding.spi;

import com.guance.onboarding.domain.OnboardingId;

/**
 * An event for a listener, kept until the listener has returned.
 *
 * @param eventId stable, so that a listener can recognise a repetition
 * @param onboarding whom it is about
 * @param body the event as JSON, personal parts sealed; opaque to the store
 */
public record OutboxRow(String eventId, OnboardingId onboarding, String body) {}
