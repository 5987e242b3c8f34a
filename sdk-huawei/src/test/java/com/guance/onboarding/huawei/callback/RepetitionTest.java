package com.guance.onboarding.huawei.callback;

import static org.assertj.core.api.Assertions.assertThat;

import com.guance.onboarding.domain.LookupKey;
import com.guance.onboarding.spi.NonceRow;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** KooGallery repeats itself with new signatures, attackers with old ones. */
class RepetitionTest {

  private static final int THREADS = 16;
  private static final int TIMES = 100;

  private final HandlerFixture koo = new HandlerFixture();

  @AfterEach
  void close() {
    koo.close();
  }

  @Test
  void change_byteForByteAgain_getsItsStoredAnswerAndNothingRuns() {
    koo.answer(koo.newInstance("b-1"));
    CallbackRequest freeze = koo.status("b-1", "FREEZE");
    CallbackReply first = koo.handler.handle(freeze);
    koo.answer(koo.status("b-1", "UNFREEZE"));
    int facts = facts();

    CallbackReply again = koo.handler.handle(freeze);

    assertThat(again.body()).isEqualTo(first.body());
    assertThat(again.headers()).isEqualTo(first.headers());
    assertThat(again.touched()).isEmpty();
    assertThat(facts()).isEqualTo(facts);
  }

  @Test
  void storedAnswer_isLoggedAsWhatItSaid() {
    for (ResultCode said : List.of(ResultCode.PROCESSING, ResultCode.SOLD_OUT)) {
      byte[] body = AnswerBody.instance(said, HandlerFixture.INSTANCE);
      String stored = new String(body, StandardCharsets.ISO_8859_1);

      Answer again = Lanes.repeated(new NonceRow("nonce", Signing.NOW, stored));

      assertThat(again.code()).isEqualTo(said);
      assertThat(again.body()).isEqualTo(body);
    }
  }

  @Test
  void newInstance_byteForByteAgain_getsItsStoredAnswer() {
    CallbackRequest request = koo.newInstance("b-1");
    CallbackReply first = koo.handler.handle(request);

    assertThat(koo.handler.handle(request).body()).isEqualTo(first.body());
    assertThat(facts()).isEqualTo(2);
  }

  @Test
  void newInstance_whoseOwnNameIsNoId_getsOneInstanceOfAnotherName() {
    String instance = koo.answer(koo.newInstance("x y")).path("instanceId").asText();

    assertThat(instance).isNotBlank().doesNotContain(" ");
    assertThat(koo.answer(koo.newInstance("y z")).path("instanceId").asText()).isEqualTo(instance);
    assertThat(koo.code(koo.status(instance, "FREEZE"))).isEqualTo("000000");
  }

  @Test
  void question_byteForByteAgain_isRefusedAndLearnsNothing() {
    koo.answer(koo.newInstance("b-1"));
    CallbackRequest query = koo.query("b-1");
    CallbackRequest check =
        koo.production("{'activity':'changeInstanceCheck','instanceId':'b-1','productInfo':{}}");
    assertThat(koo.code(query)).isEqualTo("000000");
    assertThat(koo.code(check)).isEqualTo("000000");

    for (CallbackRequest replayed : List.of(query, check)) {
      CallbackReply reply = koo.handler.handle(replayed);

      assertThat(HandlerFixture.code(reply)).isEqualTo("000001");
      assertThat(reply.body()).isEqualTo(AnswerBody.of(ResultCode.AUTHENTICATION_FAILED));
      assertThat(reply.headers()).containsKey("Body-Sign");
    }
  }

  @Test
  void synchronization_replayedToAnotherPath_runsNothing() {
    koo.answer(koo.newInstance("b-1"));
    CallbackRequest sync = koo.tenantSync("b-1", 1, "20260101080000000");
    koo.answer(sync);
    int facts = facts();

    CallbackRequest elsewhere =
        Signing.request("/koogallery/produceAPI/v2/allOrgSync", "", sync.headers(), sync.body());

    assertThat(koo.handler.handle(elsewhere).touched()).isEmpty();
    assertThat(facts()).isEqualTo(facts);
  }

  @Test
  void newInstance_hundredTimesInSixteenThreads_opensOneAndAnswersAlike() throws Exception {
    List<CallbackReply> replies = inParallel(i -> koo.newInstance("b-" + i));

    assertThat(distinctBodies(replies)).isEqualTo(1);
    assertThat(replies).allMatch(reply -> HandlerFixture.code(reply).equals("000000"));
    assertThat(koo.onboardings(new LookupKey.ByOrder(HandlerFixture.ORDER))).isEqualTo(1);
    assertThat(facts()).isEqualTo(2);
  }

  @Test
  void oneSignedChange_hundredTimesInSixteenThreads_runsOnceAndAnswersAlike() throws Exception {
    koo.answer(koo.newInstance("b-1"));
    CallbackRequest renewal = koo.refresh("b-1", "20270101000000");

    List<CallbackReply> replies = inParallel(i -> renewal);

    assertThat(distinctBodies(replies)).isEqualTo(1);
    assertThat(facts()).isEqualTo(2 + 2);
  }

  private List<CallbackReply> inParallel(IntFunction<CallbackRequest> requests) throws Exception {
    ExecutorService executor = Executors.newFixedThreadPool(THREADS);
    try {
      List<Callable<CallbackReply>> calls = new ArrayList<>();
      for (int i = 0; i < TIMES; i++) {
        int number = i;
        calls.add(() -> koo.handler.handle(requests.apply(number)));
      }
      List<CallbackReply> replies = new ArrayList<>();
      for (Future<CallbackReply> reply : executor.invokeAll(calls, 60, TimeUnit.SECONDS)) {
        replies.add(reply.get());
      }
      return replies;
    } finally {
      executor.shutdownNow();
    }
  }

  private static int distinctBodies(List<CallbackReply> replies) {
    Set<Integer> bodies = new HashSet<>();
    replies.forEach(reply -> bodies.add(Arrays.hashCode(reply.body())));
    return bodies.size();
  }

  private int facts() {
    return koo.flow
        .explain(koo.flow.find(new LookupKey.ByOrder(HandlerFixture.ORDER)).get(0).id())
        .history()
        .size();
  }
}
