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

  static TransportException unanswered(
      String provider, String operation, Retryable kind, boolean sent, IOException failure) {
    IOException cause = harmless(failure);
    if (!sent && isDistrust(failure)) {
      String problem =
          failure instanceof Hosts.UnreachableByRule
              ? "the host leads to no address that is allowed"
              : "connection not trusted";
      return TransportException.untrusted(provider, operation, problem, cause);
    }
    String problem = problem(failure, sent);
    return sent && kind != Retryable.READ
        ? TransportException.unanswered(provider, operation, problem, cause)
        : TransportException.withoutEffect(provider, operation, problem, cause);
  }

  static TransportException noTimeLeft(String provider, String operation) {
    return TransportException.withoutEffect(provider, operation, "no time left", null);
  }

  static TransportException interrupted(
      String provider, String operation, @Nullable Throwable before) {
    String problem = "interrupted";
    boolean unknown = before instanceof TransportException last && last.outcomeUnknown();
    return unknown
        ? TransportException.unanswered(provider, operation, problem, before)
        : TransportException.withoutEffect(provider, operation, problem, before);
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
