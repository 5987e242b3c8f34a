/**
 * Guance's External API, with which the operator of a private deployment creates accounts and
 * workspaces. Guance's own cloud has no such API.
 */
@ModelStyle
@NullMarked
package com.guance.onboarding.billing.external;

import org.jspecify.annotations.NullMarked;
