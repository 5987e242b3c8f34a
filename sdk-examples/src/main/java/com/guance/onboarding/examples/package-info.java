/** Runnable examples, one for each question of a reader. */
@NullMarked
package com.guance.onboarding.examples;

import org.jspecify.annotations.NullMarked;
