package com.guance.onboarding.huawei.callback;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.guance.onboarding.domain.InstanceId;
import com.guance.onboarding.domain.LookupKey;
import com.guance.onboarding.domain.OnboardingRequest;
import com.guance.onboarding.domain.OrderKey;
import com.guance.onboarding.domain.Secret;
import com.guance.onboarding.domain.Subscription;
import com.guance.onboarding.huawei.callback.ProductionEvent.TargetProduct;
import com.guance.onboarding.store.InMemoryStore;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the partner decides reaches KooGallery. */
class DecisionsTest {

  @Test
  void canCreate_refuses_opensNothingAndSaysWhy() {
    try (HandlerFixture koo =
        new HandlerFixture(
            new PartnerDecisions() {
              @Override
              public ResultCode canCreate(OrderKey order) {
                return ResultCode.SOLD_OUT;
              }
            })) {
      JsonNode answer = koo.answer(koo.newInstance("b-1"));

      assertThat(answer.path("resultCode").asText()).isEqualTo("000106");
      assertThat(answer.has("instanceId")).isFalse();
      assertThat(koo.onboardings(new LookupKey.ByOrder(HandlerFixture.ORDER))).isZero();
    }
  }

  @Test
  void canCreate_asksForTime_isProcessingUntilItIsDescribed() {
    Slow partner = new Slow();
    try (HandlerFixture koo = new HandlerFixture(partner)) {
      JsonNode answer = koo.answer(koo.newInstance("b-1"));

      assertThat(answer.path("resultCode").asText()).isEqualTo("000004");
      assertThat(answer.path("instanceId").asText()).isEqualTo("b-1");
      assertThat(koo.code(koo.query("b-1"))).isEqualTo("000004");

      partner.ready = true;
      assertThat(koo.code(koo.query("b-1"))).isEqualTo("000000");
    }
  }

  @Test
  void queryInstance_describedWithEverything_isWrittenAsTheContractHasIt() {
    try (HandlerFixture koo = new HandlerFixture(new Talkative())) {
      koo.answer(koo.newInstance("b-1"));
      CallbackReply reply = koo.handler.handle(koo.query("b-1"));

      assertThat(reply.body())
          .asString(StandardCharsets.US_ASCII)
          .isEqualTo(
              "{\"resultCode\":\"000000\",\"resultMsg\":\"success.\",\"info\":[{\"instanceId\":\"b-1\","
                  + "\"appInfo\":{\"frontEndUrl\":\"https://app.example.com/in\","
                  + "\"adminUrl\":\"https://app.example.com/admin\",\"userName\":\"admin\","
                  + "\"password\":\"S3cret!\",\"memo\":\"\\u8BD5\\u7528\"},"
                  + "\"usageInfo\":[{\"relatedInstanceId\":\"inst-0\",\"usageValue\":12.5000,"
                  + "\"statisticalTime\":\"20260101000000000\","
                  + "\"dashboardUrl\":\"https://app.example.com/usage\"}]}]}");
      assertThat(reply.toString()).doesNotContain("S3cret!");
    }
  }

  @Test
  void mayChange_isAskedForTheTargetAndMayRefuse() {
    List<TargetProduct> asked = new ArrayList<>();
    try (HandlerFixture koo =
        new HandlerFixture(
            new PartnerDecisions() {
              @Override
              public boolean mayChange(InstanceId instance, TargetProduct target) {
                asked.add(target);
                return target.amount().orElse(0.0) >= 10;
              }
            })) {
      koo.answer(koo.newInstance("b-1"));

      assertThat(koo.code(check(koo, "b-1", "10"))).isEqualTo("000000");
      assertThat(koo.code(check(koo, "b-1", "5.5"))).isEqualTo("000002");
      assertThat(koo.code(check(koo, "unheard-of", "10"))).isEqualTo("000003");
      assertThat(asked)
          .extracting(TargetProduct::amount)
          .containsExactly(Optional.of(10.0), Optional.of(5.5));
    }
  }

