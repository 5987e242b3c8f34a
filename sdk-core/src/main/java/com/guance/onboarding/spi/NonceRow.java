package com.guance.onboarding.spi;

import java.time.Instant;

/**
 * Something that may happen once: a callback's nonce, a sign-in code's hash.
 *
 * @param key the nonce with its scope, at most 255 characters
 * @param until when it may be forgotten
 * @param value what to remember with it, such as the answer that was given; may be empty
 */
public record NonceRow(String key, Instant until, String value) {}
