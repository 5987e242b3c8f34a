/**
 * Takes a customer who bought Guance on KooGallery from the order to the first DataKit: {@link
 * com.guance.onboarding.OnboardingFlow} is the one facade.
 */
@ModelStyle
@NullMarked
package com.guance.onboarding;

import org.jspecify.annotations.NullMarked;
