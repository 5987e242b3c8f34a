package com.guance.onboarding.transport;

import com.guance.onboarding.error.TransportException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.security.cert.CertificateException;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.jspecify.annotations.Nullable;

/** Says what a broken connection means for the call that was on it. */
final class Failures {

  private Failures() {}

  /** An attempt that broke; what earlier attempts may have done is not forgotten. */
  static TransportException unanswered(Exchange<?> exchange, IOException failure) {
    boolean sent = exchange.sent.yes;
    boolean distrust = !sent && isDistrust(failure);
    String problem = distrust ? distrust(failure) : problem(failure, sent);
    IOException cause = harmless(failure);
    if (sent) {
      exchange.mayHaveArrived();
    }
    return distrust && !exchange.mayHaveActed()
        ? TransportException.untrusted(
            exchange.origin.provider(), exchange.operation, problem, cause)
        : ended(exchange, problem, cause);
  }

  static TransportException noTimeLeft(String provider, String operation) {
    return TransportException.withoutEffect(provider, operation, "no time left", null);
  }

  static TransportException interrupted(Exchange<?> exchange, @Nullable Throwable before) {
    return ended(exchange, "interrupted", before);
  }

  private static TransportException ended(
      Exchange<?> exchange, String problem, @Nullable Throwable cause) {
    String provider = exchange.origin.provider();
    return exchange.mayHaveActed()
        ? TransportException.unanswered(provider, exchange.operation, problem, cause)
        : TransportException.withoutEffect(provider, exchange.operation, problem, cause);
  }

  private static String problem(IOException failure, boolean sent) {
    if (!(failure instanceof InterruptedIOException)) {
      return sent ? "connection lost" : "cannot connect";
    }
    if (Thread.currentThread().isInterrupted()) {
      return "interrupted";
    }
    return sent ? "timed out" : "timed out while connecting";
  }

  private static String distrust(IOException failure) {
    return failure instanceof Hosts.UnreachableByRule
        ? "the host leads to no address that is allowed"
        : "connection not trusted";
  }

  private static boolean isDistrust(@Nullable Throwable failure) {
    for (Throwable t = failure; t != null; t = t.getCause()) {
      if (t instanceof CertificateException
          || t instanceof SSLPeerUnverifiedException
          || t instanceof Hosts.UnreachableByRule) {
        return true;
      }
    }
    return false;
  }

  /** Parsers of HTTP quote what they could not read; such a message goes no further. */
  private static IOException harmless(IOException failure) {
    if (failure instanceof SocketException
        || failure instanceof InterruptedIOException
        || failure instanceof UnknownHostException
        || failure instanceof SSLException) {
      return failure;
    }
    IOException namesake = new IOException(failure.getClass().getName());
    namesake.setStackTrace(failure.getStackTrace());
    return namesake;
  }
}
