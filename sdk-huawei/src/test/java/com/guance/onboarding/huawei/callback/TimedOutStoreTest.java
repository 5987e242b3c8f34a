package com.guance.onboarding.huawei.callback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.guance.onboarding.domain.LookupKey;
import com.guance.onboarding.domain.OrderKey;
import com.guance.onboarding.store.JdbcStore;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Work of the store that came too late. H2 closes the whole database when a thread is interrupted
 * that reads or writes its file.
 */
@Timeout(60)
class TimedOutStoreTest {

  @TempDir private Path folder;

  @Test
  void newInstance_storeOverItsTime_leavesADatabaseInAFileUsable() throws Exception {
    JdbcDataSource source = new JdbcDataSource();
    source.setURL("jdbc:h2:file:" + folder.resolve("store") + ";WRITE_DELAY=0");
    FragileStore fragile = new FragileStore(JdbcStore.create(source));
    CountDownLatch late = new CountDownLatch(1);
    try (Connection open = source.getConnection(); // as a pool keeps it
        HandlerFixture koo =
            new HandlerFixture(
                fragile.store(),
                new PartnerDecisions() {},
                settings -> settings.answerWithin(Duration.ofMillis(4500)).poolThreads(1),
                flow -> flow.sealer(TwoNodes.SEALER))) {
      assertThat(koo.code(koo.newInstance("b-1"))).isEqualTo("000000");
      fragile.faultOfCommit = () -> await(late);
      assertThat(koo.code(koo.newInstance(new OrderKey("CS2", "1"), "b-2"))).isEqualTo("000005");

      fragile.faultOfCommit = () -> {};
      late.countDown();
      assertThat(koo.code(koo.newInstance(new OrderKey("CS2", "1"), "b-2"))).isEqualTo("000000");
      assertThat(koo.onboardings(new LookupKey.ByOrder(HandlerFixture.ORDER))).isEqualTo(1);
      assertThat(koo.flow.resumeDue(10)).isEqualTo(2);
      assertThatCode(() -> open.createStatement().execute("CHECKPOINT SYNC"))
          .doesNotThrowAnyException();
    }
  }

  /** Waits on, and remembers that it was interrupted as whoever does not care for it does. */
  private static void await(CountDownLatch latch) {
    boolean interrupted = false;
    boolean done = false;
    while (!done) {
      try {
        latch.await();
        done = true;
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
