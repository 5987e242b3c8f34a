package com.guance.onboarding.huawei.callback;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Headers by name in any case; one that must be single and is not, is absent and said to be so. */
final class RequestHeaders {

  private RequestHeaders() {}

  /** Whether a header stands more than once, be it under another spelling. */
  static boolean repeated(Map<String, List<String>> headers, String name) {
    int count = 0;
    for (Map.Entry<String, List<String>> header : headers.entrySet()) {
      if (name.equalsIgnoreCase(header.getKey())) {
        count += header.getValue().size();
      }
    }
    return count > 1;
  }

  static Optional<String> value(Map<String, List<String>> headers, String name) {
    for (Map.Entry<String, List<String>> header : headers.entrySet()) {
      if (name.equalsIgnoreCase(header.getKey()) && !header.getValue().isEmpty()) {
        return Optional.of(header.getValue().get(0).strip());
      }
    }
    return Optional.empty();
  }
}
