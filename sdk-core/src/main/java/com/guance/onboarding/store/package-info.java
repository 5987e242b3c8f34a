/** The stores that ship with the SDK. */
@NullMarked
package com.guance.onboarding.store;

import org.jspecify.annotations.NullMarked;
