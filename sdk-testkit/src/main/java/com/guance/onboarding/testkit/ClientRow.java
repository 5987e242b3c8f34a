package com.guance.onboarding.testkit;

import com.guance.onboarding.domain.Secret;

/** What an application signs in with at one organization's domain. */
record ClientRow(String clientId, Secret secret, String organizationId, String appId) {}
