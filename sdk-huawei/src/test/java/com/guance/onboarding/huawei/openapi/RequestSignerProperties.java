package com.guance.onboarding.huawei.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.guance.onboarding.domain.Secret;
import com.huaweicloud.sdk.core.http.HttpRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * Our signatures and those of Huawei's SDK over the same requests. What is left out of the random
 * requests, because the two are meant to differ there, has a test of its own in {@link
 * OfficialSignerDifferencesTest} and a paragraph in docs/request-signing.md.
 */
class RequestSignerProperties {

  private final RequestSigner signer = new RequestSigner();

  @Property(tries = 3000)
  void authorization_ofAnyRequest_isTheOfficialOne(@ForAll("requests") Sample sample) {
    assertThat(signer.authorization(sample.keys(), sample.ours()))
        .isEqualTo(new OfficialSigner(sample.keys()).authorization(sample.theirs()));
  }

  @Provide
  Arbitrary<Sample> requests() {
    return Combinators.combine(
            Arbitraries.of("GET", "POST", "PUT", "DELETE", "PATCH", "HEAD"),
            paths(),
            queries(),
            headers(),
            text(300),
            keys())
        .as(Sample::new);
  }

  private static Arbitrary<AccessKeys> keys() {
    Arbitrary<String> access =
        Arbitraries.strings().alpha().numeric().ofMinLength(1).ofMaxLength(40);
    Arbitrary<String> secret = Arbitraries.strings().ofMinLength(1).ofMaxLength(80);
    Arbitrary<Optional<Secret>> token =
        Arbitraries.strings()
            .withCharRange('!', '~')
            .ofMinLength(1)
            .ofMaxLength(300)
            .map(Secret::of)
            .optional();
    return Combinators.combine(access, secret.map(RequestSignerProperties::paired), token)
        .as((ak, sk, temporary) -> new AccessKeys(ak, Secret.of(sk), temporary));
  }

  /** Decoded segments; what is left out, java.net.URL or the official builder would take away. */
  private static Arbitrary<List<String>> paths() {
    return text(12)
        .map(segment -> segment.replaceAll("[/?#{}\\\\]|[\\x00-\\x20]$", "-"))
        .filter(segment -> !segment.isEmpty())
        .list()
        .ofMaxSize(6);
  }

  /** The official side counts a name twice that has to be encoded. */
  private static Arbitrary<Map<String, List<String>>> queries() {
    Arbitrary<List<String>> values = text(12).list().ofMinSize(1).ofMaxSize(3);
    Arbitrary<String> names =
        Arbitraries.strings().alpha().numeric().withChars("-_.~").ofMinLength(1).ofMaxLength(6);
    return Arbitraries.maps(names, values).ofMaxSize(6);
  }

  private static Arbitrary<Map<String, String>> headers() {
    Arbitrary<String> names =
        Arbitraries.strings().withChars("abcdefghijxyzABCXYZ019-").ofMinLength(1).ofMaxLength(12);
    Arbitrary<String> values =
        text(30).map(value -> value.replaceAll("[\\r\\n]", " ").strip().trim());
    return Arbitraries.maps(names.map(name -> "X-T-" + name), values)
        .ofMaxSize(6)
        .map(RequestSignerProperties::withoutDoubles);
  }

  private static Map<String, String> withoutDoubles(Map<String, String> headers) {
    Map<String, String> kept = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    kept.putAll(headers);
    return kept;
  }

  private static Arbitrary<String> text(int length) {
    return Arbitraries.oneOf(
            Arbitraries.strings().withCharRange(' ', '~').ofMaxLength(length),
            Arbitraries.strings().withChars("aZ0-_.~ +*%/&=?é杭州\uD83D\uDE00").ofMaxLength(length),
            Arbitraries.strings().ofMaxLength(length))
        .map(RequestSignerProperties::paired);
  }

  /** Lone surrogates are no characters; each side has its own way to stumble over them. */
  private static String paired(String text) {
    return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
  }

  record Sample(
      String method,
      List<String> path,
      Map<String, List<String>> query,
      Map<String, String> headers,
      String body,
      AccessKeys keys) {

    private static final String DATE = "20260102T030405Z";

    SignableRequest ours() {
      List<String> all = new ArrayList<>(List.of("x-sdk-date", DATE));
      headers.forEach(
          (name, value) -> {
            all.add(name.toLowerCase(Locale.ROOT));
            all.add(value);
          });
      keys.securityToken()
          .ifPresent(token -> all.addAll(List.of("x-security-token", token.reveal())));
      all.addAll(List.of("host", "mkt.myhuaweicloud.com"));
      return new SignableRequest(
          method,
          "/" + path.stream().map(Sample::encode).collect(Collectors.joining("/")),
          query.entrySet().stream()
              .flatMap(e -> e.getValue().stream().map(v -> encode(e.getKey()) + "=" + encode(v)))
              .collect(Collectors.joining("&")),
          all.toArray(new String[0]),
          body.getBytes(StandardCharsets.UTF_8));
    }

    HttpRequest theirs() {
      List<Map.Entry<String, String>> all = new ArrayList<>(headers.entrySet());
      all.add(Map.entry("X-Sdk-Date", DATE));
      keys.securityToken()
          .ifPresent(token -> all.add(Map.entry("X-Security-Token", token.reveal())));
      return OfficialSigner.request(method, "/" + String.join("/", path), query, all, body);
    }

    private static String encode(String text) {
      return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
  }
}
