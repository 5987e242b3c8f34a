package com.guance.onboarding.huawei.callback;

import static org.assertj.core.api.Assertions.assertThat;

import com.guance.onboarding.Onboarding;
import com.guance.onboarding.domain.AppId;
import com.guance.onboarding.domain.LookupKey;
import com.guance.onboarding.domain.Names;
import com.guance.onboarding.domain.Observed;
import com.guance.onboarding.domain.OnboardingRequest;
import com.guance.onboarding.domain.TenantId;
import com.guance.onboarding.spi.Observations;
import com.guance.onboarding.spi.ObservedMember;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Whatever comes first: it ends in one and the same onboarding. */
class ArrivalOrderTest {

  private static final String ONE = "20260101080000000";
  private static final String TWO = "20260101090000000";
  private static final String THREE = "20260101100000000";

  @Test
  void purchaseSynchronizationsAndSignIn_inAllOrders_endInOneState() {
    List<Consumer<HandlerFixture>> events =
        List.of(
            koo -> koo.answer(koo.newInstance("b-1")),
            koo -> koo.answer(koo.tenantSync("b-1", 1, ONE)),
            koo -> koo.answer(koo.applicationSync("b-1", ONE)),
            koo -> koo.answer(koo.allOrgSync("b-1", ONE)),
            koo -> koo.answer(koo.authSync("b-1", 1, ONE)),
            koo -> koo.flow.record(signIn()));
    Set<Onboarding> ends = new HashSet<>();
    List<List<Consumer<HandlerFixture>>> orders = permutations(events);
    for (List<Consumer<HandlerFixture>> order : orders) {
      try (HandlerFixture koo = new HandlerFixture()) {
        order.forEach(event -> event.accept(koo));
        ends.add(end(koo, names(events, order)));
      }
    }

    assertThat(orders).hasSize(720);
    assertThat(ends).hasSize(1);
    assertThat(ends.iterator().next().stage().name()).isEqualTo("BILLING_ACCOUNT");
  }

  @Test
  void begin_beforeBetweenAndAfterTheCallbacks_endsInOneState() {
    List<Consumer<HandlerFixture>> events =
        List.of(
            koo ->
                koo.flow.begin(OnboardingRequest.of(HandlerFixture.ORDER).member("Wendy").build()),
            koo -> koo.answer(koo.newInstance("b-1")),
            koo -> koo.answer(koo.tenantSync("b-1", 1, ONE)),
            koo -> koo.answer(koo.applicationSync("b-1", ONE)),
            koo -> koo.answer(koo.authSync("b-1", 1, ONE)));
    Set<Onboarding> ends = new HashSet<>();
    for (List<Consumer<HandlerFixture>> order : permutations(events)) {
      try (HandlerFixture koo = new HandlerFixture()) {
        order.forEach(event -> event.accept(koo));
        ends.add(end(koo, names(events, order)));
      }
    }

    assertThat(ends).hasSize(1);
    assertThat(ends.iterator().next().signInName()).isPresent();
  }

  @Test
  void readingsThatGoBackAndForth_repeatedAndShuffled_endInTheLatest() {
    List<Function<HandlerFixture, CallbackRequest>> events =
        List.of(
            koo -> koo.newInstance("b-1"),
            koo -> koo.statusLater("b-1", "FREEZE", 1),
            koo -> koo.statusLater("b-1", "UNFREEZE", 2),
            koo -> koo.statusLater("b-1", "FREEZE", 3),
            koo -> koo.tenantSync("b-1", 1, ONE),
            koo -> koo.tenantSync("b-1", 0, TWO),
            koo -> koo.tenantSync("b-1", 1, THREE),
            koo -> koo.applicationSync("b-1", ONE),
            koo -> koo.authSync("b-1", 1, ONE),
            koo -> koo.authSync("b-1", 3, TWO),
            koo -> koo.authSync("b-1", 1, THREE));
    Set<Onboarding> ends = new HashSet<>();
    for (int seed = 0; seed < 200; seed++) {
      Random random = new Random(seed);
      List<Function<HandlerFixture, CallbackRequest>> order = new ArrayList<>(events);
      order.addAll(events);
      Collections.shuffle(order, random);
      try (HandlerFixture koo = new HandlerFixture()) {
        play(koo, order);
        ends.add(end(koo, "shuffled by " + seed));
      }
    }

    assertThat(ends).hasSize(1);
    Onboarding end = ends.iterator().next();
    assertThat(end.subscription().orElseThrow().state().name()).isEqualTo("FROZEN");
    assertThat(end.stage().name()).isEqualTo("BILLING_ACCOUNT");
  }

  /** KooGallery tries again what was refused. */
  private static void play(
      HandlerFixture koo, List<Function<HandlerFixture, CallbackRequest>> order) {
    Deque<Function<HandlerFixture, CallbackRequest>> queue = new ArrayDeque<>(order);
    while (!queue.isEmpty()) {
      Function<HandlerFixture, CallbackRequest> next = queue.remove();
      if (!koo.code(next.apply(koo)).equals("000000")) {
        queue.add(next);
      }
    }
  }

  private static Observed signIn() {
    TenantId tenant = new TenantId("tenant-1");
    return Observations.signedIn(
        Names.builder().tenant(tenant).app(new AppId("app-1")).build(),
        ObservedMember.of(tenant, "alice"),
        Signing.NOW);
  }

  private static Onboarding end(HandlerFixture koo, String order) {
    List<Onboarding> found = koo.flow.find(new LookupKey.ByOrder(HandlerFixture.ORDER));
    assertThat(found).as(order).hasSize(1);
    assertThat(
            koo.flow.find(new LookupKey.ByTenantApp(new TenantId("tenant-1"), new AppId("app-1"))))
        .as(order)
        .hasSize(1);
    return found.get(0);
  }

  private static String names(List<?> events, List<?> order) {
    return order.stream().map(events::indexOf).toList().toString();
  }

  private static <T> List<List<T>> permutations(List<T> items) {
    if (items.isEmpty()) {
      return List.of(List.of());
    }
    List<List<T>> all = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      List<T> rest = new ArrayList<>(items);
      T first = rest.remove(i);
      for (List<T> tail : permutations(rest)) {
        List<T> order = new ArrayList<>(List.of(first));
        order.addAll(tail);
        all.add(order);
      }
    }
    return all;
  }
}
