package com.guance.onboarding.huawei.callback;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** One event, a hundred times in sixteen threads at two nodes: one effect, and equal answers. */
@Timeout(120)
class SameEventTest {

  private static final int TIMES = 100;

  static Stream<Arguments> everywhere() {
    return Arrays.stream(TwoNodes.Store.values())
        .flatMap(
            store -> Arrays.stream(SentEvent.values()).map(event -> Arguments.of(event, store)));
  }

  @ParameterizedTest(name = "{0}, {1}")
  @MethodSource("everywhere")
  void event_signedAnewEachTime_hasOneEffectAndEqualAnswers(SentEvent event, TwoNodes.Store store)
      throws Exception {
    TwoNodes.Effects once = once(event);
    try (TwoNodes nodes = TwoNodes.over(store)) {
      event.prepare(nodes.koo());
      List<CallbackReply> replies =
          nodes.inParallel(TIMES, number -> event.request(nodes.koo(), number));

      assertThat(outcomes(replies)).containsExactly(Map.entry("000000", TIMES));
      assertThat(replies.stream().map(SameEventTest::wire).distinct()).hasSize(1);
      assertThat(nodes.effects()).isEqualTo(once);
    }
  }

  @ParameterizedTest(name = "{0}, {1}")
  @MethodSource("everywhere")
  void event_byteForByteEachTime_hasOneEffectAndAQuestionOneAnswer(
      SentEvent event, TwoNodes.Store store) throws Exception {
    TwoNodes.Effects once = once(event);
    try (TwoNodes nodes = TwoNodes.over(store)) {
      event.prepare(nodes.koo());
      CallbackRequest request = event.request(nodes.koo(), 0);
      List<CallbackReply> replies = nodes.inParallel(TIMES, number -> request);

      Map<String, Integer> expected =
          event.question() ? Map.of("000000", 1, "000001", TIMES - 1) : Map.of("000000", TIMES);
      assertThat(outcomes(replies)).isEqualTo(expected);
      assertThat(replies.stream().map(SameEventTest::wire).distinct()).hasSize(expected.size());
      assertThat(nodes.effects()).isEqualTo(once);
    }
  }

  @ParameterizedTest
  @EnumSource
  void event_once_hasAnEffectUnlessItOnlyAsks(SentEvent event) throws Exception {
    try (TwoNodes nodes = TwoNodes.over(TwoNodes.Store.MEMORY)) {
      event.prepare(nodes.koo());

      assertThat(nodes.effects().equals(once(event))).isEqualTo(!event.changes());
    }
  }

  /** What the event does to a world where it comes once. */
  private static TwoNodes.Effects once(SentEvent event) throws Exception {
    try (TwoNodes nodes = TwoNodes.over(TwoNodes.Store.MEMORY)) {
      event.prepare(nodes.koo());
      assertThat(nodes.koo().code(event.request(nodes.koo(), 0))).isEqualTo("000000");
      return nodes.effects();
    }
  }

  private static Map<String, Integer> outcomes(List<CallbackReply> replies) {
    Map<String, Integer> outcomes = new HashMap<>();
    replies.forEach(reply -> outcomes.merge(HandlerFixture.code(reply), 1, Integer::sum));
    return outcomes;
  }

  /** All that KooGallery sees of a reply. */
  private static List<Object> wire(CallbackReply reply) {
    return List.of(reply.status(), reply.headers(), Arrays.toString(reply.body()));
  }
}
