package com.guance.onboarding.billing.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.guance.onboarding.domain.Secret;
import com.guance.onboarding.error.InvalidSettingException;
import com.guance.onboarding.transport.HttpSettings;
import java.net.URI;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class OpenApiSettingsTest {

  static Stream<Duration> noDeadlines() {
    return Stream.of(
        Duration.ofSeconds(Long.MIN_VALUE),
        Duration.ZERO,
        Duration.ofNanos(999_999),
        Duration.ofDays(1).plusNanos(1),
        Duration.ofSeconds(Long.MAX_VALUE));
  }

  @ParameterizedTest
  @MethodSource("noDeadlines")
  void build_withADeadlineThatIsTooShortOrTooLong_namesFieldAndRule(Duration deadline) {
    assertThatThrownBy(settings().deadline(deadline)::build)
        .isInstanceOf(InvalidSettingException.class)
        .hasMessageStartingWith("deadline: must be from a millisecond to a day");
    assertThatThrownBy(VerifierSettings.builder().deadline(deadline)::build)
        .isInstanceOf(InvalidSettingException.class)
        .hasMessageStartingWith("deadline: must be from a millisecond to a day");
  }

  @Test
  void build_withAWaitThatIsNegativeOrTooLong_namesFieldAndRule() {
    for (Duration wait :
        new Duration[] {Duration.ofNanos(-1), Duration.ofSeconds(Long.MAX_VALUE)}) {
      assertThatThrownBy(settings().throttledWait(wait)::build)
          .isInstanceOf(InvalidSettingException.class)
          .hasMessageStartingWith("throttledWait: must be from zero to a day");
    }
    assertThat(settings().throttledWait(Duration.ZERO).build().throttledWait()).isZero();
  }

  private static OpenApiSettings.Builder settings() {
    return OpenApiSettings.builder()
        .http(HttpSettings.builder().baseUrl(URI.create("https://openapi.example.com")).build())
        .key(() -> Secret.of("wsak_test"));
  }
}
