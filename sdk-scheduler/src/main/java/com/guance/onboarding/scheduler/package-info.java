/** Runs onboardings that are due on the nodes of a cluster, with db-scheduler. */
@ModelStyle
@NullMarked
package com.guance.onboarding.scheduler;

import org.jspecify.annotations.NullMarked;
