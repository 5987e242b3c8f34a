/** Guance's OpenAPI, which acts on the one workspace that the API key belongs to. */
@ModelStyle
@NullMarked
package com.guance.onboarding.billing.openapi;

import org.jspecify.annotations.NullMarked;
