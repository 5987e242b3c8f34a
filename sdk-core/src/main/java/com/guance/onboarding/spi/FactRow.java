package com.guance.onboarding.spi;

/**
 * A fact as a store keeps it.
 *
 * @param key the business key, unique inside one onboarding, at most 255 characters
 * @param body the fact as JSON, personal parts sealed; opaque to the store
 */
public record FactRow(String key, String body) {}
