/** The Guance side of an onboarding: its sites, and the adapters in the packages below. */
@ModelStyle
@NullMarked
package com.guance.onboarding.billing;

import org.jspecify.annotations.NullMarked;
