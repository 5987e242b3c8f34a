/**
 * What an adapter or a store implements so that the flow can work with it.
 *
 * <p>Stable for those who implement it; a partner who only embeds the SDK needs nothing from here.
 */
@ModelStyle
@NullMarked
package com.guance.onboarding.spi;

import org.jspecify.annotations.NullMarked;
