package com.guance.onboarding.huawei.callback;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What came in over HTTP, untouched: the signature covers the bytes.
 *
 * <p>Nothing is copied; the body must not change until the request is answered. Printing shows
 * method and path only.
 *
 * @param method the HTTP method
 * @param path the path, percent-encoded as it was sent
 * @param query the query, percent-encoded as it was sent, without its question mark; empty if none
 * @param headers all values of each header, in any case
 * @param body the bytes of the body
 */
@SuppressWarnings("ArrayRecordComponent") // bytes in, bytes out: a copy would double the work
public record CallbackRequest(
    String method, String path, String query, Map<String, List<String>> headers, byte[] body) {

  /**
   * Refuses null.
   *
   * @param method the HTTP method
   * @param path the path
   * @param query the query, empty if none
   * @param headers all values of each header
   * @param body the bytes of the body
   */
  public CallbackRequest {
    Objects.requireNonNull(method, "method");
    Objects.requireNonNull(path, "path");
    Objects.requireNonNull(query, "query");
    Objects.requireNonNull(headers, "headers");
    Objects.requireNonNull(body, "body");
  }

  /** Returns method and path; the query holds a signature and the body personal data. */
  @Override
  public String toString() {
    return "CallbackRequest[" + method + " " + path + ", " + body.length + " bytes]";
  }
}
