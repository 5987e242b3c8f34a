package com.guance.onboarding.huawei.signin;

import com.guance.onboarding.domain.Secret;
import java.time.Instant;
import java.util.Optional;

/**
 * What a sign-in service has given for a code. Keep it in the session, never in an address or a
 * log.
 *
 * @param access the access token
 * @param refresh what {@link SignIn#refresh} needs; empty if the service gives none
 * @param expiresAt when the access token ends
 */
public record Tokens(Secret access, Optional<Secret> refresh, Instant expiresAt) {}
