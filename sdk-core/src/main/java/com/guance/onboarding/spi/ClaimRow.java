package com.guance.onboarding.spi;

import java.time.Instant;

/**
 * The right to act on something, until it ends.
 *
 * @param key what is claimed, such as {@code onboarding:…} or {@code account:…}
 * @param owner who holds it, unique for each call of {@code advance}
 * @param until when it ends unless it is given back
 */
public record ClaimRow(String key, String owner, Instant until) {}
