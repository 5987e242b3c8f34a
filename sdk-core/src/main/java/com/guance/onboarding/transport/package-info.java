/**
 * HTTP for adapter authors: Retrofit, Jackson and retrying, wired once.
 *
 * <p>{@link com.guance.onboarding.transport.Transport} runs the calls of a Retrofit interface, with
 * {@link com.guance.onboarding.transport.HttpSettings} saying where to and how patiently. Whatever
 * comes back becomes a value or an exception of {@code com.guance.onboarding.error}. This is the
 * one package whose public signatures may show Retrofit and Jackson.
 */
@NullMarked
@ModelStyle
package com.guance.onboarding.transport;

import org.jspecify.annotations.NullMarked;
