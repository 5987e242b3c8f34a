package com.guance.onboarding.huawei.callback;

/**
 * A verified call whose activity this version does not know.
 *
 * @param activity its name
 * @param test whether it comes from debugging
 */
public record UnknownActivity(String activity, boolean test) implements CallbackEvent {}
