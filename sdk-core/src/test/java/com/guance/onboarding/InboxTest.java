package com.guance.onboarding;

import static org.assertj.core.api.Assertions.assertThat;

import com.guance.onboarding.domain.InstanceId;
import com.guance.onboarding.domain.Names;
import com.guance.onboarding.domain.OrderKey;
import com.guance.onboarding.spi.FactInbox;
import com.guance.onboarding.spi.NonceRow;
import com.guance.onboarding.spi.Observations;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** An order line that was looked at counts only while nobody has written to it. */
class InboxTest {

  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
  private static final OrderKey ORDER = new OrderKey("CS-1", "CS-1-000001");

  private final CountingStore store = new CountingStore();
  private final FactInbox inbox =
      OnboardingFlow.builder().store(store).clock(new MovableClock(START)).build().inbox();

  /** Opens the line under a name unless it has one, as a newInstance does. */
  private FactInbox.Received open(FactInbox.Line line, String name) {
    return inbox.receive(
        line,
        opened ->
            new FactInbox.Incoming(
                List.of(Observations.instanceOpened(ORDER, opened.orElseGet(() -> instance(name)))),
                Optional.of(new NonceRow("nonce-" + name, START.plusSeconds(60), name))));
  }

  private static InstanceId instance(String name) {
    return new InstanceId(name);
  }

  @Test
  void receive_lineThatNobodyHasWrittenTo_isNotReadAgain() {
    FactInbox.Line line = inbox.line(ORDER);

    open(line, "first");

    assertThat(store.loads).isEqualTo(1);
    assertThat(line.instance()).isEmpty();
    assertThat(inbox.line(ORDER).instance()).contains(instance("first"));
    assertThat(inbox.whose(Names.builder().order(ORDER).build())).containsExactly(line.id());
  }

  @Test
  void receive_lineThatWasOpenedMeanwhile_keepsTheFirstName() {
    FactInbox.Line early = inbox.line(ORDER);
    open(inbox.line(ORDER), "first");

    FactInbox.Received late = open(early, "second");

    assertThat(late.stored().orElseThrow().facts().get(0).names().instance())
        .contains(instance("first"));
    assertThat(inbox.line(ORDER).instance()).contains(instance("first"));
    assertThat(inbox.whose(named("second"))).isEmpty();
  }

  private static Names named(String name) {
    return Names.builder().instance(instance(name)).build();
  }
}
