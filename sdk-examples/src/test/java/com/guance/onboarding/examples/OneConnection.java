package com.guance.onboarding.examples;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;

/** A client that has one connection and never opens another. */
final class OneConnection implements AutoCloseable {

  private static final int CALLS = 200;

  /** A neighbour can slow a round down; a server that waits before it answers slows all of them. */
  private static final int ROUNDS = 5;

  private final Socket socket;
  private final InputStream in;
  private final byte[] request;

  OneConnection(URI address) throws IOException {
    this.socket = new Socket(address.getHost(), address.getPort());
    this.in = new BufferedInputStream(socket.getInputStream());
    this.request =
        ("GET " + address.getPath() + " HTTP/1.1\r\nHost: " + address.getAuthority() + "\r\n\r\n")
            .getBytes(StandardCharsets.US_ASCII);
  }

  /** The median time of an answer in the best of some rounds of two hundred calls. */
  static Duration median(URI address) throws IOException {
    try (OneConnection connection = new OneConnection(address)) {
      long best = Long.MAX_VALUE;
      for (int round = 0; round < ROUNDS; round++) {
        long[] nanos = new long[CALLS];
        for (int i = 0; i < CALLS; i++) {
          long begin = System.nanoTime();
          connection.call();
          nanos[i] = System.nanoTime() - begin;
        }
        Arrays.sort(nanos);
        best = Math.min(best, nanos[CALLS / 2]);
      }
      return Duration.ofNanos(best);
    }
  }

  private void call() throws IOException {
    socket.getOutputStream().write(request);
    String status = line();
    if (!status.startsWith("HTTP/1.1 200")) {
      throw new IOException(status);
    }
    int length = -1;
    for (String header = line(); !header.isEmpty(); header = line()) {
      String lower = header.toLowerCase(Locale.ROOT);
      if (lower.startsWith("content-length:")) {
        length = Integer.parseInt(lower.substring(lower.indexOf(':') + 1).strip());
      }
    }
    if (in.readNBytes(length).length < length) {
      throw new EOFException("the answer ended early");
    }
  }

  private String line() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0) {
        throw new EOFException("the connection was closed");
      }
      line.write(next);
    }
    return line.toString(StandardCharsets.US_ASCII).stripTrailing();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
