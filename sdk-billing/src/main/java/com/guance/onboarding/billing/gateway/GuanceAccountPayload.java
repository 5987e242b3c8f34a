package com.guance.onboarding.billing.gateway;

import org.jspecify.annotations.Nullable;

/** A registered Guance account with its first workspace, as it comes. */
record GuanceAccountPayload(
    @Nullable String guanceAccountId, @Nullable WorkspacePayload workspace) {}
