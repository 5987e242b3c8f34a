package com.guance.onboarding.transport;

import com.guance.onboarding.error.InvalidSettingException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import java.util.function.Predicate;
import okhttp3.Dns;
import okhttp3.HttpUrl;

/** Names and addresses of hosts. */
final class Hosts {

  private Hosts() {}

  /** The form in which HTTP names the host of an address. */
  static String header(HttpUrl url) {
    String host = url.host().contains(":") ? "[" + url.host() + "]" : url.host();
    return url.port() == HttpUrl.defaultPort(url.scheme()) ? host : host + ":" + url.port();
  }

  /** The address in the form that paths are appended to. */
  static HttpUrl base(URI url) {
    HttpUrl parsed = HttpUrl.parse(url.toString());
    if (parsed == null) {
      throw new InvalidSettingException(
          "baseUrl", "must be an http(s) address with a host", "write https://host/path");
    }
    return parsed.encodedPath().endsWith("/")
        ? parsed
        : parsed.newBuilder().addPathSegment("").build();
  }

  static boolean sameOrigin(HttpUrl one, HttpUrl other) {
    return one.port() == other.port()
        && one.host().equals(other.host())
        && one.scheme().equals(other.scheme());
  }

  /** Keeps of the addresses of a name those that are allowed. */
  static Dns guarded(HostLookup hosts, Predicate<InetAddress> reachable) {
    return host -> {
      List<InetAddress> allowed = hosts.lookup(host).stream().filter(reachable).toList();
      if (allowed.isEmpty()) {
        throw new UnreachableByRule(host);
      }
      return allowed;
    };
  }

  /** A host all of whose addresses are outside what the settings allow. */
  static final class UnreachableByRule extends UnknownHostException {

    private static final long serialVersionUID = 1L;

    UnreachableByRule(String host) {
      super(host + " leads to no address that is allowed");
    }
  }
}
