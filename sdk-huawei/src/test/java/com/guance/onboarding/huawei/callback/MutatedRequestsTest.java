package com.guance.onboarding.huawei.callback;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import com.guance.onboarding.huawei.callback.Gate.Admitted;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** Nothing that was changed after signing gets in, breaks the gate or shows up in the log. */
class MutatedRequestsTest {

  private static final String CANARY = "CANARY";

  private final Logger logger = (Logger) LoggerFactory.getLogger("com.guance.onboarding");
  private final LogSieve sieve = new LogSieve();
  private final CallbackSettings settings = Admission.settings().build();
  private final Gate gate = Admission.gate(settings);

  @BeforeEach
  void listen() {
    sieve.start();
    logger.setLevel(Level.TRACE);
    logger.setAdditive(false);
    logger.addAppender(sieve);
  }

  @AfterEach
  void stopListening() {
    logger.detachAppender(sieve);
    logger.setAdditive(true);
    logger.setLevel(Level.DEBUG);
  }

  @Test
  void admit_mutatedRequest_isNeverAcceptedNeverThrowsAndNeverLogged() {
    mutate(60_000);
  }

  @Test
  @Tag("torture")
  void admit_aMillionMutatedRequests_areNeverAcceptedNeverThrowAndAreNeverLogged() {
    mutate(1_000_000);
  }

  private void mutate(int mutants) {
    List<CallbackRequest> signed = signed();
    Random random = new Random(20_260_101);
    Mutations mutations = new Mutations(7);
    assertThat(signed)
        .allSatisfy(request -> assertThat(gate.admit(request)).isInstanceOf(Admitted.class));
    for (int i = 0; i < mutants; i++) {
      CallbackRequest mutant = mutations.mutate(signed.get(random.nextInt(signed.size())));
      if (gate.admit(mutant) instanceof Admitted admitted) {
        throw new AssertionError(
            "accepted mutant " + i + ": " + mutant + " as " + admitted.event());
      }
    }

    assertThat(sieve.seen).isGreaterThan(mutants / 2);
    assertThat(sieve.leaks).isZero();
  }

  private static List<CallbackRequest> signed() {
    return List.of(
        Signing.production(
            Admission.NONCE,
            "{\"activity\":\"newInstance\",\"businessId\":\"CANARY-b\",\"orderId\":\"CANARY-o\",\"orderLineId\":\"CANARY-l\",\"testFlag\":\"1\"}"),
        Signing.production(
            "fedcba9876543210fedcba9876543210",
            "{\"activity\":\"changeInstanceCheck\",\"instanceId\":\"CANARY\",\"productInfo\":{\"skuCode\":\"s-2\",\"productId\":\"OFFI1\"}}"),
        Signing.sync(
            Signing.SYNC_KEY,
            "ffffffffffffffffffffffffffffffff",
            "authSync",
            "{\"appId\":\"CANARY\",\"flag\":1,\"instanceId\":\"CANARY\",\"tenantId\":\"CANARY\",\"userList\":[{\"userName\":\"CANARY\",\"email\":\"CANARY@example.com\"}]}"),
        Signing.sync(
            Signing.SYNC_KEY,
            "eeeeeeeeeeeeeeeeeeeeeeeeeeeeeeee",
            "applicationSync",
            "{\"appId\":\"CANARY\",\"clientId\":\"CANARY\",\"clientSecret\":\"CANARY\",\"flag\":1}"));
  }

  /** Looks at every log line and keeps none. */
  private static final class LogSieve extends AppenderBase<ILoggingEvent> {

    private int seen;
    private int leaks;

    @Override
    protected void append(ILoggingEvent event) {
      seen++;
      String text =
          event.getFormattedMessage() + ThrowableProxyUtil.asString(event.getThrowableProxy());
      if (text.contains(CANARY)
          || text.contains(Signing.PRODUCTION_KEY.reveal())
          || text.contains(Signing.SYNC_KEY.reveal())
          || text.contains(Admission.NONCE)) {
        leaks++;
      }
    }
  }
}
