/**
 * The words of the job: orders, organizations, accounts, workspaces, and what is true about them.
 *
 * <p>Values only: nothing here calls anybody. Every type is immutable and safe to share between
 * threads.
 */
@ModelStyle
@NullMarked
package com.guance.onboarding.domain;

import org.jspecify.annotations.NullMarked;
