/**
 * What Guance's OpenAPI and External API have in common: the envelope around every answer, its
 * errors, its pages, and DQL queries.
 *
 * <p>Partners meet the queries; the rest serves the clients in the neighbouring packages.
 */
@ModelStyle
@NullMarked
package com.guance.onboarding.billing.api;

import org.jspecify.annotations.NullMarked;
