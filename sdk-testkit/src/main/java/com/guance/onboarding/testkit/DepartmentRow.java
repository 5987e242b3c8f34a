package com.guance.onboarding.testkit;

/** A department of an organization; the top one has no parent. */
record DepartmentRow(String organizationId, String code, String name, String parentCode) {}
