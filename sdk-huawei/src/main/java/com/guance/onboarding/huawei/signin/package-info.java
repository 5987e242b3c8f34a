/**
 * How members of a buyer's organization sign in: through the organization's own sign-in domain, or
 * through OrgID.
 *
 * <p>{@link com.guance.onboarding.huawei.signin.SignIn} is the entry point for the joint-operations
 * kit.
 */
@ModelStyle
@NullMarked
package com.guance.onboarding.huawei.signin;

import org.jspecify.annotations.NullMarked;
