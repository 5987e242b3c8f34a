package com.guance.onboarding.error;

import org.jspecify.annotations.Nullable;

/**
 * An answer came and cannot be read. The exception names the field and never quotes the body; for
 * the same reason it has no cause.
 */
public final class ProtocolException extends OnboardingException {

  private static final long serialVersionUID = 1L;

  private static final String BODY = "body";
  private static final int LONGEST_FIELD = 200;

  private final String field;
  private final boolean retryable;

  private ProtocolException(
      String provider, String operation, String field, String details, boolean retryable) {
    super(provider, operation, provider + " " + operation + " unreadable: " + details, null);
    this.field = field;
    this.retryable = retryable;
  }

  /**
   * The answer as a whole is not what was agreed: empty, cut short, a web page. Often that is a
   * proxy speaking for the remote side, so it counts as retryable.
   *
   * @param provider who answered
   * @param operation what it was asked
   * @param problem what is wrong, in our own words, for example {@code is empty}
   * @param requestId the id of the call, null if there is none
   * @return the exception, to be thrown
   */
  public static ProtocolException ofBody(
      String provider, String operation, String problem, @Nullable String requestId) {
    return new ProtocolException(
        provider, operation, BODY, details(BODY, problem, requestId), true);
  }

  /**
   * One field is not what was agreed; the same question would get the same answer.
   *
   * @param provider who answered
   * @param operation what it was asked
   * @param field the path of field names, for example {@code buyerInfo.customerId}
   * @param problem what is wrong, in our own words, for example {@code is missing}
   * @param requestId the id of the call, null if there is none
   * @return the exception, to be thrown
   */
  public static ProtocolException ofField(
      String provider, String operation, String field, String problem, @Nullable String requestId) {
    String name = field.length() > LONGEST_FIELD ? field.substring(0, LONGEST_FIELD) : field;
    String clean = SafeText.sentence(name);
    return new ProtocolException(
        provider,
        operation,
        clean,
        details(clean.equals(BODY) ? BODY : "field " + clean, problem, requestId),
        false);
  }

  /**
   * The field that could not be read.
   *
   * @return a path of field names, {@code body} for the answer as a whole
   */
  public String field() {
    return field;
  }

  @Override
  public boolean isRetryable() {
    return retryable;
  }

  private static String details(String what, String problem, @Nullable String requestId) {
    String id = SafeText.codeOrNull(requestId);
    String words = what + " " + SafeText.sentence(problem);
    return id == null ? words : words + " (request " + id + ")";
  }
}
