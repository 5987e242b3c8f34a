package com.guance.onboarding.testkit;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What a console or a gateway answers instead of doing it; never repeats what was sent. */
final class Refused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int status;
  private final String code;
  private String field = "";
  private String rule = "";
  private String existingId = "";
  private String allowedFrom = "";
  private long retryAfterSeconds = -1;

  private Refused(int status, String code, String message) {
    super(message, null, false, false);
    this.status = status;
    this.code = code;
  }

  static Refused of(int status, String code, String message) {
    return new Refused(status, code, message);
  }

  static Refused invalid(String field, String rule) {
    return of(422, "INVALID_VALUE", "a value is refused").field(field, rule);
  }

  static Refused malformed(String field, String rule) {
    return of(400, "INVALID_REQUEST", "the request cannot be read").field(field, rule);
  }

  static Refused missing(String what, String message) {
    return of(404, what + "_NOT_FOUND", message);
  }

  static Refused conflict(String code, String message) {
    return of(409, code, message);
  }

  Refused field(String name, String itsRule) {
    this.field = name;
    this.rule = itsRule;
    return this;
  }

  Refused existing(String id) {
    this.existingId = id;
    return this;
  }

  Refused allowedFrom(Instant time) {
    this.allowedFrom = time.toString();
    return this;
  }

  Refused retryAfter(Duration time) {
    this.retryAfterSeconds = Math.max(1, time.plusMillis(999).toSeconds());
    return this;
  }

  int status() {
    return status;
  }

  String code() {
    return code;
  }

  /** Code, field and rule: no values. */
  String brief() {
    return field.isEmpty() ? code : code + " (" + field + ": " + rule + ")";
  }

  /** What went wrong, with field and rule: no values. */
  String text() {
    return field.isEmpty() ? String.valueOf(getMessage()) : field + ": " + rule;
  }

  Optional<Long> retryAfter() {
    return retryAfterSeconds < 0 ? Optional.empty() : Optional.of(retryAfterSeconds);
  }

  Fields body() {
    Fields fields = Fields.of("code", code).and("message", getMessage());
    said(fields, "field", field);
    said(fields, "rule", rule);
    said(fields, "existingId", existingId);
    said(fields, "allowedFrom", allowedFrom);
    return fields;
  }

  private static void said(Fields fields, String name, String value) {
    if (!value.isEmpty()) {
      fields.and(name, value);
    }
  }
}
