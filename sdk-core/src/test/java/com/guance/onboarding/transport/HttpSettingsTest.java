package com.guance.onboarding.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.guance.onboarding.error.InvalidSettingException;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class HttpSettingsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://gateway.example",
        "https://gateway.example:8443/api/",
        "HTTPS://gateway.example/api",
        "http://localhost:8080",
        "http://127.0.0.1:8080/x",
        "http://127.9.9.9",
        "http://[::1]:8080"
      })
  void build_withHttpsOrLoopback_isAccepted(String url) {
    assertThat(settings(url).build().baseUrl()).isEqualTo(URI.create(url));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://gateway.example",
        "http://10.0.0.1",
        "http://127.0.0.1.evil.example",
        "http://localhost.evil.example",
        "http://169.254.169.254",
        "http://[::2]",
        "HTTP://gateway.example"
      })
  void build_withPlainHttpOffLoopback_namesFieldRuleAndRemedy(String url) {
    assertThatThrownBy(() -> settings(url).build())
        .isInstanceOfSatisfying(
            InvalidSettingException.class,
            e -> {
              assertThat(e.field()).isEqualTo("baseUrl");
              assertThat(e.rule()).startsWith("plain http is for loopback addresses only");
              assertThat(e.remedy()).contains("use https", "DANGEROUS_allowPlainHttp");
              assertThat(e).hasMessage("baseUrl: " + e.rule() + "; " + e.remedy());
            });
  }

  @Test
  void build_withPlainHttpToTheOneAllowedOrigin_isAccepted() {
    URI origin = URI.create("http://datakit.example:9529");

    assertThatCode(
            settings("http://DataKit.example:9529/api").DANGEROUS_allowPlainHttp(origin)::build)
        .doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://other.example:9529",
        "http://datakit.example:80",
        "http://datakit.example",
        "http://sub.datakit.example:9529"
      })
  void build_withPlainHttpToAnotherOrigin_isRefused(String url) {
    URI origin = URI.create("http://datakit.example:9529");

    assertThatThrownBy(settings(url).DANGEROUS_allowPlainHttp(origin)::build)
        .isInstanceOf(InvalidSettingException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "gateway.example",
        "/api",
        "ftp://gateway.example",
        "https:///api",
        "https://canary:hush@gateway.example",
        "http://canary@localhost",
        "https://gateway.example/?canary=1",
        "https://gateway.example/#canary"
      })
  void build_withAnAddressThatIsNone_isRefusedWithoutRepeatingIt(String url) {
    assertThatThrownBy(() -> settings(url).build())
        .isInstanceOf(InvalidSettingException.class)
        .hasMessageStartingWith("baseUrl: ")
        .hasMessageNotContaining("canary");
  }

  @Test
  void build_withValuesThatMakeNoSense_namesTheField() {
    HttpSettings.Builder good = settings("https://gateway.example");

    assertThatThrownBy(good.deadline(Duration.ZERO)::build).hasMessageStartingWith("deadline: ");
    good.deadline(Duration.ofSeconds(1));
    assertThatThrownBy(good.maxAttempts(0)::build).hasMessageStartingWith("maxAttempts: ");
    good.maxAttempts(1);
    assertThatThrownBy(good.maxBackoff(Duration.ofMillis(1))::build)
        .hasMessageStartingWith("maxBackoff: ");
    good.maxBackoff(Duration.ofSeconds(1));
    assertThatThrownBy(good.userAgent("a\nb")::build).hasMessageStartingWith("userAgent: ");
  }

  @ParameterizedTest
  @MethodSource("times")
  void build_withATimeThatIsTooShortOrTooLong_namesFieldAndRule(
      String field, BiFunction<HttpSettings.Builder, Duration, HttpSettings.Builder> set) {
    for (Duration wrong :
        List.of(
            Duration.ofSeconds(Long.MIN_VALUE),
            Duration.ZERO,
            Duration.ofNanos(999_999),
            Duration.ofDays(1).plusNanos(1),
            Duration.ofSeconds(Long.MAX_VALUE))) {
      assertThatThrownBy(set.apply(settings("https://gateway.example"), wrong)::build)
          .isInstanceOf(InvalidSettingException.class)
          .hasMessageStartingWith(field + ": must be from a millisecond to a day");
    }
  }

  static Stream<Arguments> times() {
    return Stream.of(
        time("connectTimeout", HttpSettings.Builder::connectTimeout),
        time("attemptTimeout", HttpSettings.Builder::attemptTimeout),
        time("deadline", HttpSettings.Builder::deadline),
        time("firstBackoff", HttpSettings.Builder::firstBackoff),
        time("maxBackoff", HttpSettings.Builder::maxBackoff));
  }

  private static Arguments time(
      String field, BiFunction<HttpSettings.Builder, Duration, HttpSettings.Builder> set) {
    return Arguments.of(field, set);
  }

  @Test
  void build_withAnAddressInDigitsThatIsNotReachable_isRefused() {
    assertThatThrownBy(
            settings("https://127.0.0.1").reachable(InetAddress::isSiteLocalAddress)::build)
        .isInstanceOf(InvalidSettingException.class)
        .hasMessageContaining("not reachable by rule");
  }

  @Test
  void defaults_areTheDocumentedOnes() {
    HttpSettings settings = settings("https://gateway.example").build();

    assertThat(settings.connectTimeout()).isEqualTo(Duration.ofSeconds(2));
    assertThat(settings.attemptTimeout()).isEqualTo(Duration.ofSeconds(10));
    assertThat(settings.deadline()).isEqualTo(Duration.ofSeconds(30));
    assertThat(settings.maxAttempts()).isEqualTo(4);
    assertThat(settings.firstBackoff()).isEqualTo(Duration.ofMillis(200));
    assertThat(settings.maxBackoff()).isEqualTo(Duration.ofSeconds(5));
    assertThat(settings.maxResponseBytes()).isEqualTo(1_048_576);
  }

  @Test
  void toString_withAnAuthorizer_doesNotPrintIt() {
    record Bearer(String token) implements Authorizer {
      @Override
      public void authorize(OutgoingRequest request) {
        request.header("Authorization", "Bearer " + token);
      }
    }

    assertThat(settings("https://gateway.example").authorizer(new Bearer("hush")).build())
        .asString()
        .doesNotContain("hush");
  }

  @Test
  void callOptions_withDeadlineOrKeyThatMakeNoSense_areRefused() {
    assertThatThrownBy(() -> CallOptions.none().withDeadline(Duration.ZERO))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> CallOptions.none().withIdempotencyKey("a\r\nb"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContaining("a\r\nb");
  }

  private static HttpSettings.Builder settings(String url) {
    return HttpSettings.builder().baseUrl(URI.create(url));
  }
}
