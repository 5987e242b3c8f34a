package com.guance.onboarding.testkit;

import com.guance.onboarding.domain.Secret;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code SDK-HMAC-SHA256} as Huawei's API gateway checks it, written from contracts/orgid-huawei.md
 * B.1 alone.
 */
final class GatewaySignature {

  static final String DATE = "x-sdk-date";

  private static final HexFormat HEX = HexFormat.of();
  private static final Pattern AUTHORIZATION =
      Pattern.compile(
          "SDK-HMAC-SHA256 Access=([^,\\s]+), ?SignedHeaders=([^,\\s]+), ?Signature=([0-9a-f]{64})");

  private GatewaySignature() {}

  /** Whether the request was signed with these keys, its time and its body among what counts. */
  static boolean valid(WebRequest request, String accessKey, Secret secretKey) {
    Matcher given = AUTHORIZATION.matcher(request.header("authorization").orElse(""));
    if (!given.matches() || !given.group(1).equals(accessKey)) {
      return false;
    }
    List<String> signed = List.of(given.group(2).split(";", -1));
    if (!signed.contains(DATE) || !request.headers().keySet().containsAll(signed)) {
      return false;
    }
    return Hmac.same(signature(request, signed, secretKey), given.group(3));
  }

  static String signature(WebRequest request, List<String> signedHeaders, Secret secretKey) {
    String text =
        "SDK-HMAC-SHA256\n"
            + request.header(DATE).orElse("")
            + "\n"
            + HEX.formatHex(Hmac.hash(Hmac.utf8(canonical(request, signedHeaders))));
    return HEX.formatHex(Hmac.sha256(secretKey, Hmac.utf8(text)));
  }

  static String canonical(WebRequest request, List<String> signedHeaders) {
    StringBuilder headers = new StringBuilder();
    for (String name : signedHeaders) {
      headers.append(name).append(':').append(request.header(name).orElse("").strip()).append('\n');
    }
    String bodyHash =
        request
            .header("x-sdk-content-sha256")
            .orElseGet(() -> HEX.formatHex(Hmac.hash(request.body())));
    return String.join(
        "\n",
        request.method().toUpperCase(Locale.ROOT),
        path(request.rawPath()),
        query(request.rawQuery()),
        headers,
        String.join(";", signedHeaders),
        bodyHash);
  }

  /** Each part encoded anew, with a slash at the end even where the address has none. */
  private static String path(String rawPath) {
    StringBuilder path = new StringBuilder("/");
    for (String part : Route.parts(rawPath)) {
      path.append(encode(WebRequest.decode(part.replace("+", "%2B")))).append('/');
    }
    return path.toString();
  }

  /** Sorted by name; the values of one name stay in the order in which they were sent. */
  private static String query(String rawQuery) {
    Map<String, List<String>> sorted = new TreeMap<>();
    for (String pair : rawQuery.isEmpty() ? new String[0] : rawQuery.split("&", -1)) {
      String[] parts = pair.split("=", 2);
      String value = parts.length > 1 ? encode(WebRequest.decode(parts[1])) : "";
      sorted
          .computeIfAbsent(encode(WebRequest.decode(parts[0])), name -> new ArrayList<>())
          .add(value);
    }
    List<String> pairs = new ArrayList<>();
    sorted.forEach((name, values) -> values.forEach(value -> pairs.add(name + "=" + value)));
    return String.join("&", pairs);
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8)
        .replace("+", "%20")
        .replace("*", "%2A")
        .replace("%7E", "~");
  }

  /** The access key that a request names; empty when it is not signed at all. */
  static Optional<String> accessKey(WebRequest request) {
    Matcher given = AUTHORIZATION.matcher(request.header("authorization").orElse(""));
    return given.matches() ? Optional.of(given.group(1)) : Optional.empty();
  }
}
