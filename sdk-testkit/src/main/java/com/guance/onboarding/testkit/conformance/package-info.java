/**
 * Judges a partner's endpoint as KooGallery would use it: signed requests, good and bad, against
 * any endpoint in any language.
 *
 * <p>{@link com.guance.onboarding.testkit.conformance.Conformance} is the entry point. Signatures
 * and bodies are written from KooGallery's documents alone; no code of the library is used.
 */
@NullMarked
package com.guance.onboarding.testkit.conformance;

import org.jspecify.annotations.NullMarked;
