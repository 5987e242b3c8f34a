package com.guance.onboarding.huawei.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.guance.onboarding.domain.Secret;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Where we follow the documented rule and Huawei's SDK does not: docs/request-signing.md. */
class OfficialSignerDifferencesTest {

  private static final AccessKeys KEYS = AccessKeys.permanent("AK1", Secret.of("sk-1"));
  private static final String DATE = "20260102T030405Z";
  private static final String HOST = "mkt.myhuaweicloud.com";

  private final RequestSigner signer = new RequestSigner();
  private final OfficialSigner official = new OfficialSigner(KEYS);

  @Test
  void contentType_isSignedByUs_andLeftOutByTheOfficialSigner() {
    assertThat(officially("/a", Map.of(), Map.of("Content-Type", "application/json")))
        .isEqualTo(ours("/a", ""))
        .isNotEqualTo(ours("/a", "", "content-type", "application/json"));
  }

  @Test
  void headerNameWithUnderscore_isSignedByUs_andLeftOutByTheOfficialSigner() {
    assertThat(officially("/a", Map.of(), Map.of("x_a", "1")))
        .isEqualTo(ours("/a", ""))
        .isNotEqualTo(ours("/a", "", "x_a", "1"));
  }

  @Test
  void headerValueWithBlanks_isTrimmedByUs_andNotByTheOfficialSigner() {
    assertThat(officially("/a", Map.of(), Map.of("X-A", " 1 ")))
        .isNotEqualTo(ours("/a", "", "x-a", " 1 "))
        .isNotEqualTo(officially("/a", Map.of(), Map.of("X-A", "1")));
    assertThat(officially("/a", Map.of(), Map.of("X-A", "1")))
        .isEqualTo(ours("/a", "", "x-a", " 1 "));
  }

  @Test
  void encodedPath_isTakenAsSentByUs_andEncodedAgainByTheOfficialSigner() {
    assertThat(officially("/a%20b", Map.of(), Map.of()))
        .isEqualTo(ours("/a%2520b", ""))
        .isNotEqualTo(ours("/a%20b", ""));
  }

  @Test
  void emptySegmentsAtTheEnd_areKeptByUs_andDroppedByTheOfficialSigner() {
    assertThat(officially("/a//", Map.of(), Map.of()))
        .isEqualTo(ours("/a/", ""))
        .isNotEqualTo(ours("/a//", ""));
  }

  @Test
  void parameterNameToBeEncoded_isSignedOnceByUs_andTwiceByTheOfficialSigner() {
    assertThat(officially("/a", Map.of("a/b", List.of("1")), Map.of()))
        .isNotEqualTo(ours("/a", "a%2Fb=1"));
    assertThat(officially("/a", Map.of("a-b", List.of("1")), Map.of()))
        .isEqualTo(ours("/a", "a-b=1"));
  }

  private String officially(
      String path, Map<String, List<String>> query, Map<String, String> headers) {
    List<Map.Entry<String, String>> all = new ArrayList<>(headers.entrySet());
    all.add(Map.entry("X-Sdk-Date", DATE));
    return official.authorization(OfficialSigner.request("POST", path, query, all, "{}"));
  }

  private String ours(String path, String query, String... headers) {
    List<String> all = new ArrayList<>(List.of("host", HOST, "x-sdk-date", DATE));
    all.addAll(Arrays.asList(headers));
    return signer.authorization(
        KEYS,
        new SignableRequest(
            "POST",
            path,
            query,
            all.toArray(new String[0]),
            "{}".getBytes(StandardCharsets.UTF_8)));
  }
}
