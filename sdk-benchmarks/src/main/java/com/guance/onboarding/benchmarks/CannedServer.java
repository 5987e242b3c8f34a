package com.guance.onboarding.benchmarks;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;

/**
 * The cheapest server there can be: a thread per connection, answers ready as bytes. Whatever a
 * server costs hides what a client costs.
 */
final class CannedServer implements AutoCloseable {

  private final ServerSocket socket;
  private final Function<WireRequest, byte[]> answers;

  private CannedServer(ServerSocket socket, Function<WireRequest, byte[]> answers) {
    this.socket = socket;
    this.answers = answers;
  }

  static CannedServer start(Function<WireRequest, byte[]> answers) {
    try {
      CannedServer server =
          new CannedServer(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), answers);
      server.daemon(server::accept);
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException("no port is free", e);
    }
  }

  /** A whole answer as it goes over the wire. */
  static byte[] answer(int status, byte[] body) {
    byte[] head =
        ("HTTP/1.1 "
                + status
                + " Said\r\nContent-Type: application/json\r\nContent-Length: "
                + body.length
                + "\r\n\r\n")
            .getBytes(StandardCharsets.ISO_8859_1);
    ByteArrayOutputStream whole = new ByteArrayOutputStream(head.length + body.length);
    whole.writeBytes(head);
    whole.writeBytes(body);
    return whole.toByteArray();
  }

  URI uri() {
    return URI.create("http://127.0.0.1:" + socket.getLocalPort());
  }

  private void accept() {
    try {
      while (true) {
        Socket connection = socket.accept();
        connection.setTcpNoDelay(true);
        daemon(() -> serve(connection));
      }
    } catch (IOException e) {
      // closed
    }
  }

  private void serve(Socket connection) {
    try (connection) {
      OutputStream out = connection.getOutputStream();
      WireRequest.Reader reader = new WireRequest.Reader(connection.getInputStream());
      for (WireRequest request = reader.next(); request != null; request = reader.next()) {
        out.write(answers.apply(request));
      }
    } catch (IOException e) {
      // The client has gone.
    }
  }

  private void daemon(Runnable work) {
    Thread thread = new Thread(work, "canned-server");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException("the port cannot be given back", e);
    }
  }
}
