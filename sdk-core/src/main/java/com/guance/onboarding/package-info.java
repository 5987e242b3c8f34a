/** The onboarding of one customer, from the order on KooGallery to the first DataKit. */
@NullMarked
package com.guance.onboarding;

import org.jspecify.annotations.NullMarked;
