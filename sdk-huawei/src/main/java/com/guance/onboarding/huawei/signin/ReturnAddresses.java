package com.guance.onboarding.huawei.signin;

import com.guance.onboarding.domain.InvalidInputException;
import com.guance.onboarding.error.InvalidSettingException;
import java.net.URI;
import java.util.Map;
import java.util.regex.Pattern;

/** Where a logout may lead back to: chosen by name, so that no request can bring its own. */
final class ReturnAddresses {

  private static final Pattern LOOPBACK =
      Pattern.compile("localhost|127(?:\\.[0-9]{1,3}){3}|\\[::1]");

  private ReturnAddresses() {}

  static void check(Map<String, URI> addresses) {
    addresses
        .values()
        .forEach(
            address -> {
              String host = address.getHost() == null ? "" : address.getHost();
              boolean secure = "https".equalsIgnoreCase(address.getScheme()) && !host.isEmpty();
              boolean local =
                  "http".equalsIgnoreCase(address.getScheme()) && LOOPBACK.matcher(host).matches();
              if (!secure && !local) {
                throw new InvalidSettingException(
                    "returnAddresses", "must begin with https", "write https://host/path");
              }
            });
  }

  static URI named(Map<String, URI> addresses, String name) {
    URI address = addresses.get(name);
    if (address == null) {
      throw new InvalidInputException("returnName", "must be the name of a registered address");
    }
    return address;
  }
}
