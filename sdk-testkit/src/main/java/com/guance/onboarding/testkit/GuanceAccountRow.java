package com.guance.onboarding.testkit;

/** An account of the Guance studio. */
record GuanceAccountRow(String guanceAccountId, String userName, String email) {}
