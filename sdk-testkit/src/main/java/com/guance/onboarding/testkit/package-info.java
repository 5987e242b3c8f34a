/**
 * The other side, for tests: an emulator of KooGallery's console and the Guance Billing Center.
 *
 * <p>{@link com.guance.onboarding.testkit.Emulator} runs in the same JVM, needs no container and
 * starts in a fraction of a second; {@link com.guance.onboarding.testkit.OnboardingEmulator} hands
 * a fresh one to each test of a JUnit class. It speaks the wire with code of its own, so that it
 * can catch the SDK's being wrong.
 */
@NullMarked
@ModelStyle
package com.guance.onboarding.testkit;

import org.jspecify.annotations.NullMarked;
