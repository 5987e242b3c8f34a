package com.guance.onboarding;

import com.guance.onboarding.domain.Actor;
import com.guance.onboarding.domain.Stage;

/**
 * How a stage was done.
 *
 * @param stage the stage
 * @param by who brought it about
 * @param verified whether it is proven; false when it rests on a person's word alone
 */
public record StageStatus(Stage stage, Actor by, boolean verified) {}
