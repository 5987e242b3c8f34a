package com.guance.onboarding.testkit;

/** Whether a member may use the application of a binding. */
record AuthorizationRow(String bindingId, String account, boolean enabled) {}
