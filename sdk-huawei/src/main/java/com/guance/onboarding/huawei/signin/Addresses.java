package com.guance.onboarding.huawei.signin;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Builds addresses for browsers. */
final class Addresses {

  private Addresses() {}

  /** Adds parameters, names and values by turns, behind whatever the address ends with. */
  static URI with(URI address, String... parameters) {
    StringBuilder built = new StringBuilder(address.toString());
    char separator = built.indexOf("?") < 0 ? '?' : '&';
    for (int i = 0; i + 1 < parameters.length; i += 2) {
      built.append(separator).append(parameters[i]).append('=').append(encoded(parameters[i + 1]));
      separator = '&';
    }
    return URI.create(built.toString());
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
