package com.guance.onboarding.huawei.callback;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.guance.onboarding.domain.LookupKey;
import com.guance.onboarding.error.StoreException;
import com.guance.onboarding.spi.NonceRow;
import com.guance.onboarding.store.InMemoryStore;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** KooGallery repeats itself with new signatures, attackers with old ones. */
class RepetitionTest {

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

  /** Whoever has no key cannot fill the memory of nonces. */
  @Test
  void request_thatIsNotBelieved_doesNotReachTheStore() {
    FragileStore fragile = new FragileStore(InMemoryStore.create());
    try (HandlerFixture unsure =
        new HandlerFixture(
            fragile.store(), new PartnerDecisions() {}, settings -> settings, flow -> flow)) {
      CallbackRequest good = unsure.newInstance("b-1");
      CallbackRequest forged =
          Signing.request(good.path(), good.query(), good.headers(), "{}".getBytes(UTF_8));
      fragile.fault =
          () -> {
            throw new StoreException("commit", "is down", null);
          };

      assertThat(unsure.code(good)).as("a good one does").isEqualTo("000005");
      assertThat(unsure.code(forged)).isEqualTo("000001");
    }
  }

  private int facts() {
    return koo.flow
        .explain(koo.flow.find(new LookupKey.ByOrder(HandlerFixture.ORDER)).get(0).id())
        .history()
        .size();
  }
}
