/** The Guance side of an onboarding. */
@NullMarked
package com.guance.onboarding.billing;

import org.jspecify.annotations.NullMarked;
