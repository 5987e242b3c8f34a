/**
 * What can go wrong, as one sealed tree of unchecked exceptions.
 *
 * <p>{@link com.guance.onboarding.error.OnboardingException} is the root. A remote side that
 * answered no is a {@link com.guance.onboarding.error.RemoteException}, no answer is a {@link
 * com.guance.onboarding.error.TransportException}, an answer that cannot be read is a {@link
 * com.guance.onboarding.error.ProtocolException}. Messages put stable words first and ids after;
 * they never hold a body, a secret or personal data. A mistake of the caller is not in the tree: it
 * stays an {@link java.lang.IllegalArgumentException} or {@link java.lang.IllegalStateException}.
 *
 * @serial exclude
 */
@NullMarked
package com.guance.onboarding.error;

import org.jspecify.annotations.NullMarked;
