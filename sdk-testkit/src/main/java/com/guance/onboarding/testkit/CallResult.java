package com.guance.onboarding.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.guance.onboarding.testkit.KooGallerySignature.BodySign;
import java.util.Optional;

/**
 * What became of one call to the partner.
 *
 * @param result the result code, or in a word what was wrong with the answer
 * @param body the answer; missing when it could not be read
 * @param bodySign what the signature of the answer is worth, where there was an answer
 */
record CallResult(String result, JsonNode body, Optional<BodySign> bodySign) {

  static final String SUCCESS = "000000";
  static final String PROCESSING = "000004";

  static CallResult failed(String what, Optional<BodySign> bodySign) {
    return new CallResult(what, MissingNode.getInstance(), bodySign);
  }

  boolean succeeded() {
    return result.equals(SUCCESS);
  }

  boolean processing() {
    return result.equals(PROCESSING);
  }
}
