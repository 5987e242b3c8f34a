/** DataKit, Guance's agent: the command that installs it, and the check of its token. */
@ModelStyle
@NullMarked
package com.guance.onboarding.billing.datakit;

import org.jspecify.annotations.NullMarked;
