package com.guance.onboarding.testkit;

/**
 * One call of a rehearsal.
 *
 * @param orderId the debug order; empty when the partner applies for a credential
 * @param activity what was asked
 * @param result the result code, or in a word what was wrong with the answer
 * @param passed whether KooGallery is content with it
 */
public record DialedCall(String orderId, String activity, String result, boolean passed) {}
