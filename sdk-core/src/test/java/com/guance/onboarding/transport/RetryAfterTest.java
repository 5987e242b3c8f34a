package com.guance.onboarding.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterTest {

  private final FakeTime time = new FakeTime(); // 2026-03-01T00:00:00Z

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0 | PT0S",
        "120 | PT2M",
        " 7  | PT7S",
        "999999999999 | PT24H",
        "99999999999999999999999 | PT24H",
        "Sun, 01 Mar 2026 00:00:30 GMT | PT30S",
        "Sun, 01 Mar 2026 02:00:30 +0200 | PT30S",
        "Sat, 28 Feb 2026 23:59:59 GMT | PT0S",
        "Fri, 01 Mar 2126 00:00:00 GMT | PT24H",
      })
  void parse_secondsOrDate_isAWaitOfADayAtMost(String header, Duration expected) {
    assertThat(RetryAfter.parse(header, time)).contains(expected);
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "soon", "-1", "1.5", "Sun, 99 Mar 2026 00:00:30 GMT"})
  void parse_anythingElse_isNoWait(String header) {
    assertThat(RetryAfter.parse(header, time)).isEmpty();
  }

  @Test
  void parse_dateWithWrongWeekday_isNoCrash() {
    assertThat(RetryAfter.parse("Mon, 01 Mar 2026 00:00:30 GMT", time)).isEmpty();
  }
}
