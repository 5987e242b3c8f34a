package com.guance.onboarding.billing.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.guance.onboarding.error.ProtocolException;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PagesTest {

  private static final PageInfo MORE =
      new PageInfo(OptionalInt.empty(), OptionalInt.of(1), OptionalInt.empty());

  private final AtomicInteger asked = new AtomicInteger();

  @Test
  void stream_ofAListThatDoesNotEnd_isUnreadableAfterAThousandPages() {
    Stream<Integer> endless = stream(Integer.MAX_VALUE);

    assertThatThrownBy(endless::count)
        .isInstanceOfSatisfying(
            ProtocolException.class, e -> assertThat(e.field()).isEqualTo("pageInfo.pageIndex"))
        .hasMessage(
            "guance list members unreadable: field pageInfo.pageIndex leads on and on,"
                + " past 1000 pages");
    assertThat(asked).hasValue(1_000);
  }

  @Test
  void stream_ofAThousandPages_isReadWhole() {
    assertThat(stream(1_000).count()).isEqualTo(999);
    assertThat(asked).hasValue(1_000);
  }

  @Test
  void stream_whoseFirstItemIsWanted_asksForOnePage() {
    assertThat(stream(Integer.MAX_VALUE).findFirst()).contains(1);
    assertThat(asked).hasValue(1);
  }

  /** A list of one item a page, the last of which is empty. */
  private Stream<Integer> stream(int pages) {
    return Pages.stream(
        "guance",
        "list members",
        number -> {
          asked.set(number);
          return number < pages ? new Page<>(List.of(number), MORE) : Page.empty();
        });
  }
}
