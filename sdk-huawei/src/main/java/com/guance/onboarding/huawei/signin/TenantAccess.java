package com.guance.onboarding.huawei.signin;

import java.util.Optional;

/**
 * What applicationSync and tenantSync have said about signing in to an organization.
 *
 * @param domainName its sign-in domain, as it was said
 * @param clientId the client
 * @param secretRef where the client's secret is kept; empty if it could not be decrypted
 * @param organization what the organization is called
 */
record TenantAccess(
    String domainName,
    String clientId,
    Optional<String> secretRef,
    OrganizationNames organization) {

  record OrganizationNames(String name, String shortName) {}
}
