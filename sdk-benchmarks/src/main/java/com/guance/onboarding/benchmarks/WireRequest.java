package com.guance.onboarding.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One request as it came over a connection that is kept.
 *
 * @param method the method
 * @param target path and query
 * @param head the head, for whoever passes the request on
 * @param body the bytes of the body
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record WireRequest(String method, String target, String head, byte[] body) {

  private static final String LENGTH = "content-length:";

  /** What identifies the call; headers and bodies differ from run to run. */
  String call() {
    return method + " " + target;
  }

  /** A header's value, or null. */
  @Nullable String header(String name) {
    return value(head, name.toLowerCase(Locale.ROOT) + ":");
  }

  private static @Nullable String value(String head, String name) {
    for (String line : head.split("\r\n", -1)) {
      if (line.regionMatches(true, 0, name, 0, name.length())) {
        return line.substring(name.length()).strip();
      }
    }
    return null;
  }

  /** Reads requests from one connection. */
  static final class Reader {

    private final InputStream in;
    private final byte[] buffer = new byte[64 << 10];
    private int start;
    private int end;

    Reader(InputStream in) {
      this.in = in;
    }

    /** The next request; null when the other side has hung up. */
    @Nullable WireRequest next() throws IOException {
      int headEnd = headEnd();
      if (headEnd < 0) {
        return null;
      }
      String head = new String(buffer, start, headEnd - start, StandardCharsets.ISO_8859_1);
      start = headEnd + 4;
      int first = head.indexOf(' ');
      int second = head.indexOf(' ', first + 1);
      return new WireRequest(
          head.substring(0, first), head.substring(first + 1, second), head, body(head));
    }

    private int headEnd() throws IOException {
      int from = start;
      while (true) {
        for (int i = from; i + 3 < end; i++) {
          if (buffer[i] == '\r' && buffer[i + 1] == '\n' && buffer[i + 2] == '\r') {
            return i;
          }
        }
        from = Math.max(start, end - 3);
        int moved = start;
        if (!fill()) {
          return -1;
        }
        from -= moved - start;
      }
    }

    private byte[] body(String head) throws IOException {
      int at = head.toLowerCase(Locale.ROOT).indexOf(LENGTH);
      if (at < 0) {
        return new byte[0];
      }
      int lineEnd = head.indexOf('\r', at);
      String length = head.substring(at + LENGTH.length(), lineEnd < 0 ? head.length() : lineEnd);
      byte[] body = new byte[Integer.parseInt(length.strip())];
      int have = Math.min(body.length, end - start);
      System.arraycopy(buffer, start, body, 0, have);
      start += have;
      if (in.readNBytes(body, have, body.length - have) < body.length - have) {
        throw new IOException("the body is cut short");
      }
      return body;
    }

    private boolean fill() throws IOException {
      if (start > 0) {
        System.arraycopy(buffer, start, buffer, 0, end - start);
        end -= start;
        start = 0;
      }
      if (end == buffer.length) {
        throw new IOException("the head is too long");
      }
      int read = in.read(buffer, end, buffer.length - end);
      end += Math.max(0, read);
      return read > 0;
    }
  }
}
