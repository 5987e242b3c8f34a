package com.guance.onboarding.testkit;

/** An invitation into a workspace that nobody has accepted yet. */
record InvitationRow(String workspaceId, String email, String role) {}
