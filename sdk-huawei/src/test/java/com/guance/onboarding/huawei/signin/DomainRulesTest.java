package com.guance.onboarding.huawei.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.guance.onboarding.error.InvalidSettingException;
import com.guance.onboarding.error.TransportException;
import java.net.URI;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DomainRulesTest {

  private final DomainRules anyPublicHost = new DomainRules(List.of(), Set.of());

  @ParameterizedTest
  @CsvSource({
    "https://acme.huaweioneaccess.com, https://acme.huaweioneaccess.com",
    "HTTPS://Acme.Example.COM/, https://acme.example.com",
    "' https://a-b.xn--fiqs8s ', https://a-b.xn--fiqs8s"
  })
  void target_ofAPublicName_isItsOrigin(String domain, String address) {
    assertThat(anyPublicHost.target(domain, "exchange code"))
        .isEqualTo(new DomainRules.Target(URI.create(address), false));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "acme.example.com",
        "http://acme.example.com",
        "http://169.254.169.254",
        "https://169.254.169.254",
        "https://127.0.0.1",
        "https://2130706433",
        "https://0x7f.0.0.1",
        "https://0x7f000001",
        "https://127.1",
        "https://0177.0.0.01",
        "https://[::1]",
        "https://[::ffff:127.0.0.1]",
        "https://localhost",
        "https://host",
        "https://user@host",
        "https://user@acme.example.com",
        "https://user:canary@acme.example.com",
        "https://acme.example.com@evil.example.com",
        "https://acme.example.com:8443",
        "https://acme.example.com:443",
        "https://acme.example.com/path",
        "https://acme.example.com//",
        "https://acme.example.com?a=b",
        "https://acme.example.com#a",
        "https://acme.example.com\\@evil.example.com",
        "https://acme.example.com\r\nHost: evil.example.com",
        "https://acme.example.com.",
        "https://-a.example.com",
        "https://a_b.example.com",
        "https://bücher.example",
        "https:acme.example.com",
        "//acme.example.com",
        "ftp://acme.example.com",
        "file:///etc/passwd",
        "javascript:alert(1)"
      })
  void target_ofAnythingElse_isRefusedWithItsRuleOnly(String domain) {
    assertThatThrownBy(() -> anyPublicHost.target(domain, "exchange code"))
        .isInstanceOfSatisfying(
            TransportException.class,
            refused -> {
              assertThat(refused.outcomeUnknown()).isFalse();
              assertThat(refused.isRetryable()).isFalse();
            })
        .hasMessageStartingWith(
            "huawei exchange code unanswered: the organization's sign-in domain must ")
        .hasMessageNotContaining("canary")
        .hasMessageNotContaining("evil");
  }

  @Test
  void target_withSuffixes_isNothingElse() {
    DomainRules rules = new DomainRules(List.of("huaweioneaccess.com", ".Example.org"), Set.of());

    assertThat(rules.target("https://acme.huaweioneaccess.com", "o").loopback()).isFalse();
    assertThat(rules.target("https://huaweioneaccess.com", "o").loopback()).isFalse();
    assertThat(rules.target("https://a.example.org", "o").loopback()).isFalse();
    for (String domain :
        List.of("https://evilhuaweioneaccess.com", "https://huaweioneaccess.com.evil.example")) {
      assertThatThrownBy(() -> rules.target(domain, "o")).hasMessageContaining("allowed suffix");
    }
  }

  @Test
  void target_onThisMachine_isOnlyTheNamedOrigin() {
    DomainRules rules =
        new DomainRules(List.of("example.org"), Set.of(URI.create("http://127.0.0.1:8080")));

    assertThat(rules.target("http://127.0.0.1:8080/", "o"))
        .isEqualTo(new DomainRules.Target(URI.create("http://127.0.0.1:8080"), true));
    for (String domain :
        List.of(
            "http://127.0.0.1",
            "http://127.0.0.1:8081",
            "https://127.0.0.1:8080",
            "http://localhost:8080",
            "http://user@127.0.0.1:8080",
            "http://127.0.0.1:8080/path",
            "http://127.0.0.1:8080?a=b")) {
      assertThatThrownBy(() -> rules.target(domain, "o")).isInstanceOf(TransportException.class);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://192.168.1.1:8080",
        "http://localhost.example.com",
        "ftp://127.0.0.1",
        "http://127.0.0.1/path",
        "http://u@127.0.0.1",
        "127.0.0.1"
      })
  void loopbackOrigins_offThisMachine_areRefused(String origin) {
    assertThatThrownBy(() -> new DomainRules(List.of(), Set.of(URI.create(origin))))
        .isInstanceOf(InvalidSettingException.class)
        .hasMessageStartingWith("loopbackOrigins");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".", "*.example.com", "https://example.com", "10.0.0.1", "a b.com"})
  void allowedSuffixes_thatAreNoDomains_areRefused(String suffix) {
    assertThatThrownBy(() -> new DomainRules(List.of(suffix), Set.of()))
        .isInstanceOf(InvalidSettingException.class)
        .hasMessageStartingWith("allowedDomainSuffixes");
  }
}
