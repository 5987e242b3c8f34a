package com.guance.onboarding.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import okio.AsyncTimeout;
import org.junit.jupiter.api.Test;

class PacemakerTest {

  private final Pacemaker pacemaker = new Pacemaker();

  @Test
  void timedOut_callsSinceTheLastBeat_beatsOnAndThenStops() {
    pacemaker.want();
    assertThat(pacemaker.isBeating()).isTrue();

    pacemaker.timedOut();
    assertThat(pacemaker.isBeating()).as("a call was made").isTrue();

    pacemaker.timedOut();
    assertThat(pacemaker.isBeating()).as("nobody called since").isFalse();

    pacemaker.want();
    assertThat(pacemaker.isBeating()).as("it begins anew").isTrue();
    pacemaker.timedOut();
    pacemaker.timedOut();
  }

  @Test
  void want_whileBeating_leavesTheTimeoutsOfCallsAsTheyAre() throws Exception {
    pacemaker.want();
    AsyncTimeout call =
        new AsyncTimeout() {
          @Override
          protected void timedOut() {
            synchronized (this) {
              notifyAll();
            }
          }
        };
    call.timeout(1, TimeUnit.MILLISECONDS);

    synchronized (call) {
      call.enter();
      call.wait(TimeUnit.SECONDS.toMillis(10));
    }

    assertThat(call.exit()).isTrue();
    pacemaker.timedOut();
    pacemaker.timedOut();
  }
}
