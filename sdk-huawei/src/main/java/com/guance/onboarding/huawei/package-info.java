/** The KooGallery side of an onboarding. */
@NullMarked
package com.guance.onboarding.huawei;

import org.jspecify.annotations.NullMarked;
