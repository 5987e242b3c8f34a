package com.guance.onboarding;

import com.guance.onboarding.domain.Stage;
import java.time.Duration;

/**
 * What this installation can do and prove by itself, and how Guance treats it.
 *
 * @param orders whether an order query or a gateway tells about orders
 * @param marketplace whether the Joint Operations gateway is configured
 * @param callbacks whether KooGallery's callbacks arrive
 * @param guance what is there at Guance
 */
record Capabilities(boolean orders, boolean marketplace, boolean callbacks, AtGuance guance) {

  /**
   * What is there at Guance.
   *
   * @param gateway whether the Billing Center gateway is configured
   * @param publicApis whether Guance's public APIs can be asked once a key is there
   * @param dataKept how long Guance keeps the data of a locked workspace
   */
  record AtGuance(boolean gateway, boolean publicApis, Duration dataKept) {}

  Duration dataKept() {
    return guance.dataKept();
  }

  /** Whether the proof of a stage could be had with an API key of the workspace. */
  boolean provesWithKey(Stage stage) {
    return guance.publicApis() && (stage == Stage.WORKSPACE || stage == Stage.DATAKIT);
  }

  /** Whether the proof of a stage can be had here at all; if not, a person's word must do. */
  boolean proves(Stage stage) {
    return switch (stage) {
      case PURCHASE -> orders || callbacks;
      case ORGANIZATION, MEMBER, APP_BINDING, APP_AUTHORIZATION, SIGN_IN ->
          marketplace || callbacks;
      case BILLING_ACCOUNT, ENTERPRISE_INFO, WORKSPACE, DATAKIT -> guance.gateway();
      case COMPLETED -> false;
    };
  }
}
