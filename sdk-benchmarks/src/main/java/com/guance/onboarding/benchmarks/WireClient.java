package com.guance.onboarding.benchmarks;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The cheapest client there can be: one kept connection, requests ready as bytes. Whatever a client
 * costs hides what a server costs. Used by one thread.
 */
final class WireClient implements AutoCloseable {

  private static final int PATIENCE_MILLIS = 10_000;
  private static final String LENGTH = "content-length:";

  private final int port;
  private @Nullable Socket socket;
  private InputStream in = InputStream.nullInputStream();

  WireClient(int port) {
    this.port = port;
  }

  /**
   * Sends a request.
   *
   * @return the body of the answer
   * @throws IOException if there was no answer or its status is not 200; the next request has a
   *     connection of its own then
   */
  String send(byte[] request) throws IOException {
    try {
      Socket open = socket == null ? connect() : socket;
      open.getOutputStream().write(request);
      String status = line();
      int length = 0;
      for (String header = line(); !header.isEmpty(); header = line()) {
        if (header.toLowerCase(Locale.ROOT).startsWith(LENGTH)) {
          length = Integer.parseInt(header.substring(LENGTH.length()).strip());
        }
      }
      byte[] body = in.readNBytes(length);
      if (!status.startsWith("HTTP/1.1 200") || body.length < length) {
        throw new IOException(status);
      }
      return new String(body, StandardCharsets.UTF_8);
    } catch (IOException e) {
      close();
      throw e;
    }
  }

  private Socket connect() throws IOException {
    Socket fresh = new Socket(InetAddress.getLoopbackAddress(), port);
    fresh.setTcpNoDelay(true);
    fresh.setSoTimeout(PATIENCE_MILLIS);
    in = new BufferedInputStream(fresh.getInputStream());
    socket = fresh;
    return fresh;
  }

  private String line() throws IOException {
    StringBuilder line = new StringBuilder(80);
    for (int c = in.read(); c != '\n'; c = in.read()) {
      if (c < 0) {
        throw new IOException("the server has hung up");
      }
      if (c != '\r') {
        line.append((char) c);
      }
    }
    return line.toString();
  }

  /** Hangs up; the next request connects again. */
  @Override
  public void close() {
    try {
      if (socket != null) {
        socket.close();
      }
    } catch (IOException e) {
      // it is gone all the same
    }
    socket = null;
  }
}
