/** Both sides of an onboarding, played for tests. */
@NullMarked
package com.guance.onboarding.testkit;

import org.jspecify.annotations.NullMarked;
