package com.guance.onboarding.huawei.openapi;

import java.util.Arrays;

/**
 * Puts a query into the order that signatures want: by encoded name; the values of one name stay in
 * the order in which they are sent. Not thread-safe.
 */
final class CanonicalQuery {

  private static final int PARTS = 3;

  private final CanonicalBytes encoded = new CanonicalBytes();

  /** Start, end of the name, end: three numbers for each parameter, in {@link #encoded}. */
  private int[] parts = new int[8 * PARTS];

  private int count;

  void write(String query, CanonicalBytes to) {
    encoded.clear();
    count = 0;
    int from = 0;
    while (from < query.length()) {
      int end = query.indexOf('&', from);
      end = end < 0 ? query.length() : end;
      if (end > from) {
        encode(query, from, end);
        insert();
      }
      from = end + 1;
    }
    for (int i = 0; i < count; i++) {
      if (i > 0) {
        to.add('&');
      }
      to.add(encoded, parts[i * PARTS], parts[i * PARTS + 2]);
    }
  }

  private void encode(String query, int from, int end) {
    if ((count + 1) * PARTS > parts.length) {
      parts = Arrays.copyOf(parts, 2 * parts.length);
    }
    int equals = query.indexOf('=', from);
    int nameEnd = equals < 0 || equals > end ? end : equals;
    int at = count * PARTS;
    parts[at] = encoded.length();
    encoded.addPercentEncoded(query, from, nameEnd);
    parts[at + 1] = encoded.length();
    encoded.add('=');
    encoded.addPercentEncoded(query, Math.min(nameEnd + 1, end), end);
    parts[at + 2] = encoded.length();
    count++;
  }

  /** Moves the last parameter before those with a greater name. */
  private void insert() {
    int last = (count - 1) * PARTS;
    int start = parts[last];
    int nameEnd = parts[last + 1];
    int end = parts[last + 2];
    int at = last;
    while (at > 0 && compareNames(parts[at - PARTS], parts[at - PARTS + 1], start, nameEnd) > 0) {
      System.arraycopy(parts, at - PARTS, parts, at, PARTS);
      at -= PARTS;
    }
    parts[at] = start;
    parts[at + 1] = nameEnd;
    parts[at + 2] = end;
  }

  private int compareNames(int left, int leftEnd, int right, int rightEnd) {
    int common = Math.min(leftEnd - left, rightEnd - right);
    for (int i = 0; i < common; i++) {
      int difference = encoded.at(left + i) - encoded.at(right + i);
      if (difference != 0) {
        return difference;
      }
    }
    return (leftEnd - left) - (rightEnd - right);
  }
}
