package com.guance.onboarding.testkit;

import com.guance.onboarding.domain.Field;
import com.guance.onboarding.domain.Secret;
import java.util.EnumMap;
import java.util.Map;

/** What the buyer enters where a test does not say it. */
final class Persona {

  static final Secret PASSWORD = Secret.of("Aa1!aaaa");
  static final String HOST = "host-1";

  /** Guance's site on Huawei Cloud. */
  static final String SITE = "cn4";

  private final Map<Field, String> said = new EnumMap<>(Field.class);

  Persona() {
    reset();
  }

  final synchronized void reset() {
    said.clear();
    said.put(Field.ORGANIZATION_NAME, "GCY Ltd");
    said.put(Field.ORGANIZATION_SHORT_NAME, "gcy");
    said.put(Field.MEMBER_ACCOUNT, "Wendy");
    said.put(Field.MEMBER_NAME, "Wendy");
    said.put(Field.BILLING_CHOICE, "register");
    said.put(Field.BILLING_USER_NAME, "gcy-wendy");
    said.put(Field.BILLING_EMAIL, "wendy@example.com");
    said.put(Field.TERMS_VERSION, "2026-01");
    said.put(Field.TERMS_ACCEPTED_BY, "Wendy");
    said.put(Field.TERMS_AT, "2026-03-02T01:00:00Z");
    said.put(Field.ENTERPRISE_NAME, "GCY Ltd");
    said.put(Field.WORKSPACE_CHOICE, "create");
    said.put(Field.WORKSPACE_NAME, "gcy");
    said.put(Field.WORKSPACE_LANGUAGE, "zh");
    said.put(Field.WORKSPACE_SITE, SITE);
    said.put(Field.WORKSPACE_EMAIL, "wendy@example.com");
    said.put(Field.WORKSPACE_USER_NAME, "gcy-wendy");
  }

  synchronized void says(Field field, String value) {
    said.put(field, field.check(value));
  }

  /** What the buyer enters; empty for what only the world can tell, such as an id. */
  synchronized String value(Field field) {
    return said.getOrDefault(field, "");
  }
}
