package com.guance.onboarding.examples.backend;

import java.util.Optional;

/** A request for a page that is answered with a refusal; the words are ours and repeat nothing. */
final class Unanswerable extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int status;
  private final String code;
  private final String field;

  Unanswerable(int status, String code, String message) {
    this(status, code, message, "");
  }

  Unanswerable(int status, String code, String message, String field) {
    super(message, null, false, false);
    this.status = status;
    this.code = code;
    this.field = field;
  }

  int status() {
    return status;
  }

  String code() {
    return code;
  }

  Optional<String> field() {
    return field.isEmpty() ? Optional.empty() : Optional.of(field);
  }

  String words() {
    return String.valueOf(getMessage());
  }
}
