package com.guance.onboarding.testkit;

import java.util.Optional;

/** One of Guance's own APIs: whom it lets in, and how it says no. */
interface GuanceApi {

  /** Whether a request is for this API; two of them have the same paths. */
  boolean means(WebRequest request);

  /**
   * Lets a request in or refuses it; counts it where there is a limit.
   *
   * @return the workspace whose key the request carries; empty where keys belong to none
   * @throws Refused if it does not come in
   */
  Optional<String> admit(WebRequest request);

  /** How it says no; the code is Guance's own where one is published. */
  Answer refused(Refused refused);

  /** How it says that it was asked too often. */
  Refused throttled();
}
