package com.guance.onboarding.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.guance.onboarding.Onboarding;
import com.guance.onboarding.OnboardingFlow;
import com.guance.onboarding.OnboardingFlowBuilder;
import com.guance.onboarding.Progress;
import com.guance.onboarding.domain.BillingAccountId;
import com.guance.onboarding.domain.Field;
import com.guance.onboarding.domain.HuaweiAccountId;
import com.guance.onboarding.domain.LookupKey;
import com.guance.onboarding.domain.OnboardingId;
import com.guance.onboarding.domain.OnboardingRequest;
import com.guance.onboarding.domain.OrderKey;
import com.guance.onboarding.domain.Outcome;
import com.guance.onboarding.domain.Subscription;
import com.guance.onboarding.domain.TenantId;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@OnboardingEmulator
final class BuyerTest {

  private static final int ROUNDS = 30;

  private final Emulator emulator;
  private final Buyer buyer;

  BuyerTest(Emulator emulator) {
    this.emulator = emulator;
    this.buyer = emulator.buyer();
  }

  private OnboardingFlowBuilder flow() {
    return OnboardingFlow.builder().clock(emulator.clock());
  }

  private Onboarding run(OnboardingFlow flow, OnboardingId id) {
    for (int i = 0; i < ROUNDS; i++) {
      Progress progress = flow.advance(id, buyer::answer);
      if (progress instanceof Progress.Completed completed) {
        return completed.onboarding();
      }
      if (progress instanceof Progress.Waiting waiting) {
        waiting.tasks().forEach(buyer::playConsole);
        emulator.clock().advance(Duration.ofMinutes(1));
      }
    }
    throw new AssertionError("not completed: " + flow.explain(id));
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void playConsole_peopleOnly_takesTheOrderToTheFirstDataKit(boolean callbacks) {
    try (OnboardingFlow flow = flow().callbacks(callbacks).build()) {
      buyer.callbacks(callbacks).connect(flow::record);
      OrderKey order = buyer.purchase();
      OnboardingId id = flow.begin(OnboardingRequest.of(order).build());

      Onboarding done = run(flow, id);

      assertThat(done.outcome()).isEqualTo(Outcome.COMPLETED);
      assertThat(emulator.rows("organizations")).hasSize(1);
      assertThat(emulator.rows("bindings")).hasSize(1);
      assertThat(emulator.rows("authorizations")).hasSize(1);
      assertThat(emulator.rows("billingAccounts")).hasSize(1);
      assertThat(emulator.rows("workspaces")).hasSize(1);
      assertThat(emulator.rows("dataKits")).hasSize(1);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"existing", "create", "register-account"})
  void playConsole_boundAccount_takesEachWayToAWorkspace(String way) {
    BillingAccountId account = emulator.given().billingAccount("gcy-old", "wendy@example.com");
    emulator.given().workspace(account, "prod", "zh", "cn4");
    if (way.equals("create")) {
      emulator.given().guanceAccount("wendy", "wendy@example.com");
    }
    buyer
        .says(Field.BILLING_CHOICE, "bind")
        .says(Field.BILLING_USER_NAME, "gcy-old")
        .says(Field.WORKSPACE_CHOICE, way)
        .says(Field.WORKSPACE_USER_NAME, "wendy-new");
    try (OnboardingFlow flow = flow().callbacks(true).build()) {
      buyer.connect(flow::record);
      OrderKey order = buyer.purchase();

      Onboarding done = run(flow, flow.begin(OnboardingRequest.of(order).build()));

      assertThat(done.outcome()).isEqualTo(Outcome.COMPLETED);
      assertThat(emulator.rows("workspaces")).hasSize(way.equals("existing") ? 1 : 2);
    }
  }

  @Test
  void connect_afterThePurchase_reportsItThen() {
    OrderKey order = buyer.purchase();
    try (OnboardingFlow flow = flow().callbacks(true).build()) {
      buyer.connect(flow::record);

      assertThat(flow.find(new LookupKey.ByOrder(order))).hasSize(1);
    }
  }

  @Test
  void subscriptions_freezeUnfreezeFreeze_arriveInOrder() {
    try (OnboardingFlow flow = flow().callbacks(true).build()) {
      buyer.connect(flow::record);
      OrderKey order = buyer.purchase();
      OnboardingId id = flow.begin(OnboardingRequest.of(order).build());
      buyer.subscriptions().freeze(order);
      buyer.subscriptions().unfreeze(order);
      assertThat(flow.get(id).subscription().orElseThrow().state())
          .isEqualTo(Subscription.State.ACTIVE);

      buyer.subscriptions().freeze(order);

      assertThat(flow.get(id).subscription().orElseThrow().state())
          .isEqualTo(Subscription.State.FROZEN);
    }
  }

  @Test
  void acts_refusedByTheConsole_sayTheCode() {
    OrderKey order = buyer.purchase();
    TenantId organization = buyer.createOrganization("GCY Ltd", "gcy");
    buyer.bind(order, organization);

    assertThatThrownBy(() -> buyer.bind(buyer.purchase(), organization))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("PRODUCT_ALREADY_BOUND");
    assertThatThrownBy(() -> buyer.authorize(order, "Mallory"))
        .hasMessageContaining("MEMBER_NOT_IN_ORGANIZATION");
  }

  @Test
  void bind_multiInstanceOrder_joinsTheOrganization() {
    TenantId organization = buyer.createOrganization("GCY Ltd", "gcy");
    buyer.bind(buyer.purchase(), organization);
    NewOrder second = NewOrder.builder().buyer(buyer.account()).multiInstance(true).build();

    buyer.bind(buyer.purchase(second), organization);

    assertThat(emulator.rows("bindings")).hasSize(2);
  }

  @Test
  void purchase_otherAccount_isTheirs() {
    HuaweiAccountId other = buyer.newAccount();

    buyer.purchase(other);

    assertThat(emulator.rows("orders").get(0)).containsEntry("huaweiAccountId", other.value());
    assertThat(other).isNotEqualTo(buyer.account());
  }
}
