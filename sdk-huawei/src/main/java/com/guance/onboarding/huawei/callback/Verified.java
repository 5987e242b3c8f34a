package com.guance.onboarding.huawei.callback;

/**
 * A request that is what it says it is.
 *
 * @param route where it goes
 * @param key the key that it is signed with, and its answer will be
 * @param stamp when it was signed
 * @param body the object whose form matched
 */
record Verified(Route route, HmacKey key, Stamp stamp, WireObject body) {}
