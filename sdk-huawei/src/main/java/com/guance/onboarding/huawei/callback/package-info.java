/** KooGallery's callbacks: verified, stored, answered and signed. */
@ModelStyle
@NullMarked
package com.guance.onboarding.huawei.callback;

import org.jspecify.annotations.NullMarked;