  @Test
  void importedInstance_renewedFrozenReleased_isAcceptedAndTheListenerIsTold() {
    List<Subscription> told = new ArrayList<>();
    try (HandlerFixture koo =
        new HandlerFixture(
            InMemoryStore.create(),
            new PartnerDecisions() {},
            settings -> settings,
            flow -> flow.subscriptionListener((event, id, now) -> told.add(now)))) {
      koo.flow.begin(
          OnboardingRequest.of(HandlerFixture.ORDER)
              .existingInstance(new InstanceId("old-1"))
              .build());
      assertThat(koo.code(koo.refresh("old-1", "20270101000000"))).isEqualTo("000000");
      koo.flow.resumeDue(10);
      assertThat(told.get(told.size() - 1).expires())
          .contains(Instant.parse("2027-01-01T00:00:00Z"));
      assertThat(koo.code(koo.status("old-1", "FREEZE"))).isEqualTo("000000");
      koo.flow.resumeDue(10);
      assertThat(told.get(told.size() - 1).state()).isEqualTo(Subscription.State.FROZEN);
      assertThat(koo.code(koo.release("old-1"))).isEqualTo("000000");
      koo.flow.resumeDue(10);
      assertThat(told.get(told.size() - 1).state()).isEqualTo(Subscription.State.RELEASED);
      assertThat(told).allMatch(now -> now.instance().value().equals("old-1"));
    }
  }

  @Test
  void knows_instanceSoldBeforeTheSdk_isAcceptedAndTheListenerIsTold() {
    List<Subscription> told = new ArrayList<>();
    try (HandlerFixture koo =
        new HandlerFixture(
            InMemoryStore.create(),
            new PartnerDecisions() {
              @Override
              public boolean knows(InstanceId instance) {
                return instance.value().equals("old-1");
              }
            },
            settings -> settings,
            flow -> flow.subscriptionListener((event, id, now) -> told.add(now)))) {
      assertThat(koo.code(koo.refresh("old-1", "20270101000000"))).isEqualTo("000000");
      assertThat(koo.code(koo.status("old-1", "FREEZE"))).isEqualTo("000000");
      assertThat(koo.code(koo.release("old-1"))).isEqualTo("000000");
      assertThat(koo.code(koo.query("old-1"))).isEqualTo("000000");
      koo.flow.resumeDue(10);

      assertThat(told).isNotEmpty();
      assertThat(told).allMatch(now -> now.instance().value().equals("old-1"));
      assertThat(told.get(told.size() - 1).state()).isEqualTo(Subscription.State.RELEASED);
    }
  }

  private static CallbackRequest check(HandlerFixture koo, String instance, String amount) {
    return koo.production(
        "{'activity':'changeInstanceCheck','instanceId':'"
            + instance
            + "','productInfo':{'linearValue':"
            + amount
            + "}}");
  }

  private static final class Slow implements PartnerDecisions {

    private volatile boolean ready;

    @Override
    public ResultCode canCreate(OrderKey order) {
      return ResultCode.PROCESSING;
    }

    @Override
    public Optional<AccessData> describe(InstanceId instance, AccessData suggested) {
      return ready ? Optional.of(suggested) : Optional.empty();
    }
  }

  private static final class Talkative implements PartnerDecisions {

    @Override
    public Optional<AccessData> describe(InstanceId instance, AccessData suggested) {
      return Optional.of(
          new AccessData(
              URI.create("https://app.example.com/in"),
              Optional.of(URI.create("https://app.example.com/admin")),
              Optional.of(new AccessData.Login("admin", Secret.of("S3cret!"))),
              Optional.of("试用")));
    }

    @Override
    public List<UsageReading> usage(InstanceId instance) {
      return List.of(
          new UsageReading(
              new BigDecimal("12.5"),
              Instant.parse("2026-01-01T00:00:00Z"),
              Optional.of(new InstanceId("inst-0")),
              Optional.of(URI.create("https://app.example.com/usage"))));
    }
  }
}
