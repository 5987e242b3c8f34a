package com.guance.onboarding.huawei.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class SdkDatesTest {

  private final SdkDates dates = new SdkDates();

  @Test
  void at_withinOneSecond_isTheSameText() {
    String first = dates.at(Instant.parse("2026-01-02T03:04:05.001Z"));

    assertThat(first).isEqualTo("20260102T030405Z");
    assertThat(dates.at(Instant.parse("2026-01-02T03:04:05.999Z"))).isSameAs(first);
  }

  @Test
  void at_nextSecondAndBackwards_isTheTimeAskedFor() {
    dates.at(Instant.parse("2026-01-02T03:04:05Z"));

    assertThat(dates.at(Instant.parse("2026-01-02T03:04:06Z"))).isEqualTo("20260102T030406Z");
    assertThat(dates.at(Instant.parse("2025-12-31T23:59:59Z"))).isEqualTo("20251231T235959Z");
  }
}
