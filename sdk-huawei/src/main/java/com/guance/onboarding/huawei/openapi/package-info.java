/**
 * What a seller asks KooGallery: the details of an order, usage of on-demand subscriptions, and
 * whose keys these are. Every request carries an {@code SDK-HMAC-SHA256} signature.
 *
 * <p>{@link com.guance.onboarding.huawei.openapi.KooGalleryOpenApi} is the entry point.
 */
@ModelStyle
@NullMarked
package com.guance.onboarding.huawei.openapi;

import org.jspecify.annotations.NullMarked;
