package com.guance.onboarding;

import static com.guance.onboarding.FlowTest.ORDER;
import static com.guance.onboarding.FlowTest.request;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import com.guance.onboarding.domain.OnboardingId;
import com.guance.onboarding.domain.Problem;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** A mistake in a gateway's code is to be found through the log, which repeats nothing it says. */
class UnexpectedFailureTest {

  private static final String CANARY = "canary";

  private final Logger ours = (Logger) LoggerFactory.getLogger("com.guance.onboarding");
  private final ListAppender<ILoggingEvent> log = new ListAppender<>();
  private final MovableClock clock = new MovableClock(Instant.parse("2026-01-01T00:00:00Z"));
  private final FakeGateways gateways = new FakeGateways(clock).order(ORDER, "buyer-1");
  private final OnboardingFlow flow =
      OnboardingFlow.builder().clock(clock).marketplace(gateways).billing(gateways).build();
  private final OnboardingId id = flow.begin(request().build());

  @BeforeEach
  void listen() {
    ours.setLevel(Level.TRACE);
    log.start();
    ours.addAppender(log);
    gateways.beforeOrder = UnexpectedFailureTest::mistake;
  }

  @AfterEach
  void stop() {
    ours.detachAppender(log);
    ours.setLevel(null);
  }

  private static void mistake() {
    IllegalStateException mistake = new IllegalStateException(CANARY);
    mistake.initCause(new UnsupportedOperationException(CANARY, mistake));
    mistake.addSuppressed(new IllegalArgumentException(CANARY));
    throw mistake;
  }

  private List<String> warnings() {
    return log.list.stream()
        .filter(event -> event.getLevel() == Level.WARN)
        .map(UnexpectedFailureTest::text)
        .toList();
  }

  private static String text(ILoggingEvent event) {
    return event.getFormattedMessage()
        + (event.getThrowableProxy() == null
            ? ""
            : "\n" + ThrowableProxyUtil.asString(event.getThrowableProxy()));
  }

  private void saysWhereAndNothingElse(String what) {
    assertThat(warnings())
        .hasSize(1)
        .first()
        .asString()
        .startsWith(what)
        .contains("java.lang.IllegalStateException")
        .contains("java.lang.UnsupportedOperationException")
        .contains("UnexpectedFailureTest.mistake");
    assertThat(log.list.stream().map(UnexpectedFailureTest::text).collect(Collectors.joining()))
        .doesNotContain(CANARY);
  }

  @Test
  void advance_gatewayBreaksByMistake_logsWhereAndNotWhatItSays() {
    Problem problem = ((Progress.Waiting) flow.advance(id)).problem().orElseThrow();

    assertThat(problem.code()).isEqualTo("UNEXPECTED");
    assertThat(problem.toString()).doesNotContain(CANARY);
    saysWhereAndNothingElse("read order");
  }

  @Test
  void reconcile_gatewayBreaksByMistake_logsWhereAndNotWhatItSays() {
    Problem problem = flow.reconcile(id).comparisons().get(0).problem().orElseThrow();

    assertThat(problem.code()).isEqualTo("UNEXPECTED");
    assertThat(problem.toString()).doesNotContain(CANARY);
    saysWhereAndNothingElse("comparing PURCHASE");
  }
}
