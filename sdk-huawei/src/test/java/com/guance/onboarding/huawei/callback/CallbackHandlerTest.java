package com.guance.onboarding.huawei.callback;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.guance.onboarding.Onboarding;
import com.guance.onboarding.Progress;
import com.guance.onboarding.domain.LookupKey;
import com.guance.onboarding.domain.OnboardingRequest;
import com.guance.onboarding.domain.OrderKey;
import com.guance.onboarding.domain.Problem;
import com.guance.onboarding.domain.Subscription;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What KooGallery says becomes facts, and it gets its answer. */
class CallbackHandlerTest {

  private static final String EARLY = "20260101080000000";
  private static final String LATE = "20260102080000000";

  private final HandlerFixture koo = new HandlerFixture();

  @AfterEach
  void close() {
    koo.close();
  }

  @Test
  void newInstance_firstCall_opensTheOnboardingAndAnswersTheFirstBusinessId() {
    CallbackReply reply = koo.handler.handle(koo.newInstance("b-1"));

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.headers().get("Content-Type"))
        .containsExactly("application/json;charset=utf-8");
    assertThat(reply.headers().get("Body-Sign"))
        .containsExactly(BodySign.of(HmacKey.of(Signing.PRODUCTION_KEY), reply.body()));
    assertThat(HandlerFixture.json(reply).path("resultCode").asText()).isEqualTo("000000");
    assertThat(HandlerFixture.json(reply).path("instanceId").asText()).isEqualTo("b-1");
    assertThat(reply.touched()).containsExactly(onboarding().id());
  }

  @Test
  void newInstance_repeatedWithAnotherBusinessId_keepsTheInstance() {
    koo.answer(koo.newInstance("b-1"));

    JsonNode again = koo.answer(koo.newInstance("b-2"));

    assertThat(again.path("instanceId").asText()).isEqualTo("b-1");
    assertThat(koo.onboardings(new LookupKey.ByOrder(HandlerFixture.ORDER))).isEqualTo(1);
  }

  @Test
  void newInstance_businessIdOfAnotherOrder_getsAnInstanceOfItsOwn() {
    koo.answer(koo.newInstance("b-1"));

    JsonNode other = koo.answer(koo.newInstance(new OrderKey("CS9", "CS9-1"), "b-1"));
    JsonNode line = koo.answer(koo.newInstance(new OrderKey("CS1", "CS1-2"), "b-1"));

    assertThat(List.of("b-1", instance(other), instance(line))).doesNotHaveDuplicates();
  }

  @Test
  void newInstance_afterBegin_meetsTheSameOnboarding() {
    koo.flow.begin(OnboardingRequest.of(HandlerFixture.ORDER).organization("Acme", "acme").build());

    koo.answer(koo.newInstance("b-1"));

    assertThat(koo.onboardings(new LookupKey.ByOrder(HandlerFixture.ORDER))).isEqualTo(1);
    assertThat(onboarding().organization()).isPresent();
    assertThat(onboarding().subscription()).isPresent();
  }

  @Test
  void queryInstance_atOnce_givesTheEntryAddressAndLaterTheLoginAddress() {
    koo.answer(koo.newInstance("b-1"));

    assertThat(frontEnd(koo.answer(koo.query("b-1")))).isEqualTo(HandlerFixture.entry().toString());

    koo.answer(koo.tenantSync("b-1", 1, EARLY));
    koo.answer(koo.applicationSync("b-1", EARLY));

    assertThat(frontEnd(koo.answer(koo.query("b-1,unheard-of"))))
        .isEqualTo(
            "https://macroverse.huaweicloud.com/unified-login/#/portal-login?ind=UNOP&appId=app-1");
  }

  @Test
  void callbacksAlone_nobodyConfirmsAnything_doTheConsoleStages() {
    koo.answer(koo.newInstance("b-1"));
    koo.answer(koo.tenantSync("b-1", 1, EARLY));
    koo.answer(koo.applicationSync("b-1", EARLY));
    koo.answer(koo.authSync("b-1", 1, EARLY));

    assertThat(onboarding().stage().name()).isEqualTo("BILLING_ACCOUNT");
    assertThat(onboarding().stages()).allMatch(stage -> stage.verified());
  }

  @Test
  void unknownInstance_isRefusedExceptWhereNothingIsToBeDone() {
    assertThat(koo.code(koo.refresh("x-1", "20270101000000"))).isEqualTo("000003");
    assertThat(koo.code(koo.status("x-1", "FREEZE"))).isEqualTo("000003");
    assertThat(koo.code(koo.query("x-1"))).isEqualTo("000003");
    assertThat(koo.code(koo.release("x-1"))).isEqualTo("000000");
    assertThat(koo.code(koo.tenantSync("x-1", 1, EARLY))).isEqualTo("000000");
  }

  @Test
  void subscription_renewedFrozenUnfrozenReleased_follows() {
    koo.answer(koo.newInstance("b-1"));

    assertThat(koo.code(koo.refresh("b-1", "20270101000000"))).isEqualTo("000000");
    assertThat(subscription().expires()).contains(Instant.parse("2027-01-01T00:00:00Z"));
    assertThat(koo.code(koo.status("b-1", "FREEZE"))).isEqualTo("000000");
    assertThat(subscription().state()).isEqualTo(Subscription.State.FROZEN);
    assertThat(koo.code(koo.release("b-1"))).isEqualTo("000000");
    assertThat(koo.code(koo.release("b-1"))).isEqualTo("000000");
    assertThat(subscription().state()).isEqualTo(Subscription.State.RELEASED);
    assertThat(koo.flow.advance(onboarding().id())).isInstanceOf(Progress.Abandoned.class);
  }

  @Test
  void statuses_signedInOneMillisecond_countAsTheyWereReceived() {
    koo.answer(koo.newInstance("b-1"));
    for (int round = 0; round < 3; round++) {
      koo.answer(koo.status("b-1", "FREEZE"));
      int history = koo.flow.explain(onboarding().id()).history().size();
      koo.answer(koo.status("b-1", "FREEZE"));

      assertThat(subscription().state()).isEqualTo(Subscription.State.FROZEN);
      assertThat(koo.flow.explain(onboarding().id()).history()).hasSize(history);

      koo.answer(koo.status("b-1", "UNFREEZE"));

      assertThat(subscription().state()).isEqualTo(Subscription.State.ACTIVE);
    }
    koo.answer(koo.statusLater("b-1", "FREEZE", -1)); // a late one

    assertThat(subscription().state()).isEqualTo(Subscription.State.ACTIVE);
  }

  @Test
  void freeze_beforeTheEnd_isTheProblemUntilItIsTakenBack() {
    koo.answer(koo.newInstance("b-1"));
    koo.answer(koo.status("b-1", "FREEZE"));

    Progress.Waiting frozen = (Progress.Waiting) koo.flow.advance(onboarding().id());

    assertThat(frozen.problem().map(Problem::code)).contains("SUBSCRIPTION_FROZEN");

    koo.answer(koo.statusLater("b-1", "UNFREEZE", 1));
    Progress.Waiting again = (Progress.Waiting) koo.flow.advance(onboarding().id());

    assertThat(again.problem()).isEmpty();
  }

  @Test
  void release_beforeTheEnd_abandonsWithTheReason() {
    koo.answer(koo.newInstance("b-1"));
    koo.answer(koo.release("b-1"));

    Progress.Abandoned end = (Progress.Abandoned) koo.flow.advance(onboarding().id());

    assertThat(end.reason()).isEqualTo("KooGallery released the instance");
  }

  @Test
  void release_afterTheEnd_leavesTheOnboardingCompleted() {
    koo.flow.begin(
        OnboardingRequest.of(HandlerFixture.ORDER)
            .existingInstance(HandlerFixture.INSTANCE)
            .build());

    assertThat(koo.code(koo.refresh("b-1", "20270101000000"))).isEqualTo("000000");
    assertThat(koo.code(koo.status("b-1", "FREEZE"))).isEqualTo("000000");
    assertThat(koo.code(koo.release("b-1"))).isEqualTo("000000");

    assertThat(koo.flow.advance(onboarding().id())).isInstanceOf(Progress.Completed.class);
    assertThat(subscription().state()).isEqualTo(Subscription.State.RELEASED);
  }

  @Test
  void tenantWithTwoOrders_eachHearsOnlyItsOwn() {
    OrderKey second = new OrderKey("CS9", "CS9-1");
    koo.answer(koo.newInstance("b-1"));
    koo.answer(koo.newInstance(second, "b-9"));
    koo.answer(koo.tenantSync("b-1", 1, EARLY));
    koo.answer(koo.applicationSync("b-1", EARLY));
    koo.answer(koo.authSync("b-1", 1, EARLY));

    Onboarding other = koo.flow.find(new LookupKey.ByOrder(second)).get(0);

    assertThat(onboarding().stage().name()).isEqualTo("BILLING_ACCOUNT");
    assertThat(other.stage().name()).isEqualTo("ORGANIZATION");
  }

  @Test
  void bindingTakenBackBeforeTheEnd_reopensTheStageAndALateRepetitionDoesNot() {
    koo.answer(koo.newInstance("b-1"));
    koo.answer(koo.tenantSync("b-1", 1, EARLY));
    koo.answer(koo.applicationSync("b-1", EARLY));
    koo.answer(koo.tenantSync("b-1", 0, LATE));

    assertThat(onboarding().stage().name()).isEqualTo("ORGANIZATION");

    koo.answer(koo.tenantSync("b-1", 1, EARLY));

    assertThat(onboarding().stage().name()).isEqualTo("ORGANIZATION");
  }

  @Test
  void orderNotify_ofAnOnboarding_touchesItAndChangesNothing() {
    koo.answer(koo.newInstance("b-1"));
    int before = koo.flow.explain(onboarding().id()).history().size();

    CallbackReply reply =
        koo.handler.handle(
            koo.production(
                "{'activity':'orderNotify','orderId':'CS1','orderLineId':'CS1-1','testFlag':'0'}"));

    assertThat(HandlerFixture.code(reply)).isEqualTo("000000");
    assertThat(reply.touched()).containsExactly(onboarding().id());
    assertThat(koo.flow.explain(onboarding().id()).history()).hasSize(before);
  }

  @Test
  void unknownActivityFlagAndStatus_areRefusedAndStoreNothing() {
    koo.answer(koo.newInstance("b-1"));
    int before = koo.flow.explain(onboarding().id()).history().size();

    assertThat(koo.code(koo.production("{'activity':'transferInstance','instanceId':'b-1'}")))
        .isEqualTo("000002");
    assertThat(koo.code(koo.status("b-1", "HIBERNATE"))).isEqualTo("000002");
    assertThat(koo.code(koo.tenantSync("b-1", 7, EARLY))).isEqualTo("000002");
    assertThat(koo.flow.explain(onboarding().id()).history()).hasSize(before);
  }

  private static String instance(JsonNode answer) {
    return answer.path("instanceId").asText();
  }

  private static String frontEnd(JsonNode answer) {
    return answer.path("info").path(0).path("appInfo").path("frontEndUrl").asText();
  }

  private Onboarding onboarding() {
    List<Onboarding> found = koo.flow.find(new LookupKey.ByOrder(HandlerFixture.ORDER));
    assertThat(found).hasSize(1);
    return found.get(0);
  }

  private Subscription subscription() {
    Optional<Subscription> subscription = onboarding().subscription();
    return subscription.orElseThrow();
  }
}
