package com.guance.onboarding.transport;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** Turns the name of a host into addresses. Must be thread-safe. */
@FunctionalInterface
public interface HostLookup {

  /**
   * Looks a name up.
   *
   * @param host the name
   * @return its addresses, the one to try first in front
   * @throws UnknownHostException if there are none
   */
  List<InetAddress> lookup(String host) throws UnknownHostException;
}
