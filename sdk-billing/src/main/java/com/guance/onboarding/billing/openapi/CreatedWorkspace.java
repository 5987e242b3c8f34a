package com.guance.onboarding.billing.openapi;

import com.guance.onboarding.billing.api.AccessKey;
import java.util.Optional;

/**
 * A workspace that has just been created.
 *
 * @param workspace the workspace; newer installations leave the data token out here and show it on
 *     reading
 * @param key the API key, if one was asked for
 * @param ownerAccount the Guance account of the owner
 */
public record CreatedWorkspace(
    Workspace workspace, Optional<AccessKey> key, Optional<String> ownerAccount) {}
