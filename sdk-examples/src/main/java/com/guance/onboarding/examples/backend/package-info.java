/**
 * A partner's backend as small as it can be: KooGallery's callbacks in, pages and JSON for people
 * out, on the JDK's own HTTP server.
 *
 * <p>{@link com.guance.onboarding.examples.backend.Backend} shows how the parts are put together.
 */
@NullMarked
package com.guance.onboarding.examples.backend;

import org.jspecify.annotations.NullMarked;
