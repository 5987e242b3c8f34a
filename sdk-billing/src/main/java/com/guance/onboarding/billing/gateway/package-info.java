/**
 * The client of the Billing Center gateway: an installation's own access to what Guance's Billing
 * Center has no public API for. {@link com.guance.onboarding.billing.gateway.BillingCenterGateway}
 * is the way in; the contract is {@code docs/api/billing-center.yaml}.
 */
@NullMarked
@ModelStyle
package com.guance.onboarding.billing.gateway;

import org.jspecify.annotations.NullMarked;
