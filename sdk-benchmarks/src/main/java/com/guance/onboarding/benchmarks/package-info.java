/** Measurements of the library. */
@NullMarked
package com.guance.onboarding.benchmarks;

import org.jspecify.annotations.NullMarked;
